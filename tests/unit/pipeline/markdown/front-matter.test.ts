import { describe, expect, it } from "vitest";
import { calendarDate } from "../../../../src/pipeline/markdown/front-matter/calendar-date";
import { parse } from "./render";

const matter = (...lines: string[]) => ["---", ...lines, "---", "", "Text."].join("\n");

describe("front matter", () => {
  it("reads every key", () => {
    const document = parse(
      matter(
        "title: Return an item",
        "description: How to send it back.",
        "kind: tutorial",
        "tags: orders, returns",
        "order: 3",
        "updated: 2024-05-01",
        "validUntil: 2025-01-31T10:00:00Z",
        "alsoAskedAs:",
        "  - Can I send it back, please?",
        "  - How do returns work?",
        "related: [refunds.md]",
        "audience: staff",
        "hidden: true",
        "redirect: /old/returns",
        "popular: yes",
        "lang: zh_CN",
        "unknown: { deep: [1] }",
      ),
    );
    expect(document.frontMatter).toEqual({
      title: "Return an item",
      description: "How to send it back.",
      kind: "tutorial",
      tags: ["orders", "returns"],
      order: 3,
      updated: "2024-05-01",
      validUntil: "2025-01-31",
      alsoAskedAs: ["Can I send it back, please?", "How do returns work?"],
      related: ["refunds.md"],
      audience: "staff",
      hidden: true,
      redirect: ["/old/returns"],
      popular: true,
      lang: "zh-CN",
    });
    expect(document.faults).toEqual([]);
  });

  it("knows the keys of other generators, and prefers its own", () => {
    const document = parse(
      matter(
        "unlisted: true",
        "date: 2020-01-01",
        "last_modified: 2021-02-03",
        "redirect_from: [/a, /b]",
        "aliases: /c",
        "nav_order: 7",
        "summary: Short.",
      ),
    );
    expect(document.frontMatter).toEqual({
      description: "Short.",
      order: 7,
      hidden: true,
      redirect: ["/a", "/b", "/c"],
      updated: "2021-02-03",
    });
    expect(parse(matter("date: 2020-01-01", "updated: 2024-01-01")).frontMatter.updated).toBe("2024-01-01");
    expect(parse(matter("redirect_to: https://x.example/")).frontMatter.redirectTo).toBe("https://x.example/");
    expect(parse(matter("published: false")).frontMatter.hidden).toBe(true);
  });

  it("publishes drafts: only `hidden` hides, so that a folder taken as it is loses no article", () => {
    expect(parse(matter("draft: true")).frontMatter).toEqual({});
  });

  it("reports a wrong value with its line, and leaves it out", () => {
    const document = parse(matter("title: T", "updated: soon", "order: first", "", "kind: recipe", "tags: { a: 1 }"));
    expect(document.frontMatter).toEqual({ title: "T" });
    const fault = { code: "front-matter-value", severity: "warning", file: "guide/page.md" };
    expect(document.faults).toEqual([
      { ...fault, line: 3, expected: "updated: a date, YYYY-MM-DD", found: "soon" },
      { ...fault, line: 4, expected: "order: a number", found: "first" },
      { ...fault, line: 6, expected: "kind: faq, tutorial, article", found: "recipe" },
      { ...fault, line: 7, expected: "tags: a list of texts", found: '{"a":1}' },
    ]);
  });

  it("never publishes an article because its audience is misspelt", () => {
    const document = parse(matter("audience: stuff"));
    expect(document.frontMatter.audience).toBe("staff");
    expect(document.faults).toEqual([
      {
        code: "front-matter-value",
        severity: "error",
        file: "guide/page.md",
        line: 2,
        expected: "audience: public, staff (taken for staff until it is mended)",
        found: "stuff",
      },
    ]);
  });

  it("reports malformed YAML and keeps what is clear", () => {
    const document = parse(matter("order: 2", "title: Returns: how to", "audience: staff"));
    expect(document.frontMatter).toEqual({ order: 2, title: "Returns: how to", audience: "staff" });
    expect(document.faults).toEqual([
      {
        code: "front-matter",
        severity: "error",
        file: "guide/page.md",
        line: 3,
        expected: "well-formed YAML, one `key: value` a line (quote a value that contains a colon)",
        found: "title: Returns: how to (Nested mappings are not allowed in compact mappings)",
      },
    ]);
    expect(document.passages[0]?.text).toBe("Text.");
  });

  it("reports front matter that is never closed, and keeps the article", () => {
    const document = parse("---\ntitle: Open\n\nText.\n");
    expect(document.title).toBe("Open");
    expect(document.passages.map((passage) => passage.text)).toEqual(["Text."]);
    expect(document.faults).toEqual([
      {
        code: "front-matter",
        severity: "error",
        file: "guide/page.md",
        line: 1,
        expected: "a second --- that closes the front matter",
        found: "--- that is never closed",
      },
    ]);
  });

  it("does not take a rule at the top for front matter", () => {
    expect(parse("---\n\nFirst text.\n\n---\n\nMore.").passages[0]?.text).toBe("First text.\nMore.");
  });

  it("reads TOML", () => {
    const text =
      '+++\ntitle = "A \\"B\\""\ndate = 2024-03-04T00:00:00Z\ntags = ["x", "y"]\n[extra]\norder = 1\n+++\nText.';
    expect(parse(text).frontMatter).toEqual({ title: 'A "B"', updated: "2024-03-04", tags: ["x", "y"] });
  });

  it("survives a byte order mark and Windows line ends, with right lines", () => {
    const document = parse("\uFEFF---\r\ntitle: T\r\nupdated: never\r\n---\r\nText.\r\n");
    expect(document.title).toBe("T");
    expect(document.faults.map((fault) => fault.line)).toEqual([3]);
  });
});

