import { hasParticle, isStopWord } from "../text/stop-words";
import { tokenize } from "../text/tokenize";

/**
 * How much of what a question says stands in some texts taken together, 0..1, rare words counting more.
 *
 * @param texts positions in the list that {@link wordOverlap} got
 */
export type Overlap = (texts: Iterable<number>) => number;

/**
 * @param texts among which words are rare or common: what was found for the question
 */
export function wordOverlap(question: string, texts: readonly string[]): Overlap {
  const wanted = new Set<string>();
  for (const { term, word, kind } of tokenize(question)) {
    const isEmpty = isStopWord(word) || ((kind === "gram" || kind === "single") && hasParticle(word));
    if (!isEmpty) wanted.add(term);
  }
  const found = texts.map((text) => new Set(tokenize(text).flatMap(({ term }) => (wanted.has(term) ? term : []))));
  const weights = new Map<string, number>();
  for (const term of wanted) {
    const count = found.reduce((sum, terms) => sum + (terms.has(term) ? 1 : 0), 0);
    weights.set(term, Math.log(1 + (texts.length - count + 0.5) / (count + 0.5)));
  }
  const total = sum(weights.values());
  return (positions) => {
    if (!(total > 0)) return 0;
    const together = new Set<string>();
    for (const at of positions) for (const term of found[at] ?? []) together.add(term);
    return sum([...together].map((term) => weights.get(term) as number)) / total;
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
