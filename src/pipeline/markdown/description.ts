import type { ElementContent, Root } from "hast";
import { type HtmlParent, hasClass, isElement } from "./html/elements";
import { inlineText } from "./html/inline-text";

const LONGEST = 200;

/** The first paragraph with words in it, cut at a word to at most 200 characters; `""` when there is none. */
export function descriptionOf(tree: Root): string {
  return shorten(firstParagraph(tree) ?? "", LONGEST);
}

function firstParagraph(parent: HtmlParent): string | undefined {
  for (const node of parent.children as ElementContent[]) {
    if (!isElement(node)) continue;
    if (node.tagName === "p") {
      const isLabel = ["callout-title", "tab-label", "footnotes-title"].some((name) => hasClass(node, name));
      const text = isLabel ? "" : inlineText(node);
      if (text !== "") return text;
    } else if (!["table", "pre", "details"].includes(node.tagName)) {
      const found = node.tagName === "li" ? inlineText(node) || undefined : firstParagraph(node);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** At most `longest` characters, an ellipsis included; cut between words, or between Han characters. */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let head = text.slice(0, longest - 1);
  const last = head.charCodeAt(head.length - 1);
  if (last >= 0xd800 && last <= 0xdbff) head = head.slice(0, -1);
  const space = head.search(/\s\S*$/);
  if (space > longest * 0.7 && /[\p{L}\p{N}]/u.test(text.charAt(head.length)) && !/\p{Script=Han}$/u.test(head)) {
    head = head.slice(0, space);
  }
  return `${head.replace(/[\s,;:，；：、]+$/, "")}…`;
}
