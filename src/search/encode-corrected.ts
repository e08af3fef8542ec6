import type { QueryEncoder, QueryMeaning } from "../domain/encoder";
import type { SearchResults } from "../domain/search";
import { tokenize } from "../text/tokenize";

/**
 * What a query means without its slips: "pasword" falls into pieces that mean nothing. Words that the encoder knows
 * as they are stay: that no article holds "laptop" does not make it a misspelt "lapdog".
 *
 * @param corrections words of the query that no article holds, and those that were searched instead
 */
export function encodeCorrected(
  text: string,
  corrections: SearchResults["corrections"],
  encode: QueryEncoder,
): QueryMeaning {
  const better = new Map(corrections.map(({ from, to }) => [from, to]));
  for (const { from } of corrections) if (encode(from).pieces?.length === 1) better.delete(from);
  if (better.size === 0) return encode(text);
  let corrected = "";
  let at = 0;
  for (const { word, start, end } of tokenize(text)) {
    const to = better.get(word);
    if (to === undefined || start < at) continue;
    corrected += text.slice(at, start) + to;
    at = end;
  }
  return encode(corrected + text.slice(at));
}
