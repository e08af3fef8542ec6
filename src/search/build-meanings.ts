import { MEANINGS_VERSION, type PassageEncoder, type PassageMeaning, type SectionMeanings } from "../domain/encoder";
import type { SectionPack } from "../domain/pack";
import { passageTexts } from "./passage-texts";

/** Encodes all passages of a section. */
export function buildMeanings(pack: SectionPack, encoder: PassageEncoder): SectionMeanings {
  const passages = passageTexts(pack).map((text) => encoder.passage(text));
  return joinMeanings(encoder.encoder, encoder.dimensions, passages);
}

/** @param passages in the order of {@link passageTexts}, all with pieces or none */
export function joinMeanings(
  encoder: string,
  dimensions: number,
  passages: readonly PassageMeaning[],
): SectionMeanings {
  const vectors = new Int8Array(passages.length * dimensions);
  const offsets = new Uint32Array(passages.length + 1);
  let total = 0;
  for (const [n, { vector, pieces }] of passages.entries()) {
    vectors.set(vector, n * dimensions);
    total += pieces?.length ?? 0;
    offsets[n + 1] = total;
  }
  const joined = { version: MEANINGS_VERSION, encoder, dimensions, vectors } as const;
  if (passages.some(({ pieces }) => pieces === undefined)) return joined;
  const pieces = new Uint16Array(total);
  for (const [n, passage] of passages.entries()) pieces.set(passage.pieces ?? [], offsets[n]);
  return { ...joined, pieces, offsets };
}
