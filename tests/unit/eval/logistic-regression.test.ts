import { describe, expect, it } from "vitest";
import { minimise } from "../../eval/lbfgs";
import { logisticRegression } from "../../eval/logistic-regression";

describe("minimise", () => {
  it("finds the lowest point of a long narrow valley", () => {
    const lowest = [3, -2, 0.5, 7];
    const steepness = [1, 100, 10_000, 0.1];
    const found = minimise(
      (point, gradient) => {
        let value = 0;
        for (const [n, at] of point.entries()) {
          const away = at - lowest[n]!;
          gradient[n] = steepness[n]! * away;
          value += (steepness[n]! * away * away) / 2;
        }
        return value;
      },
      new Float64Array(4),
      1e-8,
      200,
    );
    for (const [n, at] of found.entries()) expect(at).toBeCloseTo(lowest[n]!, 6);
  });
});

describe("logisticRegression", () => {
  it("tells classes as scikit-learn 1.2's LogisticRegression() does", () => {
    const rows = [
      [1.8, 0.4, 0.1],
      [-1.9, -0.3, -0.4],
      [-0.1, -0.6, 0],
      [-0.5, -1.3, 0.9],
      [0.9, 1.7, 0.1],
      [-0.4, -0.5, -1.5],
      [1, -1.1, -1.2],
      [-0.2, 1.5, 0.2],
      [-1, -0.7, 0.6],
    ];
    const classify = logisticRegression(
      rows.map((row, n) => ({ row: Float32Array.from(row), label: n % 3 })),
      3,
    );
    const asked = [-2, -0.3, 0.4, 2].flatMap((a) =>
      [-1.5, 0.2, 1].flatMap((b) => [-1, 0.5, 1.7].map((c) => Float32Array.of(a, b, c))),
    );
    expect(asked.map(classify).join("")).toBe("222111111200111111000200111000000000");
  });
});
