import type { ArticleHit, SearchQuery, SearchResults } from "../domain/search";
import { columns } from "./columns";
import { FUSION, type Fusion } from "./fusion";

/** Articles of another language that are shown with one's own; and of one's own, when the other one is asked. */
const MOST = 3;

/**
 * Whether a language has so little for a query that another one may have more: no article holds words of the query,
 * or none that does is like it as a whole. Of very short queries nobody can tell.
 *
 * @param found what a search with a meaning found
 */
export function hasLittle({ text }: SearchQuery, found: readonly ArticleHit[], fusion: Fusion = FUSION): boolean {
  if (columns(text) < fusion.shortest) return false;
  // Without a likeness the encoder knows nothing of the query: its words are all there is to go by.
  return !found.some(({ because, likeness = fusion.likeness }) => because === "words" && likeness >= fusion.likeness);
}

/** Of another language's articles those that are more like the query than anything in one's own. */
export function betterThan(
  found: readonly ArticleHit[],
  others: readonly ArticleHit[],
  fusion: Fusion = FUSION,
): readonly ArticleHit[] {
  const best = found.reduce((most, { likeness = 0 }) => Math.max(most, likeness), 0);
  return others.filter(({ likeness = 0 }) => likeness >= fusion.likeness && likeness > best).slice(0, MOST);
}

/**
 * A question that is written in another language: its words are there and in none of one's own articles. Of these a few
 * that mean the same stay, so that those it asks for stand in sight below them.
 */
export function besideOther(found: SearchResults, others: readonly ArticleHit[]): SearchResults {
  const isWords = ({ because }: ArticleHit): boolean => because === "words";
  if (found.articles.some(isWords) || !others.some(isWords)) return found;
  return { ...found, articles: found.articles.slice(0, MOST), total: Math.min(found.total, MOST) };
}
