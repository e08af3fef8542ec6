import { BODY, FIELD_COUNT, FIELDS } from "./fields";
import { documentCount, type LoadedSegment } from "./loaded-segment";
import type { Concept } from "./query-concepts";
import type { Ranking } from "./ranking";

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

/** Scores of one segment's documents and articles; 0 where nothing telling was found. */
export interface SegmentScores {
  readonly documents: Float64Array;
  readonly articles: Float64Array;
}

/**
 * BM25F: occurrences of a word in all fields of a passage are weighted and added up first and saturate
 * together, so a word in title and body counts once and not twice. (Orama and MiniSearch add up
 * saturated scores per field.) The same is done once more for the article as a whole.
 *
 * @param weighted concepts with their {@link conceptWeight}, best first is not required
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
  }
  if (!found) return undefined;
  loaded.segment.articleOf.forEach((article, document) => {
    if (told[article] === 0) documents[document] = 0;
  });
  told.forEach((is, article) => {
    if (is === 0) articles[article] = 0;
  });
  return { documents, articles };
}

function saturate(strength: number, { saturation }: Ranking): number {
  return (strength * (saturation + 1)) / (saturation + strength);
}

interface Matches {
  readonly documents: ReadonlyMap<number, number>;
  readonly articles: ReadonlyMap<number, number>;
}

/** Weighted, length-normalised occurrences of a concept by document and by article; the best term counts. */
function matchConcept(
  loaded: LoadedSegment,
  concept: Concept,
  collection: Collection,
  ranking: Ranking,
): Matches | undefined {
  const { segment } = loaded;
  const documents = new Map<number, number>();
  const articles = new Map<number, number>();
  for (const [term, share] of concept.terms) {
    const number = loaded.termNumbers.get(term);
    if (number === undefined) continue;
    let current = -1;
    let shared = 0;
    let own = 0;
    const close = (): void => {
      if (current < 0) return;
      const length = (loaded.articleLengths[current] ?? 0) / collection.meanArticleLength;
      const norm = 1 - ranking.articleLengthNorm + ranking.articleLengthNorm * length;
      keepBest(articles, current, share * (shared + own / norm));
    };
    const end = segment.offsets[number + 1] ?? 0;
    for (let posting = segment.offsets[number] ?? 0; posting < end; posting++) {
      const document = segment.documents[posting] ?? 0;
      const article = segment.articleOf[document] ?? 0;
      if (article !== current) {
        close();
        current = article;
        shared = 0;
        own = 0;
      }
      let strength = 0;
      let fromArticle = 0;
      for (let field = 0; field < FIELD_COUNT; field++) {
        const count = segment.counts[posting * FIELD_COUNT + field] ?? 0;
        const name = FIELDS[field];
        if (count === 0 || name === undefined) continue;
        const b = ranking.lengthNorm[name];
        const length = (segment.lengths[document * FIELD_COUNT + field] ?? 0) / (collection.meanLengths[field] ?? 1);
        const amount = (ranking.weight[name] * count) / (1 - b + b * length);
        strength += amount;
        if (name === "body" || name === "headings") own += ranking.weight[name] * count;
        else fromArticle += amount;
      }
      shared = Math.max(shared, fromArticle);
      keepBest(documents, document, share * strength);
    }
    close();
  }
  return documents.size === 0 ? undefined : { documents, articles };
}

function keepBest(strengths: Map<number, number>, key: number, strength: number): void {
  if (strength > (strengths.get(key) ?? 0)) strengths.set(key, strength);
}
