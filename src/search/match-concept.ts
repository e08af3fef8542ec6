import type { Collection } from "./collection";
import { FIELD_COUNT, FIELDS, TITLE } from "./fields";
import type { LoadedSegment } from "./loaded-segment";
import type { Concept } from "./query-concepts";
import type { Ranking } from "./ranking";

/** Where a concept stands in a segment: by document, and by article. */
export interface ConceptMatches {
  /** Weighted, length-normalised occurrences in a passage, its article's title included. */
  readonly documents: ReadonlyMap<number, number>;
  /** The same over the whole article. */
  readonly articles: ReadonlyMap<number, number>;
  /** Occurrences in the article's title. */
  readonly titles: ReadonlyMap<number, number>;
}

/** Looks a concept up; of its terms the best one counts at each place. Undefined when none occurs. */
export function matchConcept(
  loaded: LoadedSegment,
  concept: Concept,
  collection: Collection,
  ranking: Ranking,
): ConceptMatches | undefined {
  const { segment } = loaded;
  const documents = new Map<number, number>();
  const articles = new Map<number, number>();
  const titles = new Map<number, number>();
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
        const inTitle = segment.counts[posting * FIELD_COUNT + TITLE] ?? 0;
        if (inTitle > 0) keepBest(titles, article, share * inTitle);
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
  return documents.size === 0 ? undefined : { documents, articles, titles };
}

function keepBest(strengths: Map<number, number>, key: number, strength: number): void {
  if (strength > (strengths.get(key) ?? 0)) strengths.set(key, strength);
}
