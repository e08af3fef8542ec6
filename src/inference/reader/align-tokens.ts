/** How a tokeniser writes its tokens: a sign before words, bytes as letters, or a sign before what goes on a word. */
export type Spelling = "metaspace" | "byte-level" | "wordpiece";

/** How far ahead in the text a token is looked for that does not stand where it should. UTF-16 units, folded. */
const LOOK_AHEAD = 64;
/** A character with the marks that belong to it. */
const CLUSTER = /[\s\S]\p{M}*/gu;
/** What tokenisers leave out, in one way or another: spaces, controls, marks. */
const UNSEEN = /[\s\p{C}\p{M}]+/gu;

/** @param pieces tokens of `a b` */
export function spellingOf(pieces: readonly string[]): Spelling {
  if (pieces.some((piece) => piece.startsWith("\u0120"))) return "byte-level";
  return pieces.some((piece) => piece.startsWith("\u2581")) ? "metaspace" : "wordpiece";
}

/**
 * Where tokens stand in the text they were made of. Tokenisers do not tell, and they change texts before they cut
 * them (case, accents, compatibility forms), so both sides are compared without all that. A token that stands for
 * something unknown, or is not found, gets what lies between its neighbours; one that holds nothing to be seen gets an empty range, as
 * do all parts of one character but the last.
 *
 * @param tokens of the whole text in their order, as the tokeniser spells them
 * @param unknown how it spells what it does not know
 * @returns half-open ranges of UTF-16 offsets, two numbers a token; beginnings never descend
 */
export function alignTokens(
  text: string,
  tokens: readonly string[],
  spelling: Spelling,
  unknown: string | undefined,
): Uint32Array {
  const { letters, starts, ends } = lettersOf(text);
  const known = spellings(tokens, spelling, unknown);
  const offsets = new Uint32Array(tokens.length * 2);
  const find = (spelled: string | undefined, from: number): number =>
    spelled === undefined ? -1 : letters.slice(0, from + LOOK_AHEAD).indexOf(spelled, from);
  /** The letters that a token stands for, from a place on where it should begin. */
  const place = (n: number, at: number): readonly [from: number, to: number] => {
    const spelled = known[n];
    if (spelled === "") return [at, at];
    if (spelled !== undefined && letters.startsWith(spelled, at)) return [at, at + spelled.length];
    const following = known.slice(n + 1).find((other) => other !== undefined && other !== "");
    const next = find(following, at + 1);
    const found = find(spelled, at);
    if (spelled !== undefined && found >= 0 && (next < 0 || found < next)) return [found, found + spelled.length];
    return [at, wordEnd(starts, ends, at, next < 0 ? letters.length : next)];
  };
  let at = 0;
  for (let n = 0; n < tokens.length; n++) {
    const [from, to] = place(n, at);
    const start = starts[from] ?? text.length;
    offsets[2 * n] = start;
    offsets[2 * n + 1] = to > from ? (ends[to - 1] as number) : start;
    at = to;
  }
  return offsets;
}

/** What is to be seen of a text, folded, with the way back. */
function lettersOf(text: string): { letters: string; starts: number[]; ends: number[] } {
  let letters = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const seen = comparable(cluster);
    for (let unit = 0; unit < seen.length; unit++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
    letters += seen;
  }
  return { letters, starts, ends };
}

function comparable(text: string): string {
  // At the end of a word, and only there, sigma is written otherwise.
  return text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(UNSEEN, "").replaceAll("ς", "σ");
}

/** What each token is in the text, folded; nothing for the unknown. */
function spellings(
  tokens: readonly string[],
  spelling: Spelling,
  unknown: string | undefined,
): readonly (string | undefined)[] {
  // Characters whose bytes lie in several tokens count for the last of them.
  const decoder = new TextDecoder();
  const plain: Record<Spelling, (token: string) => string> = {
    "byte-level": (token) => decoder.decode(bytesOf(token), { stream: true }),
    metaspace: (token) => token.replaceAll("\u2581", ""),
    wordpiece: (token) => token.replace(/^##(?=.)|<\/w>$/gu, ""),
  };
  return tokens.map((token) => (token === unknown ? undefined : comparable(plain[spelling](token))));
}

/** What is not recognised ends where the next token begins, and at white space: it stands for no more than a word. */
function wordEnd(starts: readonly number[], ends: readonly number[], from: number, limit: number): number {
  let end = Math.min(from + 1, limit);
  while (end < limit && (starts[end] === starts[end - 1] || starts[end] === ends[end - 1])) end++;
  return end;
}

/** Bytes that are printable as they are; the others are written as letters from U+0100 on, in their order. */
const PRINTED = [...range(0x21, 0x7e), ...range(0xa1, 0xac), ...range(0xae, 0xff)];
const BYTE_OF = new Map<string, number>();
for (const byte of PRINTED) BYTE_OF.set(String.fromCharCode(byte), byte);
for (const [n, byte] of range(0, 0xff)
  .filter((byte) => !PRINTED.includes(byte))
  .entries())
  BYTE_OF.set(String.fromCharCode(0x100 + n), byte);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}

function bytesOf(token: string): Uint8Array {
  return Uint8Array.from(token, (letter) => BYTE_OF.get(letter) ?? 0x20);
}
