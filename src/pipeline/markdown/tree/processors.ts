import type { Root as HtmlRoot } from "hast";
import type { Root } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype, { type Options } from "remark-rehype";
import { unified } from "unified";
import { VFile } from "vfile";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

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

export function parseTree(text: string): Root {
  return parser.parse(text);
}

/** The HTML tree of a Markdown tree; raw HTML in it stays unparsed. */
export function toHtmlTree(tree: Root, chinese: boolean): HtmlRoot {
  return toHtml[chinese ? "zh" : "en"].runSync(tree) as HtmlRoot;
}

/** Parses the raw HTML in a tree; `text` is what the tree was parsed from, so that positions survive. */
export function parseRaw(tree: HtmlRoot, text: string): HtmlRoot {
  return rawParser.runSync(tree, new VFile(text)) as HtmlRoot;
}
