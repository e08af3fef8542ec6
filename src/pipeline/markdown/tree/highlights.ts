import type { RootContent } from "mdast";
import { HIGHLIGHT_END, HIGHLIGHT_START } from "../scan/marks";
import { block, text } from "./block";

const MARKS = new RegExp(`([${HIGHLIGHT_START}${HIGHLIGHT_END}])`);

/** Turns the marks around `==highlighted==` text into `<mark>`; a lonely one becomes `==` again. */
export function buildHighlights(children: readonly RootContent[]): RootContent[] {
  if (!children.some((node) => node.type === "text" && MARKS.test(node.value))) return [...children];
  const result: RootContent[] = [];
  let marked: RootContent[] | undefined;
  for (const node of children) {
    if (node.type !== "text") {
      (marked ?? result).push(node);
      continue;
    }
    for (const piece of node.value.split(MARKS)) {
      if (piece === HIGHLIGHT_START && !marked) marked = [];
      else if (piece === HIGHLIGHT_END && marked) {
        result.push(block("mark", {}, marked));
        marked = undefined;
      } else if (piece === HIGHLIGHT_START || piece === HIGHLIGHT_END) (marked ?? result).push(text("=="));
      else if (piece !== "") (marked ?? result).push({ ...node, value: piece });
    }
  }
  if (marked) result.push(text("=="), ...marked);
  return result;
}

/** The same for texts that cannot hold an element. */
export function plainHighlights(value: string): string {
  return value.replaceAll(HIGHLIGHT_START, "").replaceAll(HIGHLIGHT_END, "");
}
