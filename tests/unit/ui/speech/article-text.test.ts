// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { rangeOf, readableBlocks } from "../../../../src/ui/speech/article-text";

beforeEach(() => {
  document.body.replaceChildren();
});

function prose(html: string): Element {
  document.body.innerHTML = `<div>${html}</div>`;
  return document.body.firstElementChild!;
}

const texts = (html: string) => readableBlocks(prose(html), ", ").map(({ text }) => text.trim());

describe("what of an article is read aloud", () => {
  it.each([
    ["<h2>Send it</h2><p>Pack <em>it</em>\nwell.</p>", ["Send it", "Pack it well."], "blocks, and inline marks within"],
    ["<ol><li>One<ul><li>Inner</li></ul></li><li><p>Two</p></li></ol>", ["One", "Inner", "Two"], "items by themselves"],
    [
      "<table><thead><tr><th>Size</th><th>Price</th></tr></thead><tbody><tr> <td>A4</td> <td>3</td> </tr></tbody></table>",
      ["Size, Price", "A4, 3"],
      "rows, cell by cell",
    ],
    ["<p>Type</p><pre><code>rm -rf</code></pre><p>and <code>ls</code></p>", ["Type", "and ls"], "no code blocks"],
    [
      '<div role="tablist"><button>Mac</button></div><div class="tab"><p>Shown</p></div><div class="tab" hidden><p>Hidden</p></div>',
      ["Shown"],
      "no hidden tabs and no buttons",
    ],
    [
      '<div class="heading-line"><h2>Part</h2><a class="heading-link" href="#">Copy</a></div><p>See<sup><a data-footnote-ref href="#n">1</a></sup>.</p>',
      ["Part", "See."],
      "no marks of the page's own",
    ],
    ['<div data-action="tel:1"><p>Call us</p></div><p>Text</p>', ["Text"], "no cards to fill in"],
    ["<p>One<br>Two</p><dl><dt>Word</dt><dd>Meaning</dd></dl>", ["One", "Two", "Word", "Meaning"], "lines and terms"],
  ])("%s -> %j: %s", (html, expected) => {
    expect(texts(html)).toEqual(expected);
  });

  it("leaves out what is not to be seen", () => {
    const root = prose("<details><summary>More</summary><p>Folded</p></details>");
    const folded = root.querySelector("p")!;
    Object.defineProperty(folded, "checkVisibility", { value: () => false });
    expect(readableBlocks(root, ", ").map(({ text }) => text)).toEqual(["More"]);
  });
});

describe("where it stands", () => {
  it("is found again in the document, across inline marks", () => {
    const root = prose("<p>First. Then <b>the\nlast</b> one.</p>");
    const [block] = readableBlocks(root, ", ");
    const start = block!.text.indexOf("Then");
    expect(rangeOf(block!, { start, end: block!.text.length }).toString()).toBe("Then the\nlast one.");
    expect(rangeOf(block!, { start: 0, end: 6 }).toString()).toBe("First.");
    expect(block!.element.tagName).toBe("P");
  });

  it("is a whole row, between its cells", () => {
    const root = prose("<table><tbody><tr><td>A4</td><td>three</td></tr></tbody></table>");
    const [block] = readableBlocks(root, ", ");
    expect(rangeOf(block!, { start: 0, end: block!.text.length }).toString()).toBe("A4three");
    expect(rangeOf(block!, { start: 4, end: 9 }).toString()).toBe("three");
  });

  it("is the whole block once its text has been cut or is gone", () => {
    const root = prose("<p>First. Second.</p>");
    const [block] = readableBlocks(root, ", ");
    (root.querySelector("p")!.firstChild as Text).splitText(3);
    expect(rangeOf(block!, { start: 7, end: 14 }).toString()).toBe("First. Second.");
  });
});
