/** What is spoken in one go: a sentence, or a part of a long one. */
export interface Piece {
  readonly text: string;
  /** The sentence it is of, as a half-open range of UTF-16 offsets into the whole text. */
  readonly start: number;
  readonly end: number;
}

/** Chrome falls silent after 15 seconds of one utterance of an online voice: about 200 letters, or 50 Han characters. */
const LONGEST_SECONDS = 12;
const HAN = /\p{Script=Han}/u;
/** For browsers that know no sentences; a point within a number or a name ends none. */
const SENTENCE = /(?:[^\n.!?。！？]|[.!?]+(?![.!?\s"'”’)]|$))*(?:[.!?。！？]+["'”’」』）)]*|\n|$)/g;
const CLAUSE_END = /[,;:，；：、—]/;

/** The sentences of a text, without the white space around them, long ones in parts. */
export function spokenPieces(text: string, lang: string): Piece[] {
  return sentences(text, lang).flatMap(([start, end]) =>
    parts(text.slice(start, end)).map((part) => ({ text: part, start, end })),
  );
}

function sentences(text: string, lang: string): (readonly [number, number])[] {
  return segments(text, lang).flatMap(({ index, segment }) => {
    const start = index + segment.length - segment.trimStart().length;
    const end = start + segment.trim().length;
    return end > start && /[\p{L}\p{N}]/u.test(segment) ? [[start, end] as const] : [];
  });
}

function segments(text: string, lang: string): { readonly index: number; readonly segment: string }[] {
  if ("Segmenter" in Intl) return [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)];
  return [...text.matchAll(SENTENCE)].map(({ index, 0: segment }) => ({ index, segment }));
}

/** Cuts what takes too long at the last clause that ends in time, else at the last space, else where it must be. */
function parts(sentence: string): string[] {
  const whole: string[] = [];
  let begin = 0;
  let seconds = 0;
  let cut = { at: 0, clause: false };
  for (let at = 0; at < sentence.length; at++) {
    const sign = sentence.charAt(at);
    const clause = CLAUSE_END.test(sign);
    seconds += HAN.test(sign) ? 0.22 : 0.06;
    if (clause || (sign === " " && !cut.clause)) cut = { at: at + 1, clause };
    if (seconds < LONGEST_SECONDS || at + 1 === sentence.length) continue;
    const end = cut.at > begin ? cut.at : at + 1;
    whole.push(sentence.slice(begin, end).trim());
    [begin, at, seconds, cut] = [end, end - 1, 0, { at: end, clause: false }];
  }
  return [...whole, sentence.slice(begin).trim()].filter((part) => part !== "");
}