describe("calendarDate", () => {
  it.each([
    ["2024-5-1", "2024-05-01"],
    ["2024/12/31", "2024-12-31"],
    ["20240229", "2024-02-29"],
    ["2024年3月9日", "2024-03-09"],
    ["1 May 2024", "2024-05-01"],
    ["December 3rd, 2023", "2023-12-03"],
    ["2024-05-01 23:59:59 +0800", "2024-05-01"],
    ["2023-02-29", undefined],
    ["2024-13-01", undefined],
    ["yesterday", undefined],
  ])("%s -> %s", (text, date) => {
    expect(calendarDate(text)).toBe(date);
  });
});

describe("front matter of other generators", () => {
  it.each([
    ["JSON of Hugo", '{\n  "title": "T",\n  "weight": 3\n}\n\nText.', { title: "T", order: 3 }],
    [
      "TOML over several lines",
      '+++\ntitle = "T"\ndescription = """\nTwo\nlines."""\ntags = [\n  "a",\n  "b",\n]\nweight = 2\n[menu.main]\ntitle = "No"\n+++\nText.',
      { title: "T", description: "Two lines.", tags: ["a", "b"], order: 2 },
    ],
    [
      "ids and addresses",
      "---\ntitle: T\nid: my-id\nslug: /x\npermalink: /y/\n---\nText.",
      { title: "T", names: ["my-id", "/x", "/y/"] },
    ],
    [
      "dates inside an object",
      "---\ntitle: T\nlast_update:\n  date: 2024-05-01\n  author: A\n---\nText.",
      { title: "T", updated: "2024-05-01" },
    ],
    [
      "colons and keys as wide as Han",
      "---\ntitle： 安装\n标签：[甲, 乙]\n---\n文字。",
      { title: "安装", tags: ["甲", "乙"] },
    ],
  ])("%s", (_, text, frontMatter) => {
    const document = parse(text);
    expect(document.frontMatter).toEqual(frontMatter);
    expect(document.faults).toEqual([]);
    expect(document.passages).toHaveLength(1);
  });

  it("a label is the title where nothing else is", () => {
    expect(parse("---\nsidebar_label: Label\n---\nText.").title).toBe("Label");
    expect(parse("---\nlinkTitle: Label\n---\n# Heading\n\nText.").title).toBe("Heading");
  });

  it("drafts stay published", () => {
    expect(parse("---\ntitle: T\ndraft: true\n---\nText.").frontMatter).toEqual({ title: "T" });
  });
});
