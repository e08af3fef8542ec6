import { editDistance } from "./edit-distance";

/** Shorter words have too many neighbours to guess from. */
const SHORTEST = 4;
/** A word of this length or less is taken for a common word with a letter missing (bord), never for a rare one (sell, shell). */
const SHORT = 4;
/** From this length on a word may hold two errors. */
const LONG = 8;

/**
 * The known word that an unknown one most likely stands for, or undefined. Cheapest edits first, then
 * the more frequent word, then by alphabet. The first letter is taken to be right (or swapped with the
 * second): slips there are rare, other words that rhyme are not. Words with digits are never
 * corrected: E-105 is not a misspelt E-104.
 *
 * @param startingWith known words that begin with a text
 * @param frequency how many documents hold a known word
 * @param common how many documents must hold a word to count as common
 * @param partial the word is still being typed: it may also be the beginning of a known word
 */
export function closestWord(
  word: string,
  startingWith: (prefix: string) => Iterable<string>,
  frequency: (word: string) => number,
  common: number,
  partial = false,
): string | undefined {
  if (word.length < SHORTEST || !/^\p{L}+$/u.test(word)) return undefined;
  const limit = word.length >= LONG ? 2 : 1;
  const swapped = word.charAt(1) + word.charAt(0);
  let best: { word: string; distance: number; frequency: number } | undefined;
  const consider = (candidate: string): void => {
    if (candidate.length < SHORTEST || candidate.length < word.length - limit) return;
    if (!partial && candidate.length > word.length + limit) return;
    const bound = best?.distance ?? limit;
    let distance = editDistance(word, candidate, bound);
    // What is typed so far may lack a letter or have the right number of them.
    for (const length of partial && distance > bound ? [word.length, word.length + 1] : []) {
      distance = Math.min(distance, editDistance(word, candidate.slice(0, length), bound));
    }
    if (distance > bound || /[\p{N}\p{P}]/u.test(candidate)) return;
    if (word.length <= SHORT && !isSwap(word, candidate) && frequency(candidate) < common) return;
    const rival = { word: candidate, distance, frequency: frequency(candidate) };
    if (!best || precedes(rival, best)) best = rival;
  };
  for (const candidate of startingWith(word.charAt(0))) consider(candidate);
  if (swapped.charAt(0) !== word.charAt(0)) for (const candidate of startingWith(swapped)) consider(candidate);
  return best?.word;
}

function isSwap(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join("") === [...b].sort().join("");
}

interface Rival {
  readonly word: string;
  readonly distance: number;
  readonly frequency: number;
}

function precedes(a: Rival, b: Rival): boolean {
  if (a.distance !== b.distance) return a.distance < b.distance;
  if (a.frequency !== b.frequency) return a.frequency > b.frequency;
  return a.word < b.word;
}
