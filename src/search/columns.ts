import { foldText } from "../text/fold";
import { isHan } from "../text/script";

/** Beyond this a query is a pasted page; encoders and words stop there too. */
const LONGEST = 1_000;

/** How much a query writes: a letter or digit takes one column, a Han character two; signs and spaces none. */
export function columns(text: string): number {
  const characters = foldText(text.slice(0, LONGEST)).match(/[\p{L}\p{N}]/gu) ?? [];
  return characters.reduce((sum, character) => sum + (isHan(character) ? 2 : 1), 0);
}
