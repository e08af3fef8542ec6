import type { FoundArticle } from "./answer-question";
import type { Candidate } from "./evidence";

/** What an article counts as whose passages were not read, or have nothing to do with the question. Logits. */
const LEAST = -5;

/**
 * The found articles anew, by their score and by what a reader found in their passages.
 *
 * @param relevances of each candidate, see {@link Reading.relevance}; absent without a reader: the order stays
 * @param weight how much a logit counts; the best score counts 1
 * @returns ids of articles, best first
 */
export function rerank(
  found: readonly FoundArticle[],
  candidates: readonly Candidate[],
  relevances: readonly number[] | undefined,
  weight: number,
): string[] {
  const best = Math.max(0, ...found.map(({ score }) => score)) || 1;
  const byArticle = new Map<string, number>();
  for (const [n, { article }] of candidates.entries())
    byArticle.set(article.id, Math.max(byArticle.get(article.id) ?? LEAST, relevances?.[n] ?? LEAST));
  return found
    .map(({ pack, article, score }, rank) => {
      const id = pack.articles[article]?.id ?? "";
      return { id, rank, value: score / best + weight * (byArticle.get(id) ?? LEAST) };
    })
    .sort((a, b) => b.value - a.value || a.rank - b.rank)
    .map(({ id }) => id);
}
