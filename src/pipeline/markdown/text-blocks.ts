import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { type HtmlParent, hasClass, headingDepth, isElement, textProperty } from "./html/elements";
import { inlineText, wordsOf } from "./html/inline-text";

/** A stretch of plain text in reading order: a heading, or a block of one or more lines. */
export type TextBlock =
  | { readonly type: "heading"; readonly depth: number; readonly text: string; readonly anchor: string }
  | { readonly type: "text"; readonly text: string };

const INLINE = new Set(
  "a code kbd samp var mark em strong b i u s del ins sub sup small abbr cite dfn q time br wbr span ruby rt rp bdi bdo img input".split(
    " ",
  ),
);

/** The plain text of a tree, block by block: what is searched and quoted. */
export function textBlocks(tree: HtmlParent): TextBlock[] {
  const blocks: TextBlock[] = [];
  collect(tree, blocks);
  return blocks;
}

function collect(parent: HtmlParent, blocks: TextBlock[]): void {
  let line = "";
  const flush = () => {
    push(blocks, tidy(line));
    line = "";
  };
  for (const node of parent.children as ElementContent[]) {
    if (node.type === "text" || isElement(node, ...INLINE)) {
      line += wordsOf(node);
      continue;
    }
    if (!isElement(node)) continue;
    flush();
    collectBlock(node, blocks);
  }
  flush();
}

function collectBlock(node: Element, blocks: TextBlock[]): void {
  const depth = headingDepth(node);
  if (depth > 0) {
    const text = inlineText(node);
    if (text !== "") blocks.push({ type: "heading", depth, text, anchor: textProperty(node, "id") ?? "" });
    return;
  }
  switch (node.tagName) {
    case "pre":
      push(blocks, code(node));
      return;
    case "ol":
    case "ul":
      list(node, blocks);
      return;
    case "table":
      table(node, blocks);
      return;
    case "video":
    case "audio":
      return;
    case "p":
      // A label for footnotes says nothing about the article.
      if (hasClass(node, "footnotes-title")) return;
  }
  collect(node, blocks);
}

function list(node: Element, blocks: TextBlock[]): void {
  let number = Number(textProperty(node, "start") ?? 1);
  const footnotes = node.children.some((item) => isElement(item, "li") && textProperty(item, "id")?.startsWith("fn-"));
  for (const item of node.children) {
    if (!isElement(item)) continue;
    const from = blocks.length;
    collect(item, blocks);
    const first = blocks[from];
    if (node.tagName === "ol" && !footnotes && isElement(item, "li")) {
      if (first?.type === "text") blocks[from] = { type: "text", text: `${number}. ${first.text}` };
      number++;
    }
  }
}

function table(node: Element, blocks: TextBlock[]): void {
  const rows: Element[] = [];
  const find = (parent: Element) => {
    for (const child of parent.children) {
      if (isElement(child, "tr")) rows.push(child);
      else if (isElement(child, "caption")) push(blocks, inlineText(child));
      else if (isElement(child, "thead", "tbody", "tfoot")) find(child);
    }
  };
  find(node);
  for (const row of rows) {
    const cells = row.children.filter((cell) => isElement(cell, "td", "th")) as Element[];
    push(
      blocks,
      cells
        .map(cellText)
        .filter((text) => text !== "")
        .join(" · "),
    );
  }
}

function cellText(cell: Element): string {
  const blocks: TextBlock[] = [];
  collect(cell, blocks);
  return blocks.map((block) => block.text.replaceAll("\n", " ")).join(" ");
}

function code(node: Element): string {
  return textOf(node)
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{2,}/g, "\n")
    .replace(/^\n+|\n+$/g, "");
}

/** One line, except where the author broke it with `<br>`. */
function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Links that only scroll say nothing about the article. */
const SCROLL_LINK = /^(?:[↑⬆^]\s*)?(?:back to (?:the )?top|to the top|return to top|返回顶部|回到顶部)(?:\s*[↑⬆^])?$/i;

function push(blocks: TextBlock[], text: string): void {
  if (text !== "" && !SCROLL_LINK.test(text)) blocks.push({ type: "text", text });
}
