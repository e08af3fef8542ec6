import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MEANINGS_VERSION } from "../../../src/domain/encoder";
import { cosines, highest } from "../../../src/search/dense-scan";

describe("cosines", () => {
  it("is what multiplying and adding gives", () => {
    const table = fc
      .integer({ min: 1, max: 9 })
      .chain((dimensions) =>
        fc.tuple(
          fc.constant(dimensions),
          fc.array(fc.array(fc.integer({ min: -127, max: 127 }), { minLength: dimensions, maxLength: dimensions })),
          fc.array(fc.integer({ min: -8, max: 8 }), { minLength: dimensions, maxLength: dimensions }),
        ),
      );
    fc.assert(
      fc.property(table, ([dimensions, rows, query]) => {
        const vectors = Int8Array.from(rows.flat());
        const vector = Float32Array.from(query, (value) => value / 8);
        const meanings = { version: MEANINGS_VERSION, encoder: "x@1", dimensions, vectors } as const;
        const expected = rows.map((row) => row.reduce((sum, value, d) => sum + (value * (vector[d] ?? 0)) / 127, 0));
        const found = [...cosines(meanings, vector)];
        expect(found.length).toBe(expected.length);
        for (const [at, value] of found.entries()) expect(value).toBeCloseTo(expected[at]!, 8);
      }),
    );
  });

  it("compares nothing with vectors of another length", () => {
    const meanings = { version: MEANINGS_VERSION, encoder: "x@1", dimensions: 2, vectors: new Int8Array(4) } as const;
    expect([...cosines(meanings, new Float32Array(3))]).toEqual([]);
  });
});

describe("highest", () => {
  it("is what sorting gives, equal scores in their order", () => {
    const scores = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 30 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 12 }), (values, count) => {
        const sorted = values.map((score, at) => ({ score, at })).sort((a, b) => b.score - a.score || a.at - b.at);
        expect(highest(Float64Array.from(values), count)).toEqual(sorted.slice(0, count).map(({ at }) => at));
      }),
    );
  });
});
