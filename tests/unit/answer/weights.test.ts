import { describe, expect, it } from "vitest";
import { CONFIDENCE_FEATURES } from "../../../src/answer/choose";
import { FEATURES } from "../../../src/answer/evidence";
import { probability, WEIGHTS } from "../../../src/answer/weights";

describe("probability", () => {
  it("turns log-odds, with a constant behind, into a probability", () => {
    expect(probability([], [0])).toBe(0.5);
    expect(probability([1, 2], [0.5, -0.25, 0])).toBe(0.5);
    expect(probability([1], [0, Math.log(3)])).toBeCloseTo(0.75, 9);
    expect(probability([1], [2, 0])).toBeGreaterThan(probability([0.5], [2, 0]));
  });
});

describe("the weights", () => {
  it.each(Object.entries(WEIGHTS))("of %s have a number for each feature", (_, { sentence, confidence, rerank }) => {
    expect(sentence).toHaveLength(FEATURES.length);
    expect(confidence).toHaveLength(CONFIDENCE_FEATURES.length + 1);
    expect([...sentence, ...confidence, rerank].every(Number.isFinite)).toBe(true);
    expect(rerank).toBeGreaterThanOrEqual(0);
  });
});
