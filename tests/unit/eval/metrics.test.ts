import { describe, expect, it } from "vitest";
import { ndcg10, percentile, reciprocalRank, retrievalScores, scoresByKind } from "../../../src/cli/eval/metrics";

describe("ndcg10", () => {
  const second = 1 / Math.log2(3);
  it.each([
    [["a", "x"], ["a"], 1, "first"],
    [["x", "a"], ["a"], second, "second"],
    [["x", "x", "a"], ["a"], second, "only an article's first occurrence takes a rank"],
    [["b", "a"], ["a", "b"], 1, "any order of the accepted ones"],
    [["a"], ["a", "b"], 1 / (1 + second), "one of two"],
    [["x"], ["a"], 0, "none"],
    [[], [], 0, "nothing accepted"],
    [["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a"], ["a"], 0, "eleventh"],
  ])("%j for %j -> %d: %s", (ranked, accepted, score) => {
    expect(ndcg10(ranked, accepted)).toBeCloseTo(score, 10);
  });
});

describe("retrievalScores", () => {
  const judged = [
    { kind: "natural", ranked: ["a", "b"], accepted: ["a"] },
    { kind: "natural", ranked: ["x", "y", "z", "a"], accepted: ["a"] },
    { kind: "keyword", ranked: ["x", "y", "a"], accepted: ["a"] },
  ];

  it("takes means over questions", () => {
    const scores = retrievalScores(judged);
    expect(scores).toMatchObject({ n: 3, hit1: 1 / 3, hit3: 2 / 3 });
    expect(scores.mrr).toBeCloseTo((1 + 1 / 4 + 1 / 3) / 3, 10);
    expect(retrievalScores([])).toEqual({ n: 0, ndcg10: 0, hit1: 0, hit3: 0, mrr: 0 });
  });

  it("keeps kinds apart", () => {
    expect(Object.entries(scoresByKind(judged)).map(([kind, { n }]) => [kind, n])).toEqual([
      ["natural", 2],
      ["keyword", 1],
    ]);
  });

  it("gives the reciprocal of the first accepted rank", () => {
    expect(reciprocalRank(["x", "b", "a"], ["a", "b"])).toBe(0.5);
    expect(reciprocalRank([], ["a"])).toBe(0);
  });
});

describe("percentile", () => {
  it.each([
    [[4, 1, 3, 2], 0.5, 2],
    [[1, 2, 3, 4], 0.95, 4],
    [[7], 0.5, 7],
    [[], 0.5, 0],
  ])("%j at %d -> %d", (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});
