/**
 * Marks the lines of blocks that no reader should see, found before anything else is scanned: generated tables of
 * contents between comments, Liquid comments, Obsidian comments.
 */
export interface SkippedBlock {
  readonly end: RegExp;
}

const BLOCKS: readonly { readonly start: RegExp; readonly end: RegExp }[] = [
  {
    start: /^<!--\s*(?:START doctoc|toc|TOC_START|table of contents start|ts|MarkdownTOC)\b/i,
    end: /^<!--\s*(?:END doctoc|\/toc|tocstop|toc-?stop|toc_end|te|\/MarkdownTOC)\b.*-->\s*$/i,
  },
  { start: /^\{%-?\s*comment\s*-?%\}/, end: /\{%-?\s*endcomment\s*-?%\}\s*$/ },
  { start: /^%%(?!.*%%)/, end: /%%\s*$/ },
];

/**
 * The block that a line opens, when one of the lines from `next` on closes it.
 *
 * @param unended ends known not to come any more; filled here, so that each is searched for in vain only once
 */
export function skippedBlock(
  content: string,
  lines: readonly string[],
  next: number,
  unended: Set<RegExp>,
): SkippedBlock | undefined {
  for (const { start, end } of BLOCKS) {
    if (unended.has(end) || !start.test(content)) continue;
    for (let index = next; index < lines.length; index++) if (end.test((lines[index] ?? "").trim())) return { end };
    unended.add(end);
  }
  return undefined;
}

/** Lines that only steer another generator: tables of contents, kramdown options, abbreviations. */
export function isSteeringLine(content: string): boolean {
  return (
    /^\[\[?_?toc_?\]\]?$/i.test(content) ||
    /^\{:+\s*(?:toc|no_toc|:?options|:?comment|:?nomarkdown|\/)[^}]*\}$/i.test(content) ||
    /^\{::\/?[^}]*\}$/.test(content) ||
    /^\*\[[^\]]+\]:\s/.test(content) ||
    /^(?:\$\{?toc\}?|@\[toc\].*)$/i.test(content)
  );
}
