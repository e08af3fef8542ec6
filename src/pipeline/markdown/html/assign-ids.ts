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
    const id = isFootnote(node, wish) ? wish : anchorId(wish);
    if (id === "") return undefined;
    if (taken.has(id)) {
      report(context, node, "duplicate-id", "error", "an id that is used once in the article", `#${wish}`);
      return undefined;
    }
    taken.add(id);
    node.properties.id = id;
    return undefined;
  });
  for (const heading of headings) {
    if (heading.properties.id !== undefined) continue;
    const base = anchorId(slug(inlineText(heading))) || "section";
    let id = base;
    for (let count = 1; taken.has(id); count++) id = `${base}-${count}`;
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

/** Footnotes come with ids of their own, which are unique already. */
function isFootnote(node: Element, id: string): boolean {
  return (
    (node.tagName === "li" && id.startsWith("fn-")) ||
    (node.tagName === "a" && node.properties.dataFootnoteRef !== undefined) ||
    (node.tagName === "p" && id === "footnote-label")
  );
}
