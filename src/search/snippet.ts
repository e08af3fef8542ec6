import type { HighlightedText } from "../domain/search";
import { isHan } from "../text/script";
import { findMatches, type Match, toMarks } from "./highlight";
import type { Matched } from "./retriever";

/** Width of a snippet in columns: a Han character takes two, as on screen. About two lines on a phone. */
const WIDTH = 180;
/** How much of the width may stand before the first match. */
const LEAD = 50;
const ELLIPSIS = "…";

/**
 * The part of a passage around the words that matched: the window that says most of what was asked,
 * from the beginning of its sentence if that is near, never cutting a word. Line feeds become spaces;
 * an ellipsis stands where text was cut off. Without a match it is the passage's beginning.
 */
export function snippet(text: string, matched: Matched): HighlightedText {
  const matches = findMatches(text, matched);
  const best = bestWindow(text, matches);
  const fits = advance(text, 0, WIDTH) === text.length;
  const lead = best && !fits ? leadStart(text, best.start) : 0;
  const from = lead + (/^\s*/.exec(text.slice(lead, best?.start ?? lead))?.[0].length ?? 0);
  const to = cutEnd(text, from, Math.max(best?.end ?? 0, advance(text, from, WIDTH)), best?.end ?? 0);
  const before = from > 0 ? ELLIPSIS : "";
  const after = to < text.length ? ELLIPSIS : "";
  const shift = before.length - from;
  const inside = matches.filter(({ start, end }) => start >= from && end <= to);
  return {
    text: before + text.slice(from, to).replace(/\s/g, " ") + after,
    marks: toMarks(inside).map(([start, end]) => [start + shift, end + shift]),
  };
}

/** The span from a match to the last one that fits behind it, which holds the weightiest different terms. */
function bestWindow(text: string, matches: readonly Match[]): { start: number; end: number } | undefined {
  let best: { start: number; end: number; weight: number } | undefined;
  for (const [at, first] of matches.entries()) {
    const limit = advance(text, first.start, WIDTH - LEAD);
    const seen = new Set<string>();
    let weight = 0;
    let end = first.end;
    for (let i = at; i < matches.length; i++) {
      const match = matches[i];
      if (!match || match.start >= limit) break;
      if (match.end > limit && i > at) continue;
      end = Math.max(end, match.end);
      weight += seen.has(match.term) ? match.weight * 0.1 : match.weight;
      seen.add(match.term);
    }
    if (!best || weight > best.weight) best = { start: first.start, end, weight };
  }
  return best;
}

/** Where the snippet begins: the sentence's or line's beginning, else a word boundary, within {@link LEAD} columns. */
function leadStart(text: string, match: number): number {
  let from = match;
  let columns = 0;
  let word = match;
  while (from > 0 && columns < LEAD) {
    const step = stepBack(text, from);
    const before = text.slice(step, from);
    if (/[\n。！？；]/u.test(before)) return from;
    if (/\s/u.test(before)) {
      if (/[.!?]/.test(text.charAt(step - 1))) return from;
      word = from;
    } else if (isHan(before)) word = step;
    columns += isHan(before) ? 2 : 1;
    from = step;
  }
  return from === 0 ? 0 : word;
}

/** Moves a cut back to the last boundary between words, but not before what must be shown. */
function cutEnd(text: string, from: number, to: number, needed: number): number {
  if (to >= text.length) return text.length;
  let cut = to;
  while (cut > Math.max(from + 1, needed)) {
    const after = String.fromCodePoint(text.codePointAt(cut) ?? 0);
    const before = text.slice(stepBack(text, cut), cut);
    if (/\s/u.test(after) || isHan(before) || isHan(after)) return cut;
    cut = stepBack(text, cut);
  }
  // One endless word: cut it where it is too long, between code points.
  return Math.max(needed, to);
}

/** The offset at most so many columns behind another, between code points. */
function advance(text: string, from: number, columns: number): number {
  let at = from;
  let used = 0;
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    used += isHan(character) ? 2 : 1;
    if (used > columns) break;
    at += character.length;
  }
  return at;
}

function stepBack(text: string, at: number): number {
  const low = text.charCodeAt(at - 1);
  const high = text.charCodeAt(at - 2);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? at - 2 : at - 1;
}
