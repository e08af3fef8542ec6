import type { Root as HtmlRoot } from "hast";
import type { Root } from "mdast";
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype, { type Options } from "remark-rehype";
import { type Processor, unified } from "unified";
import { VFile } from "vfile";

/**
 * CommonMark does not close `**“设置”。**` when a Han character follows, because the inner side is punctuation and
 * no space stands outside. Chinese has no spaces there, so emphasis is read the way its authors mean it.
 */
function chineseEmphasis(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), cjkFriendlyExtension()];
}

const plainParser = unified().use(remarkParse).use(chineseEmphasis).freeze();
const parser = unified().use(remarkParse).use(remarkGfm).use(chineseEmphasis).freeze();

const options = (chinese: boolean): Options => ({
  allowDangerousHtml: true,
  clobberPrefix: "",
  footnoteLabel: chinese ? "脚注" : "Footnotes",
  footnoteLabelTagName: "p",
  footnoteLabelProperties: { className: ["footnotes-title"] },
  footnoteBackLabel: (index) => (chinese ? `回到正文 ${index + 1}` : `Back to reference ${index + 1}`),
});
const toHtml = {
  en: unified().use(remarkRehype, options(false)).freeze(),
  zh: unified().use(remarkRehype, options(true)).freeze(),
};
const rawParser = unified().use(rehypeRaw).freeze();

/** Tables, task lists, footnotes, strikethrough, bare addresses: what the extensions of GitHub could act on. */
const EXTENDED = /\||~|\[\^|\[[ xX]\]|www\.|(?<!\]\(|<)https?:\/\/|\w@\w/i;

/** The Markdown tree of a text. Without need for GitHub's extensions parsing takes half the time. */
export function parseTree(text: string): Root {
  return (EXTENDED.test(text) ? parser : plainParser).parse(text);
}

/** The HTML tree of a Markdown tree; raw HTML in it stays unparsed. */
export function toHtmlTree(tree: Root, chinese: boolean): HtmlRoot {
  return toHtml[chinese ? "zh" : "en"].runSync(tree) as HtmlRoot;
}

/** Parses the raw HTML in a tree; `text` is what the tree was parsed from, so that positions survive. */
export function parseRaw(tree: HtmlRoot, text: string): HtmlRoot {
  return rawParser.runSync(tree, new VFile(text)) as HtmlRoot;
}
