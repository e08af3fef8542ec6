import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { madeUpEncoder, madeUpTensors, SAME_MEANING } from "../../support/encoder";

const encoder = await madeUpEncoder();
const { weights } = madeUpTensors();

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, x, y] = [0, 0, 0];
  for (let d = 0; d < a.length; d++) {
    dot += (a[d] ?? 0) * (b[d] ?? 0);
    x += (a[d] ?? 0) ** 2;
    y += (b[d] ?? 0) ** 2;
  }
  return dot / Math.sqrt(x * y);
}

describe("the static encoder", () => {
  it("adds up the weighted rows of a text's pieces, to unit length", () => {
    const texts = fc.array(fc.constantFrom(...SAME_MEANING.flat(), "x", "9", "?"), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(texts, (words) => {
        const { vector, pieces = [] } = encoder.query(words.join(" "));
        const expected = Array.from({ length: encoder.dimensions }, (_, d) =>
          [...pieces].reduce((sum, piece) => {
            const { directions, scales } = encoder.table;
            return (
              sum +
              (weights?.data[piece] ?? 0) * (scales[piece] ?? 0) * (directions[piece * encoder.dimensions + d] ?? 0)
            );
          }, 0),
        );
        if (pieces.length === 0) return;
        expect(cosine(vector, expected)).toBeCloseTo(1, 6);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
      }),
    );
  });

  it("gives a passage the vector of a query, rounded, and its different pieces", () => {
    const query = encoder.query("reset password reset");
    const passage = encoder.passage("Reset: PASSWORD, reset");
    expect(passage.vector).toEqual(
      Int8Array.from(encoder.query("reset: password, reset").vector, (x) => Math.round(x * 127)),
    );
    expect([...(passage.pieces ?? [])]).toEqual([...new Set(query.pieces)].sort((a, b) => a - b));
  });

  it("finds the same meaning near in other words and another language", () => {
    const near = cosine(encoder.query("forgot passphrase").vector, encoder.query("重置密码").vector);
    const far = cosine(encoder.query("forgot passphrase").vector, encoder.query("parcel delayed").vector);
    expect(near).toBeGreaterThan(0.9);
    expect(far).toBeLessThan(0.5);
  });

  it.each(["", "   ", "\u{1f600}?!", "\ud800"])("has no direction for what it does not know: %j", (text) => {
    const { vector, pieces } = encoder.query(text);
    expect([...(pieces ?? [])].filter((piece) => (weights?.data[piece] ?? 0) > 0.5)).toEqual([]);
    expect([...vector].every(Number.isFinite)).toBe(true);
    if (pieces?.length === 0) expect(vector.every((value) => value === 0)).toBe(true);
  });

  it("reads no more than the beginning of a pasted page", () => {
    const start = "password ".repeat(200);
    expect(encoder.query(`${start}${"parcel ".repeat(50_000)}`).vector).toEqual(
      encoder.query(start.slice(0, 1_000)).vector,
    );
  });
});
