// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { findQuotation } from "../../../../src/ui/answer/find-quotation";
import { markRange } from "../../../../src/ui/answer/mark-range";
import type { QuoteTarget } from "../../../../src/ui/answer/quote-link";

function article(html: string): Element {
  document.body.innerHTML = `<div data-prose>${html}</div>`;
  return document.querySelector("[data-prose]")!;
}

function find(html: string, target: Partial<QuoteTarget>): string | undefined {
  return findQuotation(article(html), { anchor: "", start: "", end: "", ...target })?.toString();
}

beforeEach(() => document.body.replaceChildren());

describe("findQuotation", () => {
  it.each([
    [
      "across inline elements",
      "<p>You have <b>45</b> <a href='#'>days</a>.</p>",
      { start: "You have 45 days." },
      "You have 45 days.",
    ],
    ["whatever the white space", "<p>You\n   have   it</p>", { start: "You have it" }, "You\n   have   it"],
    ["with the marks around it", "<p>He said “Go now.” Then left.</p>", { start: "Go now" }, "“Go now.”"],
    ["only to the end of its sentence", "<p>Go now. (Or later.)</p>", { start: "Go now." }, "Go now."],
    [
      "in Chinese",
      "<p>请在<strong>45 天</strong>内退货。其他</p>",
      { start: "请在 45 天内退货。" },
      "请在45 天内退货。",
    ],
    ["without readings above characters", "<p><ruby>退<rt>tuì</rt></ruby>货</p>", { start: "退货" }, "退tuì货"],
    [
      "without footnote marks",
      "<p>Free<sup><a data-footnote-ref>1</a></sup> today</p>",
      { start: "Free today" },
      "Free1 today",
    ],
    [
      "in a table's row",
      "<table><tr><td>Card</td><td>3 days</td></tr></table>",
      { start: "Card · 3 days" },
      "Card3 days",
    ],
    ["in both forms of a letter", "<p>Café ﬁne</p>", { start: "Cafe\u0301 fine" }, "Café ﬁne"],
  ])("finds words %s", (_, html, target, expected) => expect(find(html, target)).toBe(expected));

  it("reaches from the first words to the last ones, over several items", () => {
    const html = "<p>Before</p><ol><li>Open it.</li><li><p>Turn it.</p></li><li>Close it.</li></ol><p>After</p>";
    expect(find(html, { start: "Open it.", end: "Close it." })).toBe("Open it.Turn it.Close it.");
  });

  it("looks below its heading first, then anywhere", () => {
    const html = "<p>Ask us.</p><h2 id='b'>Ask us</h2><p>Really, <i>ask us.</i></p>";
    const prose = article(html);
    const target = { anchor: "b", start: "Ask us.", end: "" };
    expect(findQuotation(prose, target)?.startContainer.parentElement?.localName).toBe("i");
    expect(findQuotation(prose, { ...target, anchor: "gone" })?.startContainer.parentElement?.localName).toBe("p");
    expect(find("<p>Only here.</p><h2 id='b'>B</h2>", { anchor: "b", start: "Only here." })).toBe("Only here.");
  });

  it("survives edits between the ends, and the loss of one end", () => {
    const html = "<p>First words stand. The middle is new. Last words stand.</p>";
    expect(find(html, { start: "First words stand.", end: "Last words stand." })).toBe(
      "First words stand. The middle is new. Last words stand.",
    );
    expect(find(html, { start: "First words stand.", end: "gone for good" })).toBe("First words stand.");
    expect(find(html, { start: "gone for good", end: "Last words stand." })).toBe("Last words stand.");
  });

  it.each([
    ["nothing stands there", { start: "gone", end: "for good" }],
    ["nothing is named", { start: "", end: "" }],
    ["only marks are named", { start: "…" }],
  ])("finds nothing when %s", (_, target) => expect(find("<p>Text.</p>", target)).toBeUndefined());

  it("passes over the buttons in a text", () => {
    expect(find("<pre>npm i</pre><button>Copy</button><p>Then go.</p>", { start: "npm i", end: "Then go." })).toContain(
      "Then go.",
    );
    expect(find("<p>One</p><button>Copy</button>", { start: "Copy" })).toBeUndefined();
  });
});

describe("markRange", () => {
  it("marks every piece of text and nothing between blocks, and takes it all away again", () => {
    const html = "<p>a <b>first</b> one</p>\n<ul>\n<li>second</li>\n<li>third thing</li>\n</ul>";
    const prose = article(html);
    const range = findQuotation(prose, { anchor: "", start: "first one", end: "third" })!;
    const { marks, remove } = markRange(range);
    expect(marks.map((mark) => mark.textContent)).toEqual(["first", " one", "second", "third"]);
    expect(prose.querySelectorAll("ul > mark")).toHaveLength(0);
    remove();
    expect(prose.innerHTML).toBe(html);
    expect(prose.querySelector("p")?.childNodes).toHaveLength(3);
  });

  it("marks part of one text", () => {
    const prose = article("<p>One two three</p>");
    const { remove } = markRange(findQuotation(prose, { anchor: "", start: "two", end: "" })!);
    expect(prose.innerHTML).toBe('<p>One <mark class="quoted">two</mark> three</p>');
    remove();
    expect(prose.innerHTML).toBe("<p>One two three</p>");
  });
});
