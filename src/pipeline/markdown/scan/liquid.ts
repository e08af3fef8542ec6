import { calloutKind } from "./callout-kind";
import type { Container } from "./container";
import { plainTitle } from "./plain-title";

/** A line that holds nothing but one Liquid tag. */
export interface LiquidTag {
  readonly name: string;
  readonly argument: string;
}

const LINE = /^\{%-?\s*(\w[\w-]*)\s*(.*?)\s*-?%\}\s*$/;
const KNOWN =
  "raw endraw include include_relative include_cached endinclude comment endcomment highlight endhighlight capture " +
  "endcapture if elsif else endif unless endunless case when endcase for endfor break continue assign increment " +
  "decrement link post_url tablerow endtablerow cycle seo feed_meta toc youtube gist hint endhint tabs endtabs tab " +
  "endtab note endnote tip endtip warning endwarning danger enddanger caution endcaution important endimportant " +
  "content-ref endcontent-ref embed endembed file endfile code endcode stepper endstepper step endstep columns " +
  "endcolumns column endcolumn ifversion data octicon rowheaders endrowheaders details enddetails callout endcallout " +
  "swagger endswagger page-ref endpage-ref";
const NAMES = new Set(KNOWN.split(" "));

/** Reads a line that is one recognised Liquid tag. */
export function liquidLine(line: string): LiquidTag | undefined {
  if (!line.startsWith("{%")) return undefined;
  const match = LINE.exec(line);
  return match?.[1] && NAMES.has(match[1]) ? { name: match[1], argument: match[2] ?? "" } : undefined;
}

/** The container that a Liquid block (GitBook, GitHub docs, Jekyll themes) opens, if it opens one. */
export function liquidContainer(tag: LiquidTag): Container | undefined {
  const title = plainTitle(/(?:title|summary|label)="([^"]*)"/.exec(tag.argument)?.[1] ?? "");
  const titled = title === "" ? {} : { title };
  const style = /(?:style|type|class)="([^"]*)"/.exec(tag.argument)?.[1] ?? tag.argument.split(/\s/)[0] ?? "";
  switch (tag.name) {
    case "hint":
    case "callout":
      return {
        type: "callout",
        kind: calloutKind(style) ?? "note",
        name: calloutKind(style) ? style : "note",
        ...titled,
      };
    case "note":
    case "tip":
    case "warning":
    case "danger":
    case "caution":
    case "important":
      return { type: "callout", kind: calloutKind(tag.name) ?? "note", name: tag.name, ...titled };
    case "tabs":
      return { type: "tabs" };
    case "tab":
      return { type: "tab", label: title || plainTitle(tag.argument.replace(/^\S+\s+/, "")) };
    case "details":
      return { type: "details", name: "", open: false, ...titled };
    default:
      return undefined;
  }
}

/** Takes recognised Liquid tags out of running text; addresses built by `link` and `post_url` stay. */
export function withoutLiquid(text: string): string {
  if (!text.includes("{%") && !text.includes("{{")) return text;
  return text
    .replace(/(\]\(\s*<?)\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}/g, "$1")
    .replace(/(\]\(\s*<?)\{\{-?\s*["']([^"'{}]*)["']\s*\|\s*(?:relative|absolute)_url\s*-?\}\}/g, "$1$2")
    .replace(/(\]\(\s*<?)\{%-?\s*(?:link|post_url)\s+(\S+?)\s*-?%\}/g, "$1$2")
    .replace(/\{%-?\s*(\w[\w-]*)[^%\n]*?-?%\}/g, (tag, name: string) => (NAMES.has(name) ? "" : tag));
}
