import type { CatalogArticle } from "../catalog";
import { UNIT } from "./nearest-rows";

/** What an article means as a whole. */
export interface MeantArticle {
  readonly article: CatalogArticle;
  /** Unit vector x 127; all zero when the encoder knows nothing of it. */
  readonly vector: Int8Array;
}

/**
 * Gives each article the mean direction of its passages. Title and other wordings stand in each of these, so they
 * count most; against pairs of passages and vectors of whole texts, the mean found what authors link to best.
 *
 * @param articles of one section, in the order of its pack
 * @param vectors of their passages, see `passageTexts`: unit vectors x 127
 */
export function meantArticles(articles: readonly CatalogArticle[], vectors: Int8Array): MeantArticle[] {
  const passages = articles.map(({ document }) => Math.max(1, document.passages.length));
  const dimensions =
    vectors.length /
    Math.max(
      1,
      passages.reduce((sum, count) => sum + count, 0),
    );
  let at = 0;
  return articles.map((article, n) => {
    const sum = new Float64Array(dimensions);
    const end = at + passages[n]! * dimensions;
    for (; at < end; at += dimensions) {
      for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] as number) + (vectors[at + d] as number);
    }
    return { article, vector: unitVector(sum) };
  });
}

/** A direction as a unit vector x 127; all zero stays so. */
export function unitVector(direction: Float64Array): Int8Array {
  const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0));
  return Int8Array.from(direction, (value) => (length > 0 ? Math.round((value / length) * UNIT) : 0));
}
