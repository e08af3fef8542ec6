import { type Sentence, splitSentences } from "../text/sentences";

/** A sentence of a passage, or one line of a list of steps. */
export interface PassageSentence extends Sentence {
  /** Which list of steps of the passage it is part of; undefined outside lists. */
  readonly list?: number;
}

/** "1. Open the drawer" or "2) …", "3、…": a numbered item of a list, and its number. Versions and "3.5 mm" are none. */
const STEP = /^(\d{1,2})[.)、．](?!\d)\s*\S/;

/**
 * The sentences of a passage's text, as they stand there. Those of two or more lines numbered in a row are marked as
 * one list; what a step is interrupted by (a picture's caption, a command) ends it, since it is quoted as a whole.
 */
export function sentencesOf(text: string): PassageSentence[] {
  const lists = stepLists(text);
  return splitSentences(text).map((sentence) => {
    const list = lists.findIndex(([start, end]) => sentence.start >= start && sentence.start < end);
    return list < 0 ? sentence : { ...sentence, list };
  });
}

/** Half-open ranges of the lists of steps in a text. */
function stepLists(text: string): (readonly [number, number])[] {
  const lists: (readonly [number, number])[] = [];
  let [start, end, items, last] = [0, 0, 0, Number.NaN];
  const close = () => {
    if (items > 1) lists.push([start, end]);
    items = 0;
  };
  let at = 0;
  for (const line of text.split("\n")) {
    const number = Number(STEP.exec(line)?.[1] ?? Number.NaN);
    if (items === 0 || number !== last + 1) {
      close();
      start = at;
    }
    if (!Number.isNaN(number)) items += 1;
    last = number;
    end = at + line.length;
    at = end + 1;
  }
  close();
  return lists;
}
