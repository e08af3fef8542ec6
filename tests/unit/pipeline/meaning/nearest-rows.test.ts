import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unitVector } from "../../../../src/pipeline/meaning/article-meanings";
import { nearestRows, UNIT } from "../../../../src/pipeline/meaning/nearest-rows";

const row = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 })
  .map((values) => unitVector(Float64Array.from(values)));

/** The plain way: every pair, then sort. */
function naive(rows: readonly Int8Array[], count: number, groups: Int32Array, bonus: number) {
  const known = (a: Int8Array) => a.some((value) => value !== 0);
  return rows.map((a, n) =>
    rows
      .map((b, other) => {
        const product = a.reduce((sum, value, d) => sum + value * b[d]!, 0);
        return { row: other, score: (product + (groups[n] === groups[other] ? bonus * UNIT * UNIT : 0)) / UNIT ** 2 };
      })
      .filter(({ row: other }) => other !== n && known(a) && known(rows[other]!))
      .sort((x, y) => y.score - x.score || x.row - y.row)
      .slice(0, count),
  );
}

describe("nearestRows", () => {
  it("finds what comparing every pair finds", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 23 }), fc.integer({ min: 1, max: 5 }), (rows, count) => {
        const groups = Int32Array.from(rows, (_, n) => n % 3);
        expect(nearestRows(rows, count, groups, 0.25)).toEqual(naive(rows, count, groups, 0.25));
      }),
    );
  });

  it("stays exact for rows at both ends of the range", () => {
    const up = new Int8Array(256).fill(8);
    const down = new Int8Array(256).fill(-8);
    const rows = [up, down, up, down, up, down, up];
    expect(nearestRows(rows, 6)).toEqual(naive(rows, 6, new Int32Array(7), 0));
  });
});
