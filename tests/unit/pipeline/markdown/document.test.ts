import { describe, expect, it } from "vitest";
import { bodySection } from "../../../../src/pipeline/markdown/body";
import { splitLongText } from "../../../../src/pipeline/markdown/split-long-text";
import { parse, show } from "./render";

describe("passages", () => {
  it("follow the headings, with one line for each block", () => {
    const text = [
      "# Title",
      "Intro with [link](a.md) and `code`.",
      "## One",
      "1. First\n2. Second\n   - inner",
      "### Deep",
      "| A | B |\n|---|---|\n| 1 | 2 |",
      "> [!NOTE]\n> Noted ![no](x.png).",
      "```sh\nrun\n\nmore\n```",
      "## Two",
      "A line<br>and another.",
    ].join("\n\n");
    expect(parse(text).passages).toEqual([
      { anchor: "", headings: [], text: "Intro with link and code." },
      { anchor: "one", headings: ["One"], text: "1. First\n2. Second\ninner" },
      { anchor: "deep", headings: ["One", "Deep"], text: "A · B\n1 · 2\nNote\nNoted .\nrun\nmore" },
      { anchor: "two", headings: ["Two"], text: "A line\nand another." },
    ]);
  });

  it("are at most 900 characters long, about equal, cut between blocks", () => {
    const paragraph = `${"Twelve chars".repeat(25)}.`;
    const { passages } = parse(`## A\n\n${Array(5).fill(paragraph).join("\n\n")}\n\n## B\n\nText.`);
    expect(passages.map((passage) => [passage.anchor, passage.text.length])).toEqual([
      ["a", 603],
      ["a", 603],
      ["a", 301],
      ["b", 5],
    ]);
  });

  it("cut a long block after a sentence, in any script, and never inside a character", () => {
    const chinese = "这是一个句子。".repeat(200);
    expect(splitLongText(chinese, 900).every((piece) => piece.length <= 900 && piece.endsWith("。"))).toBe(true);
    const faces = "😀".repeat(1000);
    expect(splitLongText(faces, 901).join("")).toBe(faces);
    expect(splitLongText(faces, 901).every((piece) => encodeURI(piece) !== "")).toBe(true);
  });

  it("of an article of pictures are its title, and of nothing none", () => {
    expect(parse("![a](a.png)", "where-is-it.md").passages).toEqual([
      { anchor: "", headings: [], text: "Where is it" },
    ]);
    const empty = parse("---\ntitle: T\n---\n\n");
    expect(empty.passages).toEqual([]);
    expect(empty.faults).toEqual([
      {
        code: "empty",
        severity: "warning",
        file: "guide/page.md",
        line: 4,
        expected: "text below the front matter and the title",
        found: "nothing",
      },
    ]);
  });

  it("name a section of pictures by its heading, and leave out links that only scroll", () => {
    expect(parse("## A\n\n### B\n\n![x](x.png)\n\n## C\n\nText.\n\n[Back to top](#a)").passages).toEqual([
      { anchor: "b", headings: ["A", "B"], text: "B" },
      { anchor: "c", headings: ["C"], text: "Text." },
    ]);
  });
});

describe("description", () => {
  it("is the first paragraph, cut at a word", () => {
    expect(parse('# T\n\n![x](x.png)\n\n!!! note "Title"\n    First words.\n\nMore.').description).toBe("First words.");
    const long = parse(`${"word ".repeat(80)}end.`).description;
    expect(long.length).toBeLessThanOrEqual(200);
    expect(long).toMatch(/word…$/);
  });
});

describe("steps", () => {
  it("are the items of the longest numbered list, across pictures", () => {
    expect(parse("1. A\n2. B\n\n![x](x.png)\n\n3. C **c**\n\nOr:\n\n1. D\n2. E").steps).toEqual(["A", "B", "C c"]);
  });

  it("are step headings before all else, or numbered ones where there is no list", () => {
    expect(parse("## Step 1: Open\n\n1. a\n2. b\n\n## Step 2: Close\n\nText.").steps).toEqual([
      "Step 1: Open",
      "Step 2: Close",
    ]);
    expect(parse("## 第一步 打开\n\n文字。\n\n## 第二步 关闭\n\n文字。").steps).toEqual(["第一步 打开", "第二步 关闭"]);
    expect(parse("## 1. Open\n\nText.\n\n## 2. Close\n\nText.").steps).toEqual(["1. Open", "2. Close"]);
    expect(parse("1. Only one\n\nText.").steps).toEqual([]);
  });
});

describe("redirect stubs", () => {
  it.each([
    ["This page has moved to [Returns](returns.md).", "returns.md"],
    ["# Old\n\nThis article has been merged into [Returns](returns.md).", "returns.md"],
    ["本页已迁移至[退货](returns.md)。", "returns.md"],
    ['<meta http-equiv="refresh" content="0; url=/new/">\n<link rel="canonical" href="/new/">', "/new/"],
  ])("%j", (text, target) => {
    expect(parse(text).frontMatter.redirectTo).toBe(target);
    expect(parse(text).faults.filter((fault) => fault.code === "empty")).toEqual([]);
  });

  it.each([
    "See [the list](list.md).",
    "Refunds are paid within 14 days. See [Returns](returns.md).",
    "The display has moved to the left? Restart the device as [shown here](restart.md).",
    "You can find guides and other resources in [this list](https://x.example/).",
    "This page has moved to [Returns](returns.md).\n\nRefunds are paid within 14 days.",
  ])("but not %j", (text) => {
    expect(parse(text).frontMatter.redirectTo).toBeUndefined();
  });
});

describe("language", () => {
  it("is told by the share of Han letters, code or not", () => {
    expect(parse("退款需要 3 天。").hanShare).toBe(1);
    expect(parse("Plain text.").hanShare).toBe(0);
  });
});

describe("bodySection", () => {
  const document = parse(
    "# T\n\nIntro.\n\n## A {#a}\n\n![x](x.png)\n\n### B\n\n[y](y.md) text\n\n## C\n\nEnd. {#p}\n\n:::tip\n### D\n\nIn a box.\n:::",
  );

  it("is the part under a heading, without ids", () => {
    expect(show(bodySection(document, "a"))).toBe(
      '<h2>A</h2><p>{image x.png "x"}</p><h3>B</h3><p><a href="{link y.md}">y</a> text</p>',
    );
    expect(show(bodySection(document, "b"))).toBe('<h2>B</h2><p><a href="{link y.md}">y</a> text</p>');
  });

  it("ends with the box its heading stands in", () => {
    expect(show(bodySection(document, "d"))).toBe("<h2>D</h2><p>In a box.</p>");
  });

  it("is one element for any other anchor, all for none, nothing for an unknown one", () => {
    expect(show(bodySection(document, "p"))).toBe("<p>End.</p>");
    expect(show(bodySection(document, ""))).not.toContain(" id=");
    expect(bodySection(document, "nowhere")).toEqual([]);
  });

  it("puts its headings below the heading it will stand under", () => {
    expect(show(bodySection(document, "a", 3))).toMatch(/^<h4>A<\/h4>.*<h5>B<\/h5>/);
  });
});
