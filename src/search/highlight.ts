import type { HighlightedText } from "../domain/search";
import { tokenize } from "../text/tokenize";
import type { Matched } from "./retriever";

/** A place in a text where something the reader asked for stands. */
export interface Match {
  readonly term: string;
  /** UTF-16 offsets, half-open. */
  readonly start: number;
  readonly end: number;
  /** How much the word says. */
  readonly weight: number;
}

/** All matches in a text, by their start; those of neighbouring bigrams overlap. */
export function findMatches(text: string, matched: Matched): Match[] {
  const matches: Match[] = [];
  if (matched.terms.size === 0) return matches;
  for (const { term, kind, start, end } of tokenize(text)) {
    const weight = matched.terms.get(term);
    if (weight !== undefined) matches.push({ term, start, end, weight });
    else if (kind === "gram" && matched.characters.size > 0) {
      const [first = "", second = ""] = term;
      const inner = matched.characters.has(first) ? first : matched.characters.has(second) ? second : undefined;
      if (inner === undefined) continue;
      // A gram's characters are one code point each in the original too, unless brackets stood between them.
      const size = (at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
      const from = inner === first ? start : end - size(end - 2);
      const weight = matched.terms.get(inner) ?? 0;
      matches.push({ term: inner, start: from, end: inner === first ? start + size(start) : end, weight });
    }
  }
  return matches.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The marks of {@link HighlightedText} for matches by their start: overlapping and touching ones become one. */
export function toMarks(matches: readonly Match[]): [start: number, end: number][] {
  const marks: [number, number][] = [];
  for (const { start, end } of matches) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

export function highlight(text: string, matched: Matched): HighlightedText {
  return { text, marks: toMarks(findMatches(text, matched)) };
}
