import { BODY, FIELD_COUNT } from "./fields";
import { documentCount, type LoadedSegment } from "./loaded-segment";
import type { Concept } from "./query-concepts";

/** What the whole collection says about one concept and about field lengths. */
export interface Collection {
  readonly documents: number;
  readonly articles: number;
  /** Mean length of each field, at least 1. */
  readonly meanLengths: readonly number[];
  /** Mean body length of an article, at least 1. */
  readonly meanArticleLength: number;
}

export function describeCollection(segments: readonly LoadedSegment[]): Collection {
  let documents = 0;
  let articles = 0;
  const sums = new Array<number>(FIELD_COUNT).fill(0);
  for (const { segment, pack, lengthSums } of segments) {
    documents += segment.articleOf.length;
    articles += pack.articles.length;
    lengthSums.forEach((sum, field) => {
      sums[field] = (sums[field] ?? 0) + sum;
    });
  }
  return {
    documents,
    articles,
    meanLengths: sums.map((sum) => Math.max(1, sum / Math.max(1, documents))),
    meanArticleLength: Math.max(1, (sums[BODY] ?? 0) / Math.max(1, articles)),
  };
}

/**
 * How much finding a concept says: inverse document frequency times its weight, 0 when nothing holds it.
 * Terms of one concept share one frequency, so that a rare completion does not outrank a common one.
 */
export function conceptWeight(concept: Concept, segments: readonly LoadedSegment[], { documents }: Collection): number {
  let found = 0;
  for (const term of concept.terms.keys()) for (const segment of segments) found += documentCount(segment, term);
  if (found === 0) return 0;
  const frequency = Math.min(found, documents);
  return concept.weight * Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}
