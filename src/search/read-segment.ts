import type { SectionPack } from "../domain/pack";
import { err, ok, type Result } from "../domain/result";
import { FIELD_COUNT } from "./fields";
import { SEGMENT_VERSION, type Segment } from "./segment";

/** Why a stored segment cannot be used; the remedy is always to build it again from its pack. */
export interface SegmentFault {
  readonly code: "segment-version" | "segment-shape";
  readonly expected: string;
  readonly found: string;
}

/**
 * Takes a segment back from storage. Another version, or one that does not fit its pack, is refused.
 * That it was built from these very texts is for the caller to know, by the pack's content hash.
 */
export function readSegment(stored: unknown, pack: SectionPack): Result<Segment, SegmentFault> {
  const found =
    typeof stored === "object" && stored !== null ? (stored as Partial<Record<keyof Segment, unknown>>) : {};
  if (found.version !== SEGMENT_VERSION) {
    return err({ code: "segment-version", expected: String(SEGMENT_VERSION), found: String(found.version) });
  }
  const documents = pack.articles.reduce((sum, { passages }) => sum + Math.max(1, passages.length), 0);
  const shapes: readonly (readonly [string, boolean])[] = [
    [`articleOf of ${documents}`, numbers(found.articleOf, documents)],
    [`passageOf of ${documents}`, numbers(found.passageOf, documents)],
    [`lengths of ${documents * FIELD_COUNT}`, numbers(found.lengths, documents * FIELD_COUNT)],
    ["terms", strings(found.terms)],
    ["offsets", strings(found.terms) && numbers(found.offsets, found.terms.length + 1)],
    ["documents", numbers(found.documents, lastOf(found.offsets))],
    ["counts", found.counts instanceof Uint8Array && found.counts.length === lastOf(found.offsets) * FIELD_COUNT],
    ["words", strings(found.words)],
    ["wordTerms", strings(found.words) && numbers(found.wordTerms, found.words.length)],
  ];
  const wrong = shapes.find(([, fits]) => !fits);
  if (wrong) return err({ code: "segment-shape", expected: wrong[0], found: "something else" });
  return ok(stored as Segment);
}

function numbers(value: unknown, length: number): value is Uint32Array {
  return value instanceof Uint32Array && value.length === length;
}

function strings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function lastOf(offsets: unknown): number {
  return offsets instanceof Uint32Array ? (offsets.at(-1) ?? 0) : 0;
}
