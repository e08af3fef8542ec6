import { MEANINGS_VERSION, type SectionMeanings } from "../domain/encoder";
import type { SectionPack } from "../domain/pack";
import { err, ok, type Result } from "../domain/result";

/** Why stored meanings cannot be used; the remedy is always to build them again from their pack. */
export interface MeaningsFault {
  readonly code: "meanings-version" | "meanings-encoder" | "meanings-shape";
  readonly expected: string;
  readonly found: string;
}

/**
 * Takes meanings back from storage. Those of another version or encoder, or that do not fit their pack, are
 * refused. That they were built from these very texts is for the caller to know, by the pack's content hash.
 *
 * @param encoder see {@link PassageEncoder.encoder}
 */
export function readMeanings(
  stored: unknown,
  pack: SectionPack,
  encoder: string,
): Result<SectionMeanings, MeaningsFault> {
  const found =
    typeof stored === "object" && stored !== null ? (stored as Partial<Record<keyof SectionMeanings, unknown>>) : {};
  if (found.version !== MEANINGS_VERSION) {
    return err({ code: "meanings-version", expected: String(MEANINGS_VERSION), found: String(found.version) });
  }
  if (found.encoder !== encoder) {
    return err({ code: "meanings-encoder", expected: encoder, found: String(found.encoder) });
  }
  const passages = pack.articles.reduce((sum, { passages }) => sum + Math.max(1, passages.length), 0);
  const { dimensions, vectors, pieces, offsets } = found;
  const fits =
    typeof dimensions === "number" && vectors instanceof Int8Array && vectors.length === passages * dimensions;
  if (!fits) return shape(`vectors of ${passages} passages`);
  if (pieces === undefined && offsets === undefined) return ok(stored as SectionMeanings);
  const pieced =
    pieces instanceof Uint16Array &&
    offsets instanceof Uint32Array &&
    offsets.length === passages + 1 &&
    offsets.at(-1) === pieces.length;
  return pieced ? ok(stored as SectionMeanings) : shape(`pieces of ${passages} passages`);
}

function shape(expected: string): Result<never, MeaningsFault> {
  return err({ code: "meanings-shape", expected, found: "something else" });
}
