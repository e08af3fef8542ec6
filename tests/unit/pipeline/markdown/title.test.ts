import { describe, expect, it } from "vitest";
import { fileTitle } from "../../../../src/pipeline/markdown/title";
import { parse, render } from "./render";

describe("title", () => {
  it("comes from front matter, and a heading that repeats it goes", () => {
    const document = parse("---\ntitle: Opening hours\n---\n# Opening Hours\n\nText.\n\n## Sunday\n\nClosed.");
    expect(document.title).toBe("Opening hours");
    expect(document.headings).toEqual([{ depth: 2, text: "Sunday", anchor: "sunday" }]);
  });

  it("is else the first heading of depth 1, wherever it stands", () => {
    const document = parse("### Before\n\nText.\n\n# The title\n\nMore.");
    expect(document.title).toBe("The title");
    expect(document.headings.map((heading) => heading.text)).toEqual(["Before"]);
    expect(document.anchors).toContain("the-title");
  });

  it("is else a first heading alone at its level, without its section number", () => {
    expect(parse("## 1 添加仓库\n\n文字。\n\n### 说明\n\n文字。").title).toBe("添加仓库");
    expect(parse("## One\n\nText.\n\n## Two\n\nText.", "faq/faq.md").title).toBe("FAQ");
    expect(parse("An introduction.\n\n## Notes\n\nText.", "a/opening-hours.md").title).toBe("Opening hours");
  });

  it.each([
    ["If-you-forgot-password.md", "If you forgot password"],
    ["store/faq.md", "FAQ"],
    ["store_support/README.md", "Store support"],
    ["index.md", "Overview"],
    ["a/02-pay_by_sms.mdx", "Pay by SMS"],
    ["常见问题.md", "常见问题"],
    ["macos.md", "macOS"],
  ])("is else the file name: %s -> %s", (path, title) => {
    expect(fileTitle(path, false)).toBe(title);
  });
});

describe("headings", () => {
  it("begin at depth 2 and never skip a depth downwards", () => {
    const document = parse("---\ntitle: T\n---\n### A\n\n##### B\n\n## C\n\n###### D\n\n# E\n\nText.");
    expect(document.headings.map((heading) => heading.depth)).toEqual([2, 3, 2, 3, 2]);
  });

  it("get unique anchors that keep Han characters", () => {
    const document = parse("---\ntitle: T\n---\n## 退款 说明\n\n## Refunds!\n\n## Refunds\n\n## Refunds\n\nText.");
    expect(document.headings.map((heading) => heading.anchor)).toEqual([
      "退款-说明",
      "refunds",
      "refunds-1",
      "refunds-2",
    ]);
  });

  it("keep explicit ids, which come before made ones", () => {
    const document = parse(
      "---\ntitle: T\n---\n## Money\n\n## Refunds {#money}\n\n## Hours{: #h .wide }\n\n## Late\n{: #late-id}\n\nText.",
    );
    expect(document.headings).toEqual([
      { depth: 2, text: "Money", anchor: "money-1" },
      { depth: 2, text: "Refunds", anchor: "money" },
      { depth: 2, text: "Hours", anchor: "h" },
      { depth: 2, text: "Late", anchor: "late-id" },
    ]);
  });

  it("report an explicit id that is used twice", () => {
    const document = parse("---\ntitle: T\n---\n## A {#x}\n\n## B {#x}\n\nText.");
    expect(document.headings.map((heading) => heading.anchor)).toEqual(["x", "b"]);
    expect(document.faults).toEqual([
      {
        code: "duplicate-id",
        severity: "error",
        file: "guide/page.md",
        line: 6,
        expected: "an id that is used once in the article",
        found: "#x",
      },
    ]);
  });

  it("cannot take the ids of the page around them, and links still find them", () => {
    expect(render("---\ntitle: T\n---\n## Main\n\n[up](#main) [there](other.md#Main)")).toBe(
      '<h2 id="a-main">Main</h2><p><a href="{link #a-main}">up</a> <a href="{link other.md#a-Main}">there</a></p>',
    );
  });

  it("without words are dropped, or become plain pictures", () => {
    expect(render("##\n\n## ![logo](a.png)\n\nText.")).toBe('<p>{image a.png "logo"}</p><p>Text.</p>');
  });
});
