import { replaceTemplateTags } from "./template-tag";
import { isLiquidWord, templateAddress, templateMarkdown, templateRole } from "./template-words";

/** What stands before an address that a tag builds. */
const IN_ADDRESS = /(?:\]\(\s*<?|\]:\s*<?|\b(?:href|src|link)\s*=\s*["']?)[^\s()"'<>]*$/;
// Hugo's authors write about a tag by putting a comment into it.
const ESCAPED = /\{\{([<%])\/\*([^\n]{0,300}?)\*\/([>%])\}\}/g;

/** How links and pictures are written where a tag stands. */
interface Shape {
  readonly linkStart: (address: string) => string;
  readonly linkEnd: (address: string) => string;
  /** For a piece of Markdown. */
  readonly whole: (markdown: string) => string;
}

const MARKDOWN: Shape = {
  linkStart: () => "[",
  linkEnd: (address) => `](<${address}>)`,
  whole: (markdown) => markdown,
};

const quoted = (value: string) => `"${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;

/** Inside a block of HTML, where no Markdown is read. */
export const HTML_SHAPE: Shape = {
  linkStart: (address) => `<a href=${quoted(address)}>`,
  linkEnd: () => "</a>",
  whole: (markdown) =>
    markdown
      .replace(
        /!\[([^\]]*)\]\(<([^>]*)>[^)]*\)/g,
        (_, alt: string, src: string) => `<img src=${quoted(src)} alt=${quoted(alt)}>`,
      )
      .replace(
        /\[([^\]]*)\]\(<?([^>)]*)>?\)/g,
        (_, words: string, href: string) => `<a href=${quoted(href)}>${words}</a>`,
      ),
};

/**
 * Takes the tags of Hugo and Liquid out of running text: addresses and words stay, containers give way to their content.
 *
 * @param unknown told of a Hugo tag that no theme knows: it is left out
 */
export function withoutTemplates(
  text: string,
  unknown: (name: string, offset: number) => void,
  shape: Shape = MARKDOWN,
): string {
  if (!text.includes("{%") && !text.includes("{{")) return text;
  const links: { name: string; address: string }[] = [];
  const plain = text
    .replace(/ ?[(（]\s*\{\{<\s*(?:icon|fa)\s[^{}]*>\}\}\s*[)）]/g, "")
    .replace(/(\]\(\s*<?|\]:\s*|(?:href|src)=["'])\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}/g, "$1")
    .replace(
      /(\]\(\s*<?|(?:href|src)=["'])\{\{-?\s*(["'])([^"'{}]*)\2\s*\|\s*(?:relative|absolute|prepend:\s*site\.baseurl)(?:_url)?\s*-?\}\}/g,
      "$1$3",
    );
  return replaceTemplateTags(plain, (tag, offset) => {
    const role = templateRole(tag.name);
    if (tag.syntax === "liquid" && !isLiquidWord(tag.name)) return undefined;
    if (tag.closing) {
      const link = links.at(-1);
      if (link?.name !== tag.name) return "";
      links.pop();
      return shape.linkEnd(link.address);
    }
    if (role === undefined) unknown(tag.name, offset);
    if (IN_ADDRESS.test(plain.slice(Math.max(0, offset - 200), offset))) {
      return role === "address" ? templateAddress(tag) : "";
    }
    const markdown = templateMarkdown(tag);
    if (role === "link" && markdown === "" && !tag.selfClosing) {
      if (!new RegExp(`/\\s*${tag.name}\\s*[>%]\\}\\}`).test(plain.slice(offset, offset + 1000))) return "";
      links.push({ name: tag.name, address: templateAddress(tag) });
      return shape.linkStart(templateAddress(tag));
    }
    return shape.whole(markdown);
  }).replace(ESCAPED, (_, open: string, inside: string, close: string) => {
    return `{{${open === "<" ? "\\<" : open}${inside}${close}}}`;
  });
}
