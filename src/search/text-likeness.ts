import type { QueryMeaning, StaticEncoder } from "../domain/encoder";
import { joinMeanings } from "./build-meanings";
import { cosines } from "./dense-scan";
import { lateScores } from "./late-interaction";

/** How like a query texts are: late interaction and cosine added up, one number a text. */
export type Likeness = (texts: readonly string[]) => readonly number[];

/**
 * Compares texts that are in no index, such as the sentences of a passage, with a query.
 * See {@link SearchIndex.likeness}, which knows the rest.
 *
 * @param meaning of the query, by the same encoder
 * @param rarity see {@link lateScores}
 */
export function createLikeness(
  meaning: QueryMeaning,
  encoder: StaticEncoder,
  rarity: (piece: number) => number,
): Likeness {
  return (texts) => {
    const passages = texts.map((text) => encoder.passage(text));
    const meanings = joinMeanings(encoder.encoder, encoder.dimensions, passages);
    const places = texts.map((_, passage) => ({ meanings, passage }));
    const late = meaning.pieces && lateScores(meaning.pieces, encoder.table, rarity, places);
    const cosine = cosines(meanings, meaning.vector);
    return texts.map((_, n) => (late?.[n] ?? 0) + (cosine[n] ?? 0));
  };
}
