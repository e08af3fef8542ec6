import { withoutLiquid } from "./liquid";
import { EMBED, HIGHLIGHT_END, HIGHLIGHT_START, WIKI, WIKI_EMBED } from "./marks";
import { outsideCode } from "./outside-code";

const TRIGGER = /\[\[|==|%%|\{%|\{\{|\{\/\*|:(?:material|fontawesome|octicons|simple)-/;
const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i;

/**
 * Rewrites what dialects put inside running text into plain Markdown and marks: Obsidian links, embeds, highlights
 * and comments, Liquid tags, MDX comments, mdBook includes, icon shortcodes. Inline code is left alone, and the number
 * of lines stays the same.
 */
export function rewriteInline(text: string): string {
  return TRIGGER.test(text) ? outsideCode(text, rewriteStretch) : text;
}

function rewriteStretch(stretch: string): string {
  return withoutLiquid(stretch)
    .replace(/\{\/\*([\s\S]*?)\*\/\}/g, (_, comment: string) => comment.replace(/[^\n]/g, ""))
    .replace(
      /(^|[\s(（])%%(?!\s*%)([\s\S]+?)%%(?=$|[\s.,;:!?)）。，；：！？])/g,
      (_, before: string, comment: string) => before + comment.replace(/[^\n]/g, ""),
    )
    .replace(/\{\{#(?:include|rustdoc_include|playground)\s+([^}\s]+)[^}]*\}\}/g, (_, target: string) =>
      embed(EMBED, target),
    )
    .replace(/\{\{#title\s[^}]*\}\}/g, "")
    .replace(/!\[\[([^[\]\n]+)\]\]/g, (_, inside: string) => obsidianEmbed(inside))
    .replace(/(?<!!)\[\[(?=\S)([^[\]\n]+)\]\](?![([:])/g, (_, inside: string) => wikiLink(inside))
    .replace(
      /(^|[^=\w])==(?=[^\s=])((?:(?!==)[\s\S]){1,2000}?[^\s=])==(?![=\w])/g,
      `$1${HIGHLIGHT_START}$2${HIGHLIGHT_END}`,
    )
    .replace(/:(?:material|fontawesome|octicons|simple)-[\w-]+:(?:\{[^{}]*\})?/g, "");
}

function wikiLink(inside: string): string {
  const [target = "", text] = halves(inside);
  const page = target.replace(/\.md$/i, "");
  const shown = text ?? (page.startsWith("#") ? page.slice(1) : page.replace(/#\^?/g, " › "));
  return `[${text === undefined ? escapeText(shown) : shown}](<${WIKI}${address(target)}>)`;
}

function obsidianEmbed(inside: string): string {
  const [target = "", text] = halves(inside);
  if (!IMAGE.test(target)) return embed(WIKI_EMBED, target);
  const size = /^(\d+)(?:x(\d+))?$/.exec(text ?? "");
  const attributes = size ? `{width=${size[1]}${size[2] ? ` height=${size[2]}` : ""}}` : "";
  const name = target.replace(/^.*\//, "").replace(/\.\w+$/, "");
  const alt = size || text === undefined ? name.replace(/[-_]+/g, " ") : text;
  return `![${escapeText(alt)}](<${WIKI}${address(target)}>)${attributes}`;
}

/** An image whose address says that another article's body belongs here. */
export function embed(mark: string, target: string): string {
  return `![](<${mark}${address(target)}>)`;
}

function halves(inside: string): [string, string?] {
  const at = inside.search(/\\?\|/);
  if (at < 0) return [inside.trim()];
  return [
    inside.slice(0, at).trim(),
    inside
      .slice(at)
      .replace(/^\\?\|/, "")
      .trim(),
  ];
}

function address(target: string): string {
  return target.replace(/[<>\\]/g, "");
}

function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, "\\$&");
}
