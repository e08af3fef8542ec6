import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MEANINGS_VERSION, type PieceTable, type SectionMeanings } from "../../../src/domain/encoder";
import { lateScores } from "../../../src/search/late-interaction";

const PIECES = 12;
const DIMENSIONS = 5;
const table = fc
  .array(fc.integer({ min: -127, max: 127 }), { minLength: PIECES * DIMENSIONS, maxLength: PIECES * DIMENSIONS })
  .map((values): PieceTable => {
    const directions = Int8Array.from(values);
    const scales = Float32Array.from({ length: PIECES }, (_, row) => {
      const length = Math.hypot(...directions.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));
      return length === 0 ? 0 : 1 / length;
    });
    return { dimensions: DIMENSIONS, directions, scales, attention: Float32Array.from(scales, (_, row) => row % 4) };
  });
const piece = fc.integer({ min: 0, max: PIECES - 1 });
const rarity = (n: number): number => 1 + (n % 3);

function meaningsOf(passages: readonly (readonly number[])[]): SectionMeanings {
  const distinct = passages.map((pieces) => [...new Set(pieces)].sort((a, b) => a - b));
  const offsets = [0];
  for (const { length } of distinct) offsets.push((offsets.at(-1) ?? 0) + length);
  return {
    version: MEANINGS_VERSION,
    encoder: "x@1",
    dimensions: DIMENSIONS,
    vectors: new Int8Array(passages.length * DIMENSIONS),
    pieces: Uint16Array.from(distinct.flat()),
    offsets: Uint32Array.from(offsets),
  };
}

function naive(query: readonly number[], rows: PieceTable, passage: readonly number[]): number {
  const row = (n: number) =>
    [...rows.directions.subarray(n * DIMENSIONS, (n + 1) * DIMENSIONS)].map((value) => value * (rows.scales[n] ?? 0));
  const cosine = (a: number, b: number) => row(a).reduce((sum, value, d) => sum + value * (row(b)[d] ?? 0), 0);
  const weight = (n: number) => (rows.attention[n] ?? 0) * rarity(n);
  if (passage.length === 0) return 0;
  const found = query.reduce((sum, n) => sum + weight(n) * Math.max(...passage.map((m) => cosine(n, m))), 0);
  return found / query.reduce((sum, n) => sum + weight(n), 0);
}

describe("lateScores", () => {
  it("is what comparing each piece with each gives", () => {
    fc.assert(
      fc.property(
        table,
        fc.array(piece, { minLength: 1, maxLength: 11 }),
        fc.array(fc.array(piece, { maxLength: 8 }), { maxLength: 6 }),
        (rows, query, passages) => {
          const meanings = meaningsOf(passages);
          const places = passages.map((_, passage) => ({ meanings, passage }));
          const scores = lateScores(Uint32Array.from(query), rows, rarity, places);
          if (query.every((n) => rows.attention[n] === 0)) expect(scores).toBeUndefined();
          else {
            expect(scores).toHaveLength(passages.length);
            for (const [n, passage] of passages.entries())
              expect(scores?.[n]).toBeCloseTo(naive(query, rows, passage), 5);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("stays exact with the longest rows and the most extreme numbers", () => {
    const dimensions = 1024;
    const signs = [1, -1, -1, 1, -1];
    const directions = Int8Array.from(signs.flatMap((sign) => new Array<number>(dimensions).fill(127 * sign)));
    const scales = new Float32Array(signs.length).fill(1 / (127 * 32));
    const rows = { dimensions, directions, scales, attention: new Float32Array(signs.length).fill(1) };
    const meanings = { ...meaningsOf([[0], [1]]), dimensions };
    const scores = signs.map((_, n) =>
      lateScores(Uint32Array.of(n), rows, () => 1, [
        { meanings, passage: 0 },
        { meanings, passage: 1 },
      ]),
    );
    expect(scores.map((pair) => [...(pair ?? [])].map(Math.round))).toEqual(signs.map((sign) => [sign, -sign]));
    const both = lateScores(Uint32Array.of(0, 1, 2, 3), rows, () => 1, [{ meanings, passage: 0 }]);
    expect(both?.[0]).toBeCloseTo(0, 6);
  });
});
