import type { Element, ElementContent, Root } from "hast";
import { headingDepth, isBlank, isElement, textProperty } from "./elements";
import { inlineText } from "./inline-text";

const HEADING =
  /^(?:table of contents|contents|toc|on this page|in this (?:article|page|guide|section)|目录|本页目录|本文目录|目錄|内容目录)[:：]?$/i;

/** A line of its own that says so; "In this article:" is its author's own doing and stays. */
const LABEL = /^(?:table of contents|toc|目录|目錄)[:：]?$/i;

/**
 * Takes out a table of contents that its author's tools wrote: a heading (or a line) that says so with nothing but a
 * list of links into the same page below it. The page has contents of its own.
 */
export function dropContents(tree: Root): void {
  const children = tree.children as ElementContent[];
  const content = children.filter((node) => !isBlank(node));
  const dropped = new Set<ElementContent>();
  content.forEach((node, index) => {
    if (!isElement(node)) return;
    const depth = headingDepth(node);
    const next = content[index + 1];
    const isList = isElement(next, "ul", "ol");
    if (depth > 0 ? !isList && !endsAtOnce(next, depth) : !isList || node.tagName !== "p") return;
    if (!(depth > 0 ? HEADING : LABEL).test(inlineText(node))) return;
    if (!isElement(next, "ul", "ol")) dropped.add(node);
    else if (isContentsList(next)) dropped.add(node).add(next);
  });
  if (dropped.size > 0) tree.children = children.filter((node) => !dropped.has(node)) as Root["children"];
}

/** Every item is a link into the page, and perhaps a list of such below it. */
function isContentsList(list: Element): boolean {
  const items = list.children.filter((child): child is Element => isElement(child, "li"));
  return items.length > 0 && items.every(isContentsItem);
}

function isContentsItem(item: Element): boolean {
  const content = item.children.filter((child) => !isBlank(child));
  const words = content.flatMap((child) => (isElement(child, "p") ? child.children : [child]));
  const links = words.filter((child) => !isBlank(child));
  const lists = links.filter((child): child is Element => isElement(child, "ul", "ol"));
  const rest = links.filter((child) => !isElement(child, "ul", "ol"));
  const only = rest[0];
  const href = isElement(only, "a") ? textProperty(only, "href") : undefined;
  return rest.length === 1 && href?.startsWith("#") === true && lists.every(isContentsList);
}

/** Nothing stands below a heading before the next of its rank. */
function endsAtOnce(next: ElementContent | undefined, depth: number): boolean {
  return isElement(next, "hr") || (isElement(next) && headingDepth(next) > 0 && headingDepth(next) <= depth);
}
