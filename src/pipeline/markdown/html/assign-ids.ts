import { slug } from "github-slugger";
import type { Element, Root } from "hast";
import { report, type TreeContext } from "../tree/tree-context";
import { anchorId } from "./anchor-id";
import { headingDepth, mapElements, textProperty } from "./elements";
import { inlineText } from "./inline-text";

/**
 * Checks the ids that authors gave and gives every heading one; in place.
 *
 * @returns all ids in the tree, in document order
 */
export function assignIds(tree: Root, context: TreeContext): string[] {
  const taken = new Set<string>();
  const headings: Element[] = [];
  mapElements(tree, (node) => {
    if (headingDepth(node) > 0) headings.push(node);
    const wish = textProperty(node, "id");
    delete node.properties.id;
    if (wish === undefined) return undefined;
    const id = anchorId(wish);
    if (id === "") return undefined;
    if (taken.has(id)) {
      report(context, node, "duplicate-id", "error", "an id that is used once in the article", `#${wish}`);
      return undefined;
    }
    taken.add(id);
    node.properties.id = id;
    return undefined;
  });
  const counts = new Map<string, number>();
  for (const heading of headings) {
    if (heading.properties.id !== undefined) continue;
    const base = anchorId(slug(inlineText(heading))) || "section";
    let id = base;
    let count = counts.get(base) ?? 0;
    while (taken.has(id)) id = `${base}-${++count}`;
    counts.set(base, count);
    taken.add(id);
    heading.properties.id = id;
  }
  const ids: string[] = [];
  mapElements(tree, (node) => {
    if (typeof node.properties.id === "string") ids.push(node.properties.id);
    return undefined;
  });
  return ids;
}
