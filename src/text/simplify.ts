import { deltas } from "virtual:traditional-map";

/** Traditional character -> simplified one, both single code points (opencc's default reading). */
const TABLE: ReadonlyMap<string, string> = decodeDeltas(deltas);

function decodeDeltas(text: string): Map<string, string> {
  const numbers = text.split(",").map((number) => Number.parseInt(number, 36));
  const table = new Map<string, string>();
  let simplified = 0;
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    simplified += numbers[at] ?? 0;
    table.set(String.fromCodePoint(simplified + (numbers[at + 1] ?? 0)), String.fromCodePoint(simplified));
  }
  return table;
}

/** The simplified form of one character (code point); itself when it has none. */
export function simplifyCharacter(character: string): string {
  return TABLE.get(character) ?? character;
}
