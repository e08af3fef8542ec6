import type { Element, ElementContent, Properties, Root } from "hast";

export type HtmlParent = Root | Element;

export function element(tagName: string, properties: Properties, children: readonly ElementContent[] = []): Element {
  return { type: "element", tagName, properties, children: [...children] };
}

export function isElement(node: { type: string } | undefined, ...tagNames: string[]): node is Element {
  return node?.type === "element" && (tagNames.length === 0 || tagNames.includes((node as Element).tagName));
}

export function hasClass(node: Element, name: string): boolean {
  const classes = node.properties.className;
  return Array.isArray(classes) && classes.includes(name);
}

/** A property as text; undefined when it is absent or no text. */
export function textProperty(node: Element, name: string): string | undefined {
  const value = node.properties[name];
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
}

export function isBlank(node: { type: string }): boolean {
  return (
    node.type === "comment" ||
    node.type === "doctype" ||
    (node.type === "text" && (node as { value?: string }).value?.trim() === "")
  );
}

const HEADING = /^h([1-6])$/;

/** 1 to 6 for a heading, 0 for anything else. */
export function headingDepth(node: { type: string }): number {
  return isElement(node) ? Number(HEADING.exec(node.tagName)?.[1] ?? 0) : 0;
}

/** Visits every element, parents first; `visit` may return nodes to put in its place, which are then visited too. */
export function mapElements(
  parent: HtmlParent,
  visit: (node: Element, parent: HtmlParent) => readonly ElementContent[] | undefined,
): void {
  const children = parent.children as ElementContent[];
  for (let index = 0; index < children.length; index++) {
    const node = children[index];
    if (!isElement(node)) continue;
    const replacement = visit(node, parent);
    if (replacement) {
      children.splice(index, 1, ...replacement);
      if (!replacement.includes(node)) {
        index--;
        continue;
      }
      index = children.indexOf(node);
    }
    mapElements(node, visit);
  }
}
