import type { Properties } from "hast";
import type { PhrasingContent, RootContent } from "mdast";

/** Parents of any kind: our own nodes carry blocks where mdast knows no such element. */
export type AnyParent = { type: string; children: RootContent[] };

/** An mdast node that remark-rehype turns into the named element. */
export function block(tagName: string, properties: Properties, children: readonly RootContent[]): RootContent {
  const node = { type: "container", data: { hName: tagName, hProperties: properties }, children: [...children] };
  // mdast's node types are closed; remark-rehype takes any node that names its element.
  return node as unknown as RootContent;
}

export function textParagraph(className: string, children: readonly PhrasingContent[]): RootContent {
  return block("p", { className: [className] }, children);
}

export function text(value: string): PhrasingContent {
  return { type: "text", value };
}

export function isParent(node: unknown): node is AnyParent {
  return typeof node === "object" && node !== null && Array.isArray((node as { children?: unknown }).children);
}
