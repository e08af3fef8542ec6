import { editDistance } from "./edit-distance";

/** Shorter words have too many neighbours to guess from. */
const SHORTEST = 4;
/** From this length on a word may hold two errors. */
const LONG = 8;

/**
 * The known word that an unknown one most likely stands for, or undefined. Fewest edits first, then the
 * same first letter (rarely mistyped), then the more frequent word, then by alphabet. Words with digits
 * are never corrected: E-105 is not a misspelt E-104.
 *
 * @param frequency how many documents hold a known word
 * @param partial the word is still being typed: it may also be the beginning of a known word
 */
export function closestWord(
  word: string,
  known: Iterable<string>,
  frequency: (word: string) => number,
  partial = false,
): string | undefined {
  if (word.length < SHORTEST || !/^\p{L}+$/u.test(word)) return undefined;
  const limit = word.length >= LONG ? 2 : 1;
  let best: { word: string; distance: number; sameStart: boolean; frequency: number } | undefined;
  for (const candidate of known) {
    if (candidate.length < SHORTEST - 1 || candidate.length < word.length - limit) continue;
    if (!partial && candidate.length > word.length + limit) continue;
    const bound = Math.min(limit, best?.distance ?? limit);
    let distance = editDistance(word, candidate, bound);
    if (partial && distance > bound && candidate.length > word.length) {
      distance = editDistance(word, candidate.slice(0, word.length), bound);
    }
    if (distance > bound || /[\p{N}\p{P}]/u.test(candidate)) continue;
    const sameStart = candidate[0] === word[0];
    const rival = { word: candidate, distance, sameStart, frequency: frequency(candidate) };
    if (!best || precedes(rival, best)) best = rival;
  }
  return best?.word;
}

interface Rival {
  readonly word: string;
  readonly distance: number;
  readonly sameStart: boolean;
  readonly frequency: number;
}

function precedes(a: Rival, b: Rival): boolean {
  if (a.distance !== b.distance) return a.distance < b.distance;
  if (a.sameStart !== b.sameStart) return a.sameStart;
  if (a.frequency !== b.frequency) return a.frequency > b.frequency;
  return a.word < b.word;
}
