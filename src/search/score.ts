import type { Collection } from "./collection";
import type { LoadedSegment } from "./loaded-segment";
import { matchConcept } from "./match-concept";
import type { Concept } from "./query-concepts";
import type { Ranking } from "./ranking";

/** Scores of one segment's documents, and what each article as a whole adds to its best; 0 where nothing telling was found. */
export interface SegmentScores {
  readonly documents: Float64Array;
  readonly articles: Float64Array;
}

/**
 * BM25F: occurrences of a word in all fields of a passage are weighted and added up first and saturate
 * together, so a word in title and body counts once and not twice. (Orama and MiniSearch add up
 * saturated scores per field.) The same is done once more for the article as a whole.
 *
 * @param weighted concepts with their weights, see {@link ./collection}
 * @param telling whether only documents that hold a telling concept may score
 */
export function scoreSegment(
  loaded: LoadedSegment,
  weighted: readonly (readonly [Concept, number])[],
  collection: Collection,
  telling: boolean,
  ranking: Ranking,
): SegmentScores | undefined {
  const size = loaded.segment.articleOf.length;
  const documents = new Float64Array(size);
  const articles = new Float64Array(loaded.pack.articles.length);
  const told = new Uint8Array(articles.length);
  const titleMass = new Float64Array(articles.length);
  const titleWords = new Float64Array(articles.length);
  let found = false;
  for (const [concept, weight] of weighted) {
    const matches = matchConcept(loaded, concept, collection, ranking);
    if (!matches) continue;
    if (concept.telling || !telling) found = true;
    for (const [document, strength] of matches.documents) {
      documents[document] = (documents[document] ?? 0) + weight * saturate(strength, ranking);
    }
    for (const [article, strength] of matches.articles) {
      articles[article] = (articles[article] ?? 0) + weight * saturate(strength, ranking);
      if (concept.telling || !telling) told[article] = 1;
    }
    for (const [article, occurrences] of matches.titles) {
      titleMass[article] = (titleMass[article] ?? 0) + weight;
      titleWords[article] = (titleWords[article] ?? 0) + occurrences;
    }
  }
  if (!found) return undefined;
  loaded.segment.articleOf.forEach((article, document) => {
    if (told[article] === 0) documents[document] = 0;
  });
  const added = articles.map((score, article) => {
    if (told[article] === 0) return 0;
    const cover = Math.min(1, (titleWords[article] ?? 0) / (loaded.titleLengths[article] || 1));
    return ranking.articleShare * score + ranking.titleMatch * cover * cover * (titleMass[article] ?? 0);
  });
  return { documents, articles: added };
}

function saturate(strength: number, { saturation }: Ranking): number {
  return (strength * (saturation + 1)) / (saturation + strength);
}
