import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldText } from "../../../src/text/fold";

describe("foldText", () => {
  it.each([
    ["Zürich", "zurich", "accents of European scripts"],
    ["Zu\u0308rich", "zurich", "accents written as marks of their own"],
    ["İSTANBUL", "istanbul", "a capital whose small letter would keep a dot"],
    ["Straße Øre Łódź", "strasse ore lodz", "letters that Unicode does not decompose"],
    ["ΣΊΣΥΦΟΣ", "σισυφοσ", "final sigma"],
    ["Ｅ－１０４", "e-104", "full width"],
    ["ｶﾞｲﾄﾞ", "ガイド", "half-width kana with their voicing signs"],
    ["ﬁle №5", "file no5", "ligatures and signs that stand for letters"],
    ["й ё", "й ё", "Cyrillic letters are letters of their own"],
    ["ガ", "ガ", "voiced kana are letters of their own"],
    ["pass\u200bword \u202eabc\u0007", "password abc", "invisible and control characters"],
    ["網站備份還原", "网站备份还原", "traditional script"],
    ["當(dāng)今社（shè）會", "当今社会", "pinyin in brackets"],
    ["don’t", "don't", "curly apostrophes"],
  ])("%s -> %s: %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("leaves a folded text as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = foldText(text.replace(/[()[\]（）［］【】〔〕]/g, ""));
        expect(foldText(once)).toBe(once);
      }),
    );
  });

  it("does not care for case, width or composition", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abcXYZéÜñ 019重設當－Ａ") }), (text) => {
        expect(foldText(text.toUpperCase())).toBe(foldText(text));
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text));
        expect(foldText(text.normalize("NFKC"))).toBe(foldText(text));
      }),
    );
  });
});

describe("fold", () => {
  it("leads every unit back to where it came from", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { text: folded, starts, ends } = fold(text);
        expect(starts).toHaveLength(folded.length);
        expect(ends).toHaveLength(folded.length);
        for (let i = 0; i < folded.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i]!);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1]!);
        }
      }),
    );
  });

  it("maps a word behind longer and shorter originals to the word itself", () => {
    const text = "ﬁle\u200b Zu\u0308rich 當(dāng)今";
    const { text: folded, starts, ends } = fold(text);
    const slice = (word: string) => {
      const at = folded.indexOf(word);
      return text.slice(starts[at], ends[at + word.length - 1]);
    };
    expect(slice("zurich")).toBe("Zu\u0308rich");
    expect(slice("当今")).toBe("當(dāng)今");
  });

  it("folds a pasted page in linear time", () => {
    for (const text of [
      "a\u0301".repeat(50_000),
      "\u0301".repeat(100_000),
      "山(".repeat(50_000),
      "山(shān)".repeat(20_000),
    ]) {
      const start = performance.now();
      foldText(text);
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });
});
