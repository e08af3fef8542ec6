import { fold, foldText } from "../../text/fold";
import { buildTrie } from "./piece-trie";

/** Stands before every word, as in sentencepiece. */
export const WORD_START = "\u2581";
/** The piece that sentencepiece keeps for what it does not know; never found in a text. */
const UNKNOWN = "<unk>";
/** How much an unknown character costs beyond the rarest piece: sentencepiece's figure. */
const UNKNOWN_PENALTY = 10;
/** Words come back all the time; longer ones hardly do, and as parts of a string engines keep the whole string for them. */
const LONGEST_REMEMBERED = 12;
const MOST_REMEMBERED = 20_000;
/** A word without spaces may be a pasted file: it is cut, so that time and memory stay in proportion. */
const LONGEST_RUN = 4_096;

/** The pieces of a text in their order; characters that no piece holds are left out. */
export interface PieceCutter {
  (text: string): Uint32Array;
  /** The same, and where each piece stands. */
  placed(text: string): PlacedPieces;
}

export interface PlacedPieces {
  readonly pieces: Uint32Array;
  /**
   * Half-open range of UTF-16 offsets into the text as it was before folding, two numbers a piece; never descending.
   * That of a piece which is nothing but {@link WORD_START} is empty and stands where the word begins.
   */
  readonly offsets: Uint32Array;
}

/** White space in a folded text, and the sign that could be taken for the beginning of a word. */
const BETWEEN_WORDS = /[\s\u2581]+/u;
const WORDS = /[^\s\u2581]+/gu;

/**
 * Sentencepiece's unigram model: of all ways to cut a word into pieces, the one whose log-probabilities add up
 * to most (Viterbi); at a tie the one met first. Pieces never cross white space, so each word is cut by itself.
 *
 * @param pieces spellings, by number
 * @param scores log-probabilities, by number
 */
export function createPieceCutter(pieces: readonly string[], scores: Float32Array): PieceCutter {
  const trie = buildTrie(pieces.map((piece) => (piece === UNKNOWN ? "" : piece)));
  const unknown = scores.reduce((least, score) => Math.min(least, score), 0) - UNKNOWN_PENALTY;
  const best = new Float64Array(LONGEST_RUN + 1);
  const from = new Int32Array(LONGEST_RUN + 1);
  const chosen = new Int32Array(LONGEST_RUN + 1);
  const remembered = new Map<string, Uint32Array>();

  /**
   * Viterbi over one word, {@link WORD_START} included.
   *
   * @param places is filled with where each piece begins
   */
  const cut = (word: string, places?: number[]): Uint32Array => {
    const { length } = word;
    best.fill(Number.NEGATIVE_INFINITY, 1, length + 1);
    best[0] = 0;
    for (let start = 0; start < length; ) {
      const code = word.codePointAt(start) as number;
      const width = code > 0xffff ? 2 : 1;
      const reached = best[start] as number;
      let single = false;
      let node = trie.root;
      for (let end = start; end < length; ) {
        node = trie.next(node, word.charCodeAt(end++));
        if (node < 0) break;
        const piece = trie.pieceAt(node);
        if (piece < 0) continue;
        single ||= end === start + width;
        const score = reached + (scores[piece] as number);
        if (score > (best[end] as number)) {
          best[end] = score;
          from[end] = start;
          chosen[end] = piece;
        }
      }
      const next = start + width;
      if (!single && reached + unknown > (best[next] as number)) {
        best[next] = reached + unknown;
        from[next] = start;
        chosen[next] = -1;
      }
      start = next;
    }
    let count = 0;
    for (let end = length; end > 0; end = from[end] as number) if ((chosen[end] as number) >= 0) count++;
    const found = new Uint32Array(count);
    for (let end = length; end > 0; end = from[end] as number) {
      const piece = chosen[end] as number;
      if (piece < 0) continue;
      found[--count] = piece;
      if (places) places[count] = from[end] as number;
    }
    return found;
  };

  const ofWord = (word: string): Uint32Array => {
    const known = remembered.get(word);
    if (known) return known;
    const found = cut(WORD_START + word);
    if (word.length <= LONGEST_REMEMBERED) {
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(word, found);
    }
    return found;
  };

  const ofText = (text: string): Uint32Array => {
    const words: Uint32Array[] = [];
    let total = 0;
    for (const word of wordsOf(text)) {
      const found = ofWord(word);
      words.push(found);
      total += found.length;
    }
    const all = new Uint32Array(total);
    let at = 0;
    for (const word of words) {
      all.set(word, at);
      at += word.length;
    }
    return all;
  };

  const placed = (original: string): PlacedPieces => {
    const { text, starts, ends } = fold(original);
    const all: number[] = [];
    const offsets: number[] = [];
    for (const { 0: run, index } of text.matchAll(WORDS)) {
      let at = index;
      for (const word of run.length < LONGEST_RUN ? [run] : inParts(run)) {
        const places: number[] = [];
        for (const [n, piece] of cut(WORD_START + word, places).entries()) {
          // The sign before the word is not in the text.
          const first = Math.max(0, (places[n] as number) - 1);
          const behind = (places[n] as number) - 1 + (pieces[piece] as string).length;
          const start = starts[at + first] as number;
          all.push(piece);
          offsets.push(start, behind > 0 ? (ends[at + behind - 1] as number) : start);
        }
        at += word.length;
      }
    }
    return { pieces: Uint32Array.from(all), offsets: Uint32Array.from(offsets) };
  };

  return Object.assign(ofText, { placed });
}

/** The folded words of a text; what is too long for one comes in parts. */
export function wordsOf(text: string): string[] {
  const words = foldText(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== "");
  return words.some(({ length }) => length >= LONGEST_RUN) ? words.flatMap(inParts) : words;
}

function inParts(word: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < word.length; at += LONGEST_RUN - 1) parts.push(word.slice(at, at + LONGEST_RUN - 1));
  return parts;
}
