import type { SectionPack } from "../../domain/pack";
import type { HubEncoder } from "../../inference/hub/hub-encoder";
import { passageTexts } from "../../search/passage-texts";
import type { VectorCache } from "./vector-cache";

/**
 * What the passages of a section mean to a hub encoder.
 *
 * @returns unit vectors x 127, `dimensions` numbers a passage, in the order of a segment's documents
 */
export async function sectionVectors(
  pack: SectionPack,
  encoder: Pick<HubEncoder, "dimensions" | "encode">,
  cache: Pick<VectorCache, "get" | "set"> & Partial<Pick<VectorCache, "saveNowAndThen">>,
  onPassage?: () => void,
): Promise<Int8Array> {
  const texts = passageTexts(pack);
  const vectors = new Int8Array(texts.length * encoder.dimensions);
  for (const [n, text] of texts.entries()) {
    let vector = cache.get(text);
    if (vector === undefined) {
      vector = Int8Array.from((await encoder.encode([text], "passage"))[0]!, (number) => Math.round(number * 127));
      cache.set(text, vector);
      await cache.saveNowAndThen?.();
    }
    vectors.set(vector, n * encoder.dimensions);
    onPassage?.();
  }
  return vectors;
}
