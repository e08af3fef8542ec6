import type { Properties } from "hast";
import type { RootContent } from "mdast";

const ITEM = String.raw`(?:[.#][A-Za-z\u0080-\uFFFF_][^\s{}=]*|[\w:-]+=(?:"[^"{}]*"|'[^'{}]*'|[^\s{}"']+))`;
const LIST = String.raw`\{:?\s*${ITEM}(?:\s+${ITEM})*\s*\}`;
const LEADING = new RegExp(`^${LIST}`);
const TRAILING = new RegExp(`(?:^|\\s*)(${LIST})\\s*$`);
const OWNERS = new Set([
  "link",
  "linkReference",
  "image",
  "imageReference",
  "inlineCode",
  "strong",
  "emphasis",
  "delete",
]);

/** `{.class #id key=value}` and `{: …}` of kramdown, Pandoc and MkDocs. */
export interface AttributeList {
  readonly id?: string;
  readonly width?: string;
  readonly height?: string;
}

export function readAttributes(list: string): AttributeList {
  const value = (key: string) => new RegExp(`\\b${key}=["']?([\\d.]+)(?:px)?["']?`).exec(list)?.[1];
  const id = /[{\s:]#([^\s{}=]+)/.exec(list)?.[1];
  const width = value("width");
  const height = value("height");
  return { ...(id ? { id } : {}), ...(width ? { width } : {}), ...(height ? { height } : {}) };
}

/** Takes the lists that follow a link, image, code or emphasis out of the text; ids and image sizes are kept. */
export function dropInlineAttributes(children: readonly RootContent[]): void {
  for (let index = 1; index < children.length; index++) {
    const node = children[index];
    const owner = children[index - 1];
    if (node?.type !== "text" || !owner || !OWNERS.has(owner.type) || !node.value.trimStart().startsWith("{")) continue;
    const space = node.value.length - node.value.trimStart().length;
    // Pandoc wants the list right after its owner; MkDocs users put a space before an image's.
    if (space > 0 && owner.type !== "image") continue;
    const match = LEADING.exec(node.value.slice(space));
    if (!match) continue;
    node.value = node.value.slice(space + match[0].length);
    const { id, width, height } = readAttributes(match[0]);
    const size = owner.type === "image" ? { ...(width ? { width } : {}), ...(height ? { height } : {}) } : {};
    setProperties(owner, { ...(id ? { id } : {}), ...size });
  }
}

/** Takes the list that ends a heading or paragraph out of its text. */
export function takeTrailingAttributes(children: readonly RootContent[]): AttributeList | undefined {
  const last = children[children.length - 1];
  if (last?.type !== "text" || !last.value.trimEnd().endsWith("}")) return undefined;
  const match = TRAILING.exec(last.value);
  if (!match?.[1]) return undefined;
  last.value = last.value.slice(0, match.index);
  return readAttributes(match[1]);
}

export function setProperties(node: RootContent, properties: Properties): void {
  if (Object.keys(properties).length === 0) return;
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...properties } };
}
