import type { SectionPack } from "../../../src/domain/pack";
import type { Random } from "../support/random";

/** Ranges of code points that texts are drawn from at random. */
const SCRIPTS: readonly (readonly [from: number, to: number])[] = [
  [0x0000, 0x001f], // control characters
  [0x0020, 0x007e],
  [0x00a0, 0x024f],
  [0x0300, 0x036f], // combining marks
  [0x0400, 0x04ff],
  [0x0590, 0x06ff], // Hebrew, Arabic
  [0x0e00, 0x0e7f],
  [0x200b, 0x200f], // zero-width and direction marks
  [0x3040, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff5e],
  [0x1f300, 0x1f9ff],
  [0x20000, 0x2a6df],
];
/** Characters of a very long paste. */
const PASTE = 100_000;

/** Everything a person, a cat or a clipboard may put into a search field. */
export function randomQueries(packs: readonly SectionPack[], random: Random, count: number): string[] {
  const texts = packs.flatMap(({ articles }) => articles.flatMap(({ passages }) => passages.map(({ text }) => text)));
  const words = texts.flatMap((text) => text.match(/[\p{Script=Latin}\p{N}]+|\p{Script=Han}{2,4}/gu) ?? []);
  return Array.from({ length: count }, () => randomQuery(texts, words, random));
}

function randomQuery(texts: readonly string[], words: readonly string[], random: Random): string {
  const kind = random.next();
  if (kind < 0.005) return paste(texts, random);
  if (kind < 0.02)
    return random.pick(["", " ", "\n\t", "''", "*", "?", "\\", "%00", "<b>", "__proto__", "constructor"]);
  if (kind < 0.3) return Array.from({ length: 1 + random.below(8) }, () => random.pick(words)).join(" ");
  if (kind < 0.5) return damaged(random.pick(words), random);
  if (kind < 0.65) return random.pick(words).slice(0, 1 + random.below(4));
  if (kind < 0.8) return slice(random.pick(texts), 60, random);
  return Array.from({ length: 1 + random.below(40) }, () => randomCharacter(random)).join("");
}

function paste(texts: readonly string[], random: Random): string {
  const alike = random.next() < 0.3 ? randomCharacter(random).repeat(PASTE) : "";
  let text = alike;
  while (text.length < PASTE) text += `${random.pick(texts)} `;
  return text.slice(0, PASTE);
}

/** A word with a letter dropped, doubled or exchanged. */
function damaged(word: string, random: Random): string {
  const at = random.below(word.length);
  const put = random.pick(["", word[at]! + word[at]!, randomCharacter(random)]);
  return word.slice(0, at) + put + word.slice(at + 1);
}

function slice(text: string, length: number, random: Random): string {
  const from = random.below(Math.max(1, text.length - length));
  return text.slice(from, from + 1 + random.below(length));
}

function randomCharacter(random: Random): string {
  const [from, to] = random.pick(SCRIPTS);
  return String.fromCodePoint(from + random.below(to - from + 1));
}
