import type { Html, RootContent } from "mdast";
import { isHtmlElement } from "../html/element-names";
import { componentMeaning } from "../scan/component";
import { readTag } from "../scan/tag";
import { text } from "./block";
import { report, type TreeContext } from "./tree-context";

/**
 * Goes over the HTML among siblings: comments go, components give way to their content, and what only looks like a
 * tag (`<port>`, `<Device name>`) becomes the text its author meant.
 */
export function settleHtml(children: readonly RootContent[], context: TreeContext): RootContent[] {
  if (!children.some((node) => node.type === "html")) return [...children];
  const result: RootContent[] = [];
  children.forEach((node, index) => {
    if (node.type !== "html") result.push(node);
    else result.push(...settle(node, children.slice(index + 1), children.slice(0, index), context));
  });
  return result;
}

function settle(
  node: Html,
  after: readonly RootContent[],
  before: readonly RootContent[],
  context: TreeContext,
): RootContent[] {
  if (/^<!--[\s\S]*-->\s*$/.test(node.value) && !node.value.slice(4, -3).includes("-->")) return [];
  const tag = readTag(node.value);
  if (!tag || tag.end < node.value.trimEnd().length) return [node];
  const component = /^[A-Z]/.test(tag.name);
  if (isHtmlElement(tag.name) && !(component && tag.name.toLowerCase() !== tag.name && componentMeaning(tag).known)) {
    return [node];
  }
  const paired = tag.selfClosing || (tag.closing ? opens(before, tag.name) : closes(after, tag.name));
  if (!paired) {
    report(
      context,
      node,
      "unknown-component",
      "warning",
      `an HTML element, or \\<${tag.name}> for plain text`,
      node.value,
    );
    return [text(node.value)];
  }
  if (!component) return [node];
  const meaning = componentMeaning(tag);
  if (!meaning.known && !tag.closing) {
    report(
      context,
      node,
      "unknown-component",
      "warning",
      "Markdown, or a component that is known here",
      `<${tag.name}>`,
    );
  }
  if (!meaning.markdown) return [];
  const image = /^!\[(.*)\]\(<(.*)>\)$/.exec(meaning.markdown);
  if (image) return [{ type: "image", url: image[2] ?? "", alt: image[1] ?? "", ...place(node) }];
  return [text(meaning.markdown)];
}

function place(node: Html): Pick<Html, "position"> {
  return node.position ? { position: node.position } : {};
}

function closes(nodes: readonly RootContent[], name: string): boolean {
  return nodes.some((node) => node.type === "html" && node.value.includes(`</${name}`));
}

function opens(nodes: readonly RootContent[], name: string): boolean {
  return nodes.some((node) => node.type === "html" && node.value.includes(`<${name}`));
}
