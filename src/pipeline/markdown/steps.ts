import type { Element, ElementContent, Root } from "hast";
import { hasClass, headingDepth, isElement, textProperty } from "./html/elements";
import { inlineText } from "./html/inline-text";
import { textBlocks } from "./text-blocks";

const STEP_HEADING = /^(?:step\s*\d+|第\s*[一二三四五六七八九十\d]+\s*步|步骤\s*[一二三四五六七八九十\d]+)/i;
const NUMBERED_HEADING = /^(\d+)[.)、．]\s*\S/;

/**
 * The texts of an article's steps: its step headings ("Step 1 …", "第一步"), else its longest numbered list, else
 * headings numbered from 1. Empty when there are fewer than two.
 */
export function stepsOf(tree: Root): string[] {
  const headings: string[] = [];
  const lists: string[][] = [];
  collect(tree.children as ElementContent[], headings, lists);
  const steps = headings.filter((text) => STEP_HEADING.test(text));
  if (steps.length >= 2) return steps;
  const longest = lists.reduce<string[]>((best, list) => (list.length > best.length ? list : best), []);
  if (longest.length >= 2) return longest;
  const numbered = headings.filter((text) => NUMBERED_HEADING.test(text));
  const inOrder = numbered.every((text, index) => Number(NUMBERED_HEADING.exec(text)?.[1]) === index + 1);
  return inOrder && numbered.length >= 2 ? numbered : [];
}

/** Lists at the top, or in boxes and tabs there; an image between two items may have split one list into two. */
function collect(nodes: readonly ElementContent[], headings: string[], lists: string[][]): void {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (headingDepth(node) > 0) headings.push(inlineText(node));
    else if (node.tagName === "ol") addList(node, lists);
    else if (["aside", "div", "details"].includes(node.tagName) || hasClass(node, "tab")) {
      collect(node.children, headings, lists);
    }
  }
}

function addList(node: Element, lists: string[][]): void {
  const items = node.children.filter((child) => isElement(child, "li")) as Element[];
  const texts = items.map((item) =>
    textBlocks(item)
      .map((block) => block.text)
      .join(" ")
      .replaceAll("\n", " "),
  );
  const start = Number(textProperty(node, "start") ?? 1);
  const previous = lists[lists.length - 1];
  if (previous && start > 1 && start === previous.length + 1) previous.push(...texts);
  else lists.push(texts);
}
