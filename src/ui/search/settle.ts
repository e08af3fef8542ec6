import type { SearchResults } from "../../domain/search";

/**
 * What is shown when a better answer to the same question arrives. Once the reader has touched the list, everything in
 * it stays where it is, and what is new comes below: nothing jumps away under a finger.
 *
 * @param touched whether they have pointed at the list, moved in it or scrolled it since the question was asked
 */
export function settle(shown: SearchResults, next: SearchResults, touched: boolean): SearchResults {
  // Typing that paused in the middle of a word: what begins so is still what was looked for.
  const isHalfWord = shown.query.partial === true && !next.articles.some(({ because }) => because === "words");
  if ((!touched && !isHalfWord) || shown.articles.length === 0) return next;
  const there = new Set(shown.articles.map(({ article }) => article));
  const articles = [...shown.articles, ...next.articles.filter(({ article }) => !there.has(article))];
  const otherLanguage = next.otherLanguage ?? shown.otherLanguage;
  return {
    // Still half a word when the next answer comes.
    query: isHalfWord ? shown.query : next.query,
    articles,
    total: Math.max(next.total, articles.length),
    // They stand above the list.
    corrections: shown.corrections,
    nearest: shown.nearest,
    ...(otherLanguage && { otherLanguage }),
  };
}
