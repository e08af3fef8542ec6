import type { Image, Link, Paragraph, Root, RootContent, Text } from "mdast";
import { isHan } from "../../../text/script";
import { EMBED, WIKI, WIKI_EMBED } from "../scan/marks";
import { alertOf } from "./alerts";
import { dropInlineAttributes, setProperties, takeTrailingAttributes } from "./attribute-lists";
import { type AnyParent, block, isParent, text } from "./block";
import { buildContainers } from "./containers";
import { buildHighlights, plainHighlights } from "./highlights";
import { settleHtml } from "./inline-html";
import { settleRoles } from "./roles";
import type { TreeContext } from "./tree-context";

/** Gives the Markdown tree everything the dialects said; in place. */
export function transform(root: Root, context: TreeContext): void {
  transformParent(root as AnyParent, context);
}

function transformParent(parent: AnyParent, context: TreeContext): void {
  parent.children = settleRoles(settleHtml(buildContainers(parent.children, context), context), context);
  if (parent.children.some(isOtherTheme)) parent.children = parent.children.filter((node) => !isOtherTheme(node));
  dropInlineAttributes(parent.children);
  parent.children = buildHighlights(parent.children).map((node) => transformNode(node, context));
}

function transformNode(node: RootContent, context: TreeContext): RootContent {
  switch (node.type) {
    case "text":
      node.value = joinHanLines(node.value);
      return node;
    case "blockquote": {
      const alert = alertOf(node, context.chinese);
      if (isParent(alert ?? node)) transformParent((alert ?? node) as AnyParent, context);
      return alert ?? node;
    }
    case "heading":
    case "paragraph": {
      // What ends a paragraph may belong to its last link or image; what ends a heading is the heading's.
      if (node.type === "paragraph") dropInlineAttributes(node.children);
      const attributes = takeTrailingAttributes(node.children);
      if (attributes?.id) setProperties(node, { id: attributes.id });
      transformParent(node as AnyParent, context);
      return node.type === "paragraph" ? (loneEmbed(node) ?? node) : node;
    }
    case "code":
      node.lang = language(node.lang);
      return node;
    case "image":
      return image(node);
    case "link":
      nameEmptyLink(node);
      wikiAddress(node);
      break;
  }
  if (isParent(node)) transformParent(node, context);
  return node;
}

/** `[](guide/setup.md)` of MyST stands for the title of what it leads to; its name comes near. */
function nameEmptyLink(node: Link): void {
  const name = /(?:^|[/#])([^/#]+?)(?:\.mdx?)?$/.exec(node.url)?.[1];
  if (node.children.length > 0 || !name || !/\.mdx?$|#[^/]+$/.test(node.url) || /^[a-z]+:/i.test(node.url)) return;
  node.children.push(text(name.replace(/[-_]+/g, " ")) as Text);
}

/** The picture for the other theme, of two that MkDocs and GitHub show in turn. */
const isOtherTheme = (node: RootContent) => node.type === "image" && /#(?:only-dark|gh-dark-mode-only)$/.test(node.url);

function wikiAddress(node: Link | Image): void {
  if (!node.url.startsWith(WIKI)) return;
  node.url = node.url.slice(WIKI.length);
  setProperties(node, { dataWiki: "" });
}

function image(node: Image): RootContent {
  node.alt = plainHighlights(node.alt ?? "");
  if (node.title) node.title = plainHighlights(node.title);
  wikiAddress(node);
  return node;
}

const isEmbed = (node: RootContent): node is Image =>
  node.type === "image" && (node.url.startsWith(EMBED) || node.url.startsWith(WIKI_EMBED));

/** An embed on its own is a block; amid a sentence it can only be a link. */
function loneEmbed(paragraph: Paragraph): RootContent | undefined {
  const children = paragraph.children as RootContent[];
  const embeds = children.filter(isEmbed);
  if (embeds.length === 0) return undefined;
  const blank = (node: RootContent) => node.type === "break" || (node.type === "text" && node.value.trim() === "");
  if (children.every((node) => isEmbed(node) || blank(node))) {
    const blocks = embeds.map((node) => {
      const wiki = node.url.startsWith(WIKI_EMBED) ? { dataWiki: "" } : {};
      return { ...block("div", { dataEmbed: node.url.slice(1), ...wiki }, []), position: node.position } as RootContent;
    });
    return blocks.length === 1 ? blocks[0] : block("div", {}, blocks);
  }
  paragraph.children = paragraph.children.map((node) => {
    if (!isEmbed(node)) return node;
    const target = node.url.slice(1);
    const link: Link = { type: "link", url: target, children: [text(target)] };
    if (node.position) link.position = node.position;
    if (node.url.startsWith(WIKI_EMBED)) setProperties(link, { dataWiki: "" });
    return link;
  });
  return undefined;
}

/** ```` ```js{1,3} ````, ```` ```{.python} ````, ```` ```{code-block} ````: the language alone. */
function language(info: string | null | undefined): string | null {
  const match = /^\{?\s*[.]?([A-Za-z][\w+#-]*)/.exec(info ?? "");
  return match?.[1]?.toLowerCase() ?? null;
}

/** A line break in the source between two Han characters is no space. */
function joinHanLines(value: string): string {
  if (!value.includes("\n")) return value;
  return value.replace(/(\S)[ \t]*\n[ \t]*(?=(\S))/gu, (space, before: string, after: string) =>
    isWide(before) && isWide(after) ? before : space,
  );
}

function isWide(character: string): boolean {
  return isHan(character) || /[\u3000-\u303F\uFF00-\uFFEF]/.test(character);
}
