/** The beginning of a fenced code block. */
export interface FenceStart {
  readonly character: "`" | "~";
  readonly size: number;
}

export function fenceStart(content: string): FenceStart | undefined {
  const match = /^(`{3,})[^`]*$|^(~{3,})/.exec(content);
  if (!match) return undefined;
  const run = match[1] ?? match[2] ?? "";
  return { character: run[0] === "~" ? "~" : "`", size: run.length };
}

export function closesFence(content: string, fence: FenceStart): boolean {
  const match = /^(`{3,}|~{3,})\s*$/.exec(content);
  return match?.[1] !== undefined && match[1][0] === fence.character && match[1].length >= fence.size;
}

/** A list marker with the white space after it; group 1 is the marker. */
export const LIST_MARKER = /^([-*+]|\d{1,9}[.)])(?:([ \t]+)|$)/;

const HTML_BLOCK = new RegExp(
  "^</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|" +
    "dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|" +
    "menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|" +
    "th|thead|title|tr|track|ul)(?:\\s|/?>|$)",
  "i",
);
const LONE_TAG = /^<\/?[A-Za-z][\w-]*(?:\s[^<>]*)?\/?>\s*$/;

/** Whether CommonMark takes this line and those after it, up to a blank one, for raw HTML. */
export function startsHtmlBlock(content: string, inParagraph: boolean): boolean {
  return HTML_BLOCK.test(content) || (!inParagraph && LONE_TAG.test(content));
}

/** What ends the raw content of any of {@link rawElement}. */
export const RAW_ELEMENT_END = /<\/(?:pre|script|style|textarea)>/i;

/** The name of an element whose content CommonMark passes through, blank lines and all, when a line begins with one. */
export function rawElement(content: string): string | undefined {
  return /^<(pre|script|style|textarea)(?=\s|>|$)/i.exec(content)?.[1]?.toLowerCase();
}

/** A single line that ends every paragraph: heading, rule. */
export function isHeadingOrRule(content: string): boolean {
  return /^#{1,6}(?:\s|$)/.test(content) || /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(content);
}
