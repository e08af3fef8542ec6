import type { Element, ElementContent } from "hast";
import { hasClass, isElement } from "./elements";

const SILENT = new Set(["img", "video", "audio", "rt", "rp", "input"]);

/** The words of an element on one line: no pictures, no readings above characters, no footnote marks. */
export function inlineText(node: Element): string {
  return node.children.map(wordsOf).join("").replace(/\s+/g, " ").trim();
}

/** The words of one node; white space is a space, and only a line break element is a line feed. */
export function wordsOf(node: ElementContent): string {
  if (node.type === "text") return node.value.replace(/\s+/g, " ");
  if (!isElement(node) || SILENT.has(node.tagName)) return "";
  if (node.tagName === "br") return "\n";
  if (node.properties.dataFootnoteRef !== undefined || hasClass(node, "data-footnote-backref")) return "";
  return node.children.map(wordsOf).join("");
}
