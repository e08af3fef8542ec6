/**
 * Marks the lines of blocks that no reader should see, found before anything else is scanned: generated tables of
 * contents between comments, Liquid comments, Obsidian comments.
 */
export interface SkippedBlock {
  readonly end: RegExp;
}

const BLOCKS: readonly { readonly start: RegExp; readonly end: RegExp }[] = [
  { start: /^<!--\s*(?:START doctoc|toc|TOC_START|table of contents start|ts|MarkdownTOC)\b/i, end: /^<!--\s*(?:END doctoc|\/toc|tocstop|toc-?stop|toc_end|te|\/MarkdownTOC)\b.*-->\s*$/i },
  { start: /^\{%-?\s*comment\s*-?%\}/, end: /\{%-?\s*endcomment\s*-?%\}\s*$/ },
  { start: /^%%(?!.*%%)/, end: /%%\s*$/ },
];

/** The block that a line opens, when one of the next lines closes it. `following` gives the lines after this one. */
export function skippedBlock(content: string, following: () => readonly string[]): SkippedBlock | undefined {
  for (const { start, end } of BLOCKS) {
    if (!start.test(content)) continue;
    if (following().some((line) => end.test(line.trim()))) return { end };
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
