import { simplified, traditional } from "virtual:traditional-map";

/** Traditional character -> simplified one, both single code points (opencc's default reading). */
const TABLE: ReadonlyMap<string, string> = pairs(traditional, simplified);

function pairs(from: string, to: string): Map<string, string> {
  const targets = [...to];
  return new Map([...from].map((character, at) => [character, targets[at] ?? character]));
}

/** The simplified form of one character (code point); itself when it has none. */
export function simplifyCharacter(character: string): string {
  return TABLE.get(character) ?? character;
}
