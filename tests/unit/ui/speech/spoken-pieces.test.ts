import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { spokenPieces } from "../../../../src/ui/speech/spoken-pieces";

const texts = (text: string, lang: string) => spokenPieces(text, lang).map((piece) => piece.text);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("what is spoken in one go", () => {
  const rows = [
    ["Press the button. Wait!  Is it red?", "en", ["Press the button.", "Wait!", "Is it red?"], "sentences"],
    ["It costs 3.50 pounds.\nPay here", "en", ["It costs 3.50 pounds.", "Pay here"], "lines, and no point in a number"],
    ["点击“保存”。然后重启！好了吗？", "zh-CN", ["点击“保存”。", "然后重启！", "好了吗？"], "Chinese"],
    ["打开设置\n选择语言", "zh-CN", ["打开设置", "选择语言"], "Chinese lines"],
    ["… — !\n  \n", "en", [], "nothing to say"],
  ] as const;

  it.each(rows)("%j in %s: %j (%s)", (text, lang, expected) => {
    expect(texts(text, lang)).toEqual(expected);
  });

  it("comes out alike in browsers without a segmenter", () => {
    vi.stubGlobal("Intl", {});
    for (const [text, lang, expected] of rows) expect(texts(text, lang)).toEqual(expected);
    expect(texts("He said “Go.” They went... Then v1.2 came", "en")).toEqual([
      "He said “Go.”",
      "They went...",
      "Then v1.2 came",
    ]);
  });

  it("knows the sentence it is of", () => {
    const text = "  One two.  Three four. ";
    expect(spokenPieces(text, "en").map(({ start, end }) => text.slice(start, end))).toEqual([
      "One two.",
      "Three four.",
    ]);
  });

  it("is cut at a clause when a sentence takes too long, and remains one sentence", () => {
    const clause = "when the parcel has not come after a week and a day";
    const long = `${[clause, clause, clause, clause, clause, clause].join(", ")}.`;
    const pieces = spokenPieces(long, "en");
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.slice(0, -1).every(({ text }) => text.endsWith(",") && text.length <= 200)).toBe(true);
    expect(new Set(pieces.map(({ start, end }) => `${start}-${end}`)).size).toBe(1);

    const han = `${"请在收到商品后的七天之内提出申请，".repeat(6)}谢谢。`;
    expect(texts(han, "zh").every((text) => text.length <= 60)).toBe(true);
    expect(texts(han, "zh").join("")).toBe(han);
  });

  it("loses no word and never grows too long", () => {
    const signs = fc.constantFrom("word ", "好", "长", ", ", "，", ". ", "。", "\n", "x");
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 400 }), (list) => {
        const text = list.join("");
        const words = (some: string) => some.replace(/[^\p{L}\p{N}]/gu, "");
        const pieces = texts(text, "zh");
        expect(words(pieces.join(""))).toBe(words(text));
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(210);
      }),
    );
  });
});
