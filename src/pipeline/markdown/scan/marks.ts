/**
 * Unicode noncharacters: never valid in a text, removed from every source before scanning, and not producible by
 * Markdown character references. They mark what the scanner understood, so that no author can forge it.
 */
const NONCHARACTERS = /[\uFDD0-\uFDEF\uFFFE\uFFFF]/g;

export const HIGHLIGHT_START = "\uFDD2";
export const HIGHLIGHT_END = "\uFDD3";
/** Begins the address of an Obsidian link: looked up by page name. */
export const WIKI = "\uFDD4";
/** Begins the address of an image that stands for the body of another article. */
export const EMBED = "\uFDD5";
/** As {@link EMBED}, for an Obsidian page name. */
export const WIKI_EMBED = "\uFDD6";

/** Takes out what only our own marks may contain; a NUL becomes U+FFFD as CommonMark asks. */
export function withoutMarks(text: string): string {
  return text.replace(NONCHARACTERS, "").replaceAll("\0", "\uFFFD");
}

export const openSentinel = (id: number) => `<!--\uFDD0o${id}-->`;
export const closeSentinel = (id: number) => `<!--\uFDD0c${id}-->`;

/** Reads a sentinel back from the value of an HTML node. */
export function readSentinel(html: string): { readonly open: boolean; readonly id: number } | undefined {
  const match = /^\s*<!--\uFDD0([oc])(\d+)-->\s*$/.exec(html);
  return match ? { open: match[1] === "o", id: Number(match[2]) } : undefined;
}
