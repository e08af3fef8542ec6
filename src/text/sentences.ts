/** A sentence: half-open range of UTF-16 offsets, without the white space around it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Ends of sentences that need no space behind them, with the quotes and brackets that close behind; bounded, so that no text takes quadratic time. */
const FULL_WIDTH_END = /[。！？；｡]{1,16}[”’」』）】》"')\]]{0,8}/uy;
const HALF_WIDTH_END = /(?:…{1,16}|[.!?]{1,16})[”’"')\]]{0,8}/uy;
/** Abbreviations that stand before a name or number, so that a capital letter behind them begins no sentence. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof st no nos fig figs vol ch sec ver vs eg ie e.g i.e cf approx est ca resp incl excl max min
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun`.split(/\s+/),
);
/** What a sentence may begin with; a small letter behind a point (etc. and so on) begins none. */
const OPENERS = /^["'“‘«(¿¡[]*(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Extended_Pictographic}])/u;
/** "1.", "2)", "a.", "iv." at the beginning of a line: a list item's number, not a sentence. */
const LIST_MARKER = /^(?:\(?\p{N}{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$/u;

/**
 * Splits plain text into sentences, English and Chinese, exactly as they stand there. A line feed
 * always ends one (blocks are separate thoughts). Points in numbers, versions, file names,
 * abbreviations, initials and list numbers end none. All but white space belongs to some sentence.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    const piece = text.slice(start, end);
    const from = start + piece.length - piece.trimStart().length;
    const to = from + piece.trim().length;
    if (to > from) sentences.push({ start: from, end: to });
    start = end;
  };
  let at = 0;
  while (at < text.length) {
    if (text.charAt(at) === "\n") {
      close(at);
      at++;
      continue;
    }
    const end = sentenceEnd(text, start, at);
    if (end > at) close(end);
    at = Math.max(at + 1, end);
  }
  close(text.length);
  return sentences;
}

/** Where the sentence ends if it ends at this character; otherwise the offset itself. */
function sentenceEnd(text: string, start: number, at: number): number {
  const wide = matchAt(FULL_WIDTH_END, text, at);
  if (wide > 0) return at + wide;
  const narrow = matchAt(HALF_WIDTH_END, text, at);
  if (narrow === 0) return at;
  const end = at + narrow;
  const following = text.slice(end, end + 12);
  // Chinese written with half-width signs puts no space behind them; a point there is mostly part of a name.
  if (/^[\p{Script=Han}]/u.test(following)) return /[!?]/.test(text.charAt(at)) ? end : at;
  if (!/^\s|^$/.test(following)) return at;
  const next = following.trimStart();
  if (next !== "" && !following.startsWith("\n") && !OPENERS.test(next)) return at;
  return text.charAt(at) === "." && narrow === 1 && isInnerPoint(text, start, at, next) ? at : end;
}

/** Whether a single point belongs to the word before it. */
function isInnerPoint(text: string, start: number, at: number, next: string): boolean {
  const before = text.slice(Math.max(start, at - 24), at);
  const word = /[^\s(["'“‘]*$/u.exec(before)?.[0] ?? "";
  if (before.trim() === word && at - start <= 24 && LIST_MARKER.test(word)) return true;
  if (next === "") return false;
  if (ABBREVIATIONS.has(word.toLowerCase())) return word.toLowerCase() !== "no" || /^\p{N}/u.test(next);
  return /^\p{Lu}$/u.test(word);
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
