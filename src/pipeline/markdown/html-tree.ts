import type { Nodes, Root } from "hast";
import { visit } from "unist-util-visit";
import { prepareRaw } from "./html/prepare-raw";
import { parseRaw, parseTree, toHtmlTree } from "./tree/processors";
import { transform } from "./tree/transform";
import { report, type TreeContext } from "./tree/tree-context";

/**
 * The HTML tree of a scanned body, not yet sanitised. Raw HTML is parsed only where there is any.
 *
 * @throws RangeError when the nesting is too deep for the stack
 */
export function htmlTree(_body: string, context: TreeContext): Root {
  const markdown = parseTree(context.scan.text);
  transform(markdown, context);
  const tree = toHtmlTree(markdown, context.chinese);
  if (!hasRaw(tree)) return tree;
  const parsed = parseRaw(tree, context.scan.text);
  prepareRaw(parsed, context);
  return parsed;
}

function hasRaw(tree: Root): boolean {
  let found = false;
  visit(tree as Nodes, (node) => {
    found ||= (node.type as string) === "raw";
    return !found;
  });
  return found;
}

/** The words of a body as plain paragraphs, and a fault that says so. */
export function plainTree(body: string, context: TreeContext): Root {
  report(context, {}, "unreadable", "warning", "Markdown that is nested less deeply", "nesting too deep to parse");
  const paragraphs = body.split(/\n\s*\n/).filter((text) => text.trim() !== "");
  return {
    type: "root",
    children: paragraphs.map((value) => ({
      type: "element",
      tagName: "p",
      properties: {},
      children: [{ type: "text", value: value.trim() }],
    })),
  };
}
