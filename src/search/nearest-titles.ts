import type { SectionPack } from "../domain/pack";
import type { SearchResults } from "../domain/search";
import { foldText } from "../text/fold";
import type { ScoredArticle } from "./retriever";

const LONGEST_QUERY = 200;

/**
 * Titles that a text which found nothing may have been about. First those that look most like it: by the letter
 * pairs they share (Dice), so that a misspelling too far off to be corrected still leads somewhere. Titles that share
 * next to nothing are left out. Then those that mean something near.
 *
 * @param near see {@link Fused.near}
 */
export function nearestTitles(
  text: string,
  packs: readonly SectionPack[],
  near: readonly ScoredArticle[] = [],
  limit = 5,
): SearchResults["nearest"] {
  const alike = alikeTitles(text, packs, limit);
  const known = new Set(alike.map(({ article }) => article));
  const meant = near.flatMap(({ pack, article }) => {
    const { id, title } = pack.articles[article] ?? { id: "", title: "" };
    return known.has(id) ? [] : [{ article: id, title }];
  });
  return [...alike, ...meant].slice(0, limit);
}

function alikeTitles(text: string, packs: readonly SectionPack[], limit: number): SearchResults["nearest"] {
  const wanted = pairs(foldText(text.slice(0, LONGEST_QUERY)));
  if (wanted.size === 0) return [];
  const rated = packs.flatMap((pack) =>
    pack.articles.map(({ id, title }) => ({ article: id, title, likeness: likeness(wanted, pairs(foldText(title))) })),
  );
  return rated
    .filter(({ likeness }) => likeness > 0.2)
    .sort((a, b) => b.likeness - a.likeness || (a.article < b.article ? -1 : 1))
    .slice(0, limit)
    .map(({ article, title }) => ({ article, title }));
}

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (let i = 0; i + 1 < word.length; i++) found.add(word.slice(i, i + 2));
  }
  return found;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of b) if (a.has(pair)) shared++;
  return (2 * shared) / Math.max(1, a.size + b.size);
}
