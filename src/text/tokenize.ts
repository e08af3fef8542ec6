import { fold } from "./fold";
import { regionalTerms } from "./regional-terms";
import { stem } from "./stem";

/**
 * `word`: a word by itself. `whole` and `part`: an identifier (`E-104`, `2.1.45`, `boot.cfg`, `phpMyAdmin`)
 * without its joints, and its pieces. `gram`: two neighbouring Han characters. `single`: a Han
 * character that stands alone.
 */
export type TokenKind = "word" | "whole" | "part" | "gram" | "single";

export interface Token {
  /** What is compared: the stem of a word, the characters of anything else. */
  readonly term: string;
  /** The folded word as written: what readers complete and what corrections show. */
  readonly word: string;
  readonly kind: TokenKind;
  /** UTF-16 offsets into the original text, half-open. */
  readonly start: number;
  readonly end: number;
}

/** Longer ones are keys, checksums or noise: they would only fill the index. */
const LONGEST_WORD = 64;
/** Scripts written without spaces: Han and kana, and those of South-East Asia. */
const UNSPACED =
  "\\p{Script=Han}々〇\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])`;
/** A run of an unspaced script; or words joined by single signs; or one emoji. */
const RUN = new RegExp(
  `(?<unspaced>[${UNSPACED}]+)|(?<joined>${LETTER}+(?:[-_./'+#@&\\\\]${LETTER}+)*(?:\\+\\+|#)?)|\\p{Emoji_Presentation}`,
  "gu",
);
const PIECE = /[0-9]+|[^0-9\-_./'+#@&\\]+/g;
const VERSION = /^v?[0-9]+(?:\.[0-9]+)+[a-z]?$/;
const HUMP = /(?<=[\p{Ll}0-9])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** The tokens of a text in any mixture of scripts, by their start; the same for articles and for queries. */
export function tokenize(original: string): Token[] {
  const folded = fold(original);
  const tokens: Token[] = [];
  const push = (word: string, term: string, kind: TokenKind, from: number, to: number): void => {
    if (word.length > LONGEST_WORD) return;
    tokens.push({ term, word, kind, start: folded.starts[from] ?? 0, end: folded.ends[to - 1] ?? 0 });
  };
  for (const run of folded.text.matchAll(RUN)) {
    const text = run[0];
    const at = run.index;
    if (run.groups?.unspaced !== undefined) grams(text, at, push);
    else if (run.groups?.joined === undefined) push(text, text, "single", at, at + text.length);
    else words(text, at, original.slice(folded.starts[at], folded.ends[at + text.length - 1]), push);
  }
  return tokens;
}

type Push = (word: string, term: string, kind: TokenKind, from: number, to: number) => void;

/** One character of a run as it is compared, with its place in the folded text. */
interface Place {
  readonly character: string;
  readonly from: number;
  readonly to: number;
}

function grams(run: string, at: number, push: Push): void {
  const places = placesOf(run, at);
  const [first] = places;
  if (first && places.length === 1) push(first.character, first.character, "single", first.from, first.to);
  for (let i = 1; i < places.length; i++) {
    const [left, right] = [places[i - 1], places[i]];
    if (!left || !right) continue;
    const gram = left.character + right.character;
    push(gram, gram, "gram", left.from, right.to);
  }
}

/** The characters of a run; those of a regional word replaced by the standard one's, each standing for the whole. */
function placesOf(run: string, at: number): Place[] {
  const places: Place[] = [];
  let from = 0;
  const plain = (end: number): void => {
    for (const character of run.slice(from, end)) {
      places.push({ character, from: at + from, to: at + from + character.length });
      from += character.length;
    }
  };
  for (const { start, end, standard } of regionalTerms(run)) {
    plain(start);
    for (const character of standard) places.push({ character, from: at + start, to: at + end });
    from = end;
  }
  plain(run.length);
  return places;
}

function words(run: string, at: number, original: string, push: Push): void {
  const end = at + run.length;
  if (VERSION.test(run)) {
    version(run, at, push);
    return;
  }
  const possessive = run.endsWith("'s") ? run.slice(0, -2) : run;
  const whole = possessive.replace(/[-_./'@&\\]/g, "");
  // don't, o'clock: an apostrophe joins letters of one word, all other signs join words.
  if (!/[-_./+#@&\\0-9]/.test(possessive)) {
    const humps = possessive.length === original.length && HUMP.test(original) ? original.split(HUMP) : [];
    push(whole, stem(whole), humps.length > 1 ? "whole" : "word", at, at + possessive.length);
    let from = at;
    for (const hump of humps.length > 1 ? humps : []) {
      const word = run.slice(from - at, from - at + hump.length);
      if (word.length > 1) push(word, stem(word), "part", from, from + hump.length);
      from += hump.length;
    }
    return;
  }
  const pieces = [...possessive.matchAll(PIECE)];
  if (pieces.length < 2) {
    push(whole, stem(whole), "word", at, end);
    return;
  }
  push(whole, whole, "whole", at, end);
  for (const piece of pieces) {
    // A letter by itself (E-104, e-mail) says nothing.
    if (/^[a-z]$/.test(piece[0])) continue;
    push(piece[0], stem(piece[0]), "part", at + piece.index, at + piece.index + piece[0].length);
  }
}

/** 2.1.45 is found as 2.1.45, 2.1 and 2; without the v that some write before it. */
function version(run: string, at: number, push: Push): void {
  const skip = run.startsWith("v") ? 1 : 0;
  const numbers = run.slice(skip).split(".");
  for (let n = numbers.length; n >= 1; n--) {
    const word = numbers.slice(0, n).join(".");
    push(word, word, n === numbers.length ? "whole" : "part", at + skip, at + skip + word.length);
  }
}
