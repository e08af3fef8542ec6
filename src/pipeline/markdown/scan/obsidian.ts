import { address, embed, escapeText } from "./embed";
import { HIGHLIGHT_END, HIGHLIGHT_START, WIKI, WIKI_EMBED } from "./marks";

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp)$/i;

/** `%%comments%%`, which span lines; the lines stay. */
export function withoutComments(text: string): string {
  return text.replace(
    /(^|[\s(（])%%(?!\s*%)([\s\S]+?)%%(?=$|[\s.,;:!?)）。，；：！？])/g,
    (_, before: string, comment: string) => before + comment.replace(/[^\n]/g, ""),
  );
}

/** `[[links]]` and `![[embeds]]`. */
export function withWikiLinks(text: string): string {
  return text
    .replace(/!\[\[([^[\]\n]+)\]\]/g, (_, inside: string) => obsidianEmbed(inside))
    .replace(/(?<!!)\[\[(?=\S)([^[\]\n]+)\]\](?![([:])/g, (_, inside: string) => wikiLink(inside));
}

/** `==highlights==`. */
export function withHighlights(text: string): string {
  return text.replace(
    /(^|[^=\w])==(?=[^\s=])((?:(?!==)[\s\S]){1,2000}?[^\s=])==(?![=\w])/g,
    `$1${HIGHLIGHT_START}$2${HIGHLIGHT_END}`,
  );
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
