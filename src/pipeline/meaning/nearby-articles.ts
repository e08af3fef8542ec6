import type { CatalogArticle } from "../catalog";
import { byCodePoint } from "../read";
import type { SharedTags } from "../shared-tags";
import type { MeantArticle } from "./article-meanings";
import { nearestRows, UNIT } from "./nearest-rows";

/** For each article the nearest listed ones of its language, best first. */
export type NearbyArticles = ReadonlyMap<CatalogArticle, readonly CatalogArticle[]>;

/**
 * Below this cosine two articles have hardly a subject in common, and no neighbour is better than a foreign one. In
 * the demo centre one pair of twenty lies below, and no article's fourth neighbour does.
 */
const LEAST_COSINE = 0.3;
/**
 * What a shared folder is worth, in cosine. Chosen by how many of the articles that authors link to are among the
 * first four: in the demo centre .46 with it and .36 without, in two others .62 (.59) and .51 (.52).
 */
const SAME_SECTION = 0.1;
/** What a tag is worth that only these two articles have; a tag of more articles less. Chosen likewise: .40 for .36. */
const SHARED_TAGS = 0.3;

/**
 * Finds the neighbours of each article by meaning; folder and tags tip the balance between equally near ones.
 *
 * @param count how many for each
 */
export function nearbyArticles(meant: readonly MeantArticle[], tags: SharedTags, count: number): NearbyArticles {
  const byLocale = new Map<string, MeantArticle[]>();
  for (const entry of meant) {
    const list = byLocale.get(entry.article.locale) ?? [];
    list.push(entry);
    byLocale.set(entry.article.locale, list);
  }
  const nearby = new Map<CatalogArticle, CatalogArticle[]>();
  for (const list of byLocale.values()) {
    for (const [article, near] of nearbyInLocale(list, tags, count)) nearby.set(article, near);
  }
  return nearby;
}

function nearbyInLocale(meant: MeantArticle[], tags: SharedTags, count: number): [CatalogArticle, CatalogArticle[]][] {
  const sorted = meant.sort((a, b) => byCodePoint(a.article.id, b.article.id));
  const rowOf = new Map(sorted.map(({ article }, row) => [article, row]));
  const sections = new Map<string, number>();
  const groups = Int32Array.from(sorted, ({ article: { section } }) => {
    const number = sections.get(section) ?? sections.size;
    sections.set(section, number);
    return number;
  });
  const found = nearestRows(
    sorted.map(({ vector }) => vector),
    count,
    groups,
    SAME_SECTION,
  );
  return sorted.map(({ article, vector }, row) => {
    // Whoever is among the best with the tags' help either was so before or shares a tag.
    const shared = new Map([...tags.with(article)].map(([other, telling]) => [rowOf.get(other), telling]));
    const candidates = new Set([...found[row]!.map((near) => near.row), ...shared.keys()]);
    const scored = [...candidates].flatMap((other) => {
      if (other === undefined) return [];
      const cosine = product(vector, sorted[other]!.vector) / (UNIT * UNIT);
      if (cosine < LEAST_COSINE) return [];
      const section = groups[other] === groups[row] ? SAME_SECTION : 0;
      return [{ other, score: cosine + section + SHARED_TAGS * Math.min(1, shared.get(other) ?? 0) }];
    });
    scored.sort((a, b) => b.score - a.score || a.other - b.other);
    return [article, scored.slice(0, count).map(({ other }) => sorted[other]!.article)];
  });
}

function product(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number);
  return sum;
}
