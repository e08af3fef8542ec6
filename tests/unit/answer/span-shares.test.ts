import { describe, expect, it } from "vitest";
import { softmax, spanShares } from "../../../src/answer/span-shares";
import { splitSentences } from "../../../src/text/sentences";
import { readingOf } from "./found";

describe("softmax", () => {
  it("gives shares of one, whatever the size of the scores", () => {
    expect([...softmax([2, 2])]).toEqual([0.5, 0.5]);
    expect([...softmax([-1e4, 1e4])]).toEqual([0, 1]);
    expect([...softmax([])]).toEqual([]);
    expect([...softmax([0, Math.log(3)])][1]).toBeCloseTo(0.75, 9);
  });
});

describe("spanShares", () => {
  const text = "Pay by card. It takes\nfive days. 五天。";

  it("says in which sentence the answer begins and ends", () => {
    const reading = readingOf(text, "takes\nfive days");
    const shares = spanShares(reading, splitSentences(text)).map(({ starts, ends }) => [
      Math.round(starts),
      Math.round(ends),
    ]);
    expect(shares).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ]);
  });

  it("shares out all of it, tokens between sentences included", () => {
    const shares = spanShares(readingOf(text, "五"), splitSentences(text));
    expect(shares.reduce((sum, { starts }) => sum + starts, 0)).toBeCloseTo(1, 6);
    expect(shares.reduce((sum, { ends }) => sum + ends, 0)).toBeCloseTo(1, 6);
    expect(spanShares(readingOf(text, "五"), [])).toEqual([]);
  });
});
