import type { Element } from "hast";
import { headingDepth } from "./elements";

/**
 * Gives the headings of a body depths that begin at 2 and never go down by more than one, whatever depths their
 * author used; in place.
 */
export function numberHeadings(headings: readonly Element[]): void {
  const open: number[] = [];
  for (const heading of headings) {
    const depth = headingDepth(heading);
    while (open.length > 0 && (open[open.length - 1] ?? 0) >= depth) open.pop();
    open.push(depth);
    heading.tagName = `h${Math.min(6, open.length + 1)}`;
  }
}
