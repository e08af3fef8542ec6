import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordOverlap } from "../../../src/answer/word-overlap";

/** The share of each text by itself. */
function shares(question: string, texts: readonly string[]): number[] {
  const overlap = wordOverlap(question, texts);
  return texts.map((_, n) => overlap([n]));
}

describe("wordOverlap", () => {
  it("is 1 where all telling words stand, 0 where none does", () => {
    const [all, none] = shares("How do I reset my password?", ["To reset passwords, open Settings.", "How do I pay?"]);
    expect(all).toBeCloseTo(1, 9);
    expect(none).toBe(0);
  });

  it("counts rare words more", () => {
    const [late = 0, card = 0] = shares("late card", ["It is late.", "A card.", "Another card.", "Card again."]);
    expect(late).toBeGreaterThan(card);
    expect(late + card).toBeCloseTo(1, 9);
  });

  it("takes texts together, a word that comes twice once", () => {
    const overlap = wordOverlap("late card", ["It is late.", "A card, a card.", "Another card."]);
    expect(overlap([0, 1])).toBeCloseTo(1, 9);
    expect(overlap([1, 2])).toBe(overlap([1]));
    expect(overlap([2])).toBe(overlap([1]));
    expect(overlap([])).toBe(0);
  });

  it("compares Chinese by pairs of characters that are no grammar, in either script", () => {
    const texts = ["点击重置密码", "點擊重置密碼", "开具我的发票怎么办"];
    const [simplified = 0, traditional, other] = shares("怎么重置我的密码", texts);
    expect(simplified).toBeGreaterThan(0.5);
    expect(traditional).toBe(simplified);
    expect(other).toBe(0);
  });

  it.each(["", "how do I", "怎么", "？！", "   "])(
    "is 0 everywhere for a question that says nothing: %j",
    (question) => {
      expect(shares(question, ["How do I? 怎么"])).toEqual([0]);
    },
  );

  it("is a share, whatever the texts", () => {
    const text = fc
      .array(fc.constantFrom("reset", "card", "密码", "📦", "\udc00", " ", "1.2", "?"), { maxLength: 12 })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 5 }), (question, texts) => {
        const overlap = wordOverlap(question, texts);
        const together = overlap(texts.keys());
        expect(together).toBeLessThanOrEqual(1 + 1e-9);
        for (const share of shares(question, texts)) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(together + 1e-9);
        }
      }),
    );
  });
});
