import { pinyinRanges } from "./pinyin";
import { simplifyCharacter } from "./simplify";

/** A text made comparable, with the way back: unit i of `text` stands for `[starts[i], ends[i])` of the original. */
export interface Folded {
  readonly text: string;
  /** UTF-16 offsets into the original, one for each unit of `text`; both never descend. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A character with what modifies it: marks, invisible characters, half-width voicing signs, Hangul vowels and finals. */
const CLUSTER = /[\s\S][\p{M}\p{Cf}\uff9e\uff9f\u1160-\u11ff]{0,32}/uy;
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
const CONTROL = /(?![\t\n\v\f\r\x85])\p{Cc}/gu;
/** Accents of European scripts. Marks of other scripts (kana voicing, Indic vowels, Cyrillic й) change the letter and stay. */
const ACCENTS = /(?<=^|[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;
/** Letters whose accent Unicode does not decompose. */
const STROKES: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  þ: "th",
  ı: "i",
  ς: "σ",
  "‘": "'",
  "’": "'",
  ʼ: "'",
}; // prettier-ignore
const STROKED = /[ßæœøđðłħŧþıς‘’ʼ]/g;

/**
 * Folds what readers do not distinguish: compatibility forms (full width, ligatures) by NFKC, case,
 * accents (Zürich = zurich), traditional script, bracketed pinyin, invisible and control characters.
 * Linear in the text's length; any string is accepted, lone surrogates included.
 */
export function fold(original: string): Folded {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  const skipped = pinyinRanges(original);
  let skip = 0;
  let at = 0;
  while (at < original.length) {
    const range = skipped[skip];
    if (range && at >= range[0]) {
      at = Math.max(at, range[1]);
      skip++;
      continue;
    }
    const end = clusterEnd(original, at, range?.[0] ?? original.length);
    const piece = foldCluster(original.slice(at, end));
    for (let i = 0; i < piece.length; i++) {
      starts.push(at);
      ends.push(end);
    }
    text += piece;
    at = end;
  }
  return { text, starts, ends };
}

/** {@link fold} without the way back. */
export function foldText(original: string): string {
  return fold(original).text;
}

function clusterEnd(text: string, at: number, limit: number): number {
  // Nothing below U+00AD modifies what stands before it: plain text needs no pattern.
  if (text.charCodeAt(at) < 0x80 && !(text.charCodeAt(at + 1) >= 0xad)) return at + 1;
  CLUSTER.lastIndex = at;
  const match = CLUSTER.exec(text);
  return Math.max(at + 1, Math.min(limit, at + (match?.[0].length ?? 1)));
}

function foldCluster(cluster: string): string {
  if (cluster.length === 1) {
    const code = cluster.charCodeAt(0);
    if (code < 0x80) {
      if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 32);
      return code >= 0x20 && code < 0x7f ? cluster : cluster.replace(CONTROL, "");
    }
    // Unified ideographs have no case, accents or compatibility forms.
    if (code >= 0x4e00 && code <= 0x9fff) return simplifyCharacter(cluster);
  }
  const visible = cluster.replace(INVISIBLE, "").replace(CONTROL, "");
  // Twice: a compatibility form may hold a capital (℡ -> TEL), a lower-case letter an accent (İ -> i̇).
  const plain = foldLetters(foldLetters(visible));
  return plain.length === 0 ? plain : Array.from(plain, simplifyCharacter).join("");
}

function foldLetters(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .replace(STROKED, (letter) => STROKES[letter] ?? letter);
}
