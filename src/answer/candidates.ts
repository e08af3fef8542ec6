import type { FoundArticle } from "./answer-question";
import type { Candidate } from "./evidence";

/** Articles in which an answer is looked for. */
const ARTICLES = 10;
/** Passages of one article, and in all. Reading one takes a few milliseconds. */
const EACH = 6;
const MOST = 24;

/**
 * The passages in which an answer is looked for: the best one of each article, then those with the highest scores of
 * all. In the order of the articles, best first.
 */
export function candidatesOf(found: readonly FoundArticle[]): Candidate[] {
  const articles = found.slice(0, ARTICLES);
  const bestArticle = Math.max(0, ...articles.map(({ score }) => score)) || 1;
  const bestPassage = Math.max(0, ...articles.map(({ passages }) => passages[0]?.score ?? 0)) || 1;
  const candidates = articles.flatMap(({ pack, article: position, score, passages }, rank) => {
    const article = pack.articles[position];
    return passages.slice(0, EACH).flatMap((one, at): (Candidate & { readonly isBest: boolean })[] => {
      const passage = article?.passages[one.passage];
      if (!article || !passage) return [];
      return [
        {
          pack,
          article,
          rank,
          passage: one.passage,
          articleScore: score / bestArticle,
          passageScore: one.score / bestPassage,
          context: [article.title, ...passage.headings].join(" . "),
          text: passage.text,
          isBest: at === 0,
        },
      ];
    });
  });
  const others = candidates.filter(({ isBest }) => !isBest).sort((a, b) => b.passageScore - a.passageScore);
  const dropped = new Set(others.slice(Math.max(0, MOST - (candidates.length - others.length))));
  return candidates.filter((candidate) => !dropped.has(candidate));
}
