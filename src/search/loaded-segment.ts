import type { SectionPack } from "../domain/pack";
import { BODY, FIELD_COUNT, TITLE } from "./fields";
import type { Segment } from "./segment";

/** A segment with what is derived from it when it is loaded; whole numbers, so sums do not depend on order. */
export interface LoadedSegment {
  readonly pack: SectionPack;
  readonly segment: Segment;
  readonly termNumbers: ReadonlyMap<string, number>;
  /** Sum of the lengths of each field over all documents. */
  readonly lengthSums: readonly number[];
  /** Body tokens of each article. */
  readonly articleLengths: Uint32Array;
  /** Tokens of each article's title. */
  readonly titleLengths: Uint32Array;
}

export function loadSegment(pack: SectionPack, segment: Segment): LoadedSegment {
  const lengthSums = new Array<number>(FIELD_COUNT).fill(0);
  const titleLengths = new Uint32Array(pack.articles.length);
  const articleLengths = new Uint32Array(pack.articles.length);
  segment.articleOf.forEach((article, document) => {
    for (let field = 0; field < FIELD_COUNT; field++) {
      const length = segment.lengths[document * FIELD_COUNT + field] ?? 0;
      lengthSums[field] = (lengthSums[field] ?? 0) + length;
      if (field === TITLE) titleLengths[article] = length;
      if (field === BODY) articleLengths[article] = (articleLengths[article] ?? 0) + length;
    }
  });
  const termNumbers = new Map(segment.terms.map((term, number) => [term, number]));
  return { pack, segment, termNumbers, lengthSums, articleLengths, titleLengths };
}

/** How many documents of a segment hold a term. */
export function documentCount({ segment, termNumbers }: LoadedSegment, term: string): number {
  const number = termNumbers.get(term);
  return number === undefined ? 0 : (segment.offsets[number + 1] ?? 0) - (segment.offsets[number] ?? 0);
}
