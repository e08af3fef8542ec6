import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../src/text/sentences";

const split = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("splitSentences", () => {
  it.each([
    ["It works! Really? Yes.", ["It works!", "Really?", "Yes."], "the three signs"],
    [
      "Dr. Smith paid $3.50 for v2.1.45. See a.json.",
      ["Dr. Smith paid $3.50 for v2.1.45.", "See a.json."],
      "points inside",
    ],
    [
      "Use a cable, e.g. USB-C. Then go on.",
      ["Use a cable, e.g. USB-C.", "Then go on."],
      "abbreviation before a capital",
    ],
    [
      "Cables, chargers etc. are sold apart.",
      ["Cables, chargers etc. are sold apart."],
      "abbreviation before a small letter",
    ],
    ["Ask J. Doe. Or No. 5. No. It stays.", ["Ask J. Doe.", "Or No. 5.", "No.", "It stays."], "initials and numbers"],
    ["1. Open it. Click.\na. First", ["1. Open it.", "Click.", "a. First"], "list numbers"],
    [
      "He said “Stop.” Then (at last.) Silence...",
      ["He said “Stop.”", "Then (at last.)", "Silence..."],
      "closing signs",
    ],
    ["点击“保存”。然后重启！好了吗？可以；完", ["点击“保存”。", "然后重启！", "好了吗？", "可以；", "完"], "Chinese"],
    ["他说：“好。”接着走了。", ["他说：“好。”", "接着走了。"], "Chinese quotation"],
    ["真的吗?可以!1.安装 v1.2版", ["真的吗?", "可以!1.安装 v1.2版"], "half-width signs in Chinese"],
    ["One\n\n  Two  \n", ["One", "Two"], "line feeds"],
    ["", [], "nothing"],
  ])("%j -> %j: %s", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("loses nothing but white space and overlaps nowhere", () => {
    const pieces = fc.constantFrom("a", "B", ".", "!", "。", "；", "”", " ", "\n", "1", "e.g.", "好", "…", "(");
    fc.assert(
      fc.property(fc.array(pieces), (list) => {
        const text = list.join("");
        expect(split(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        let before = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          before = end;
        }
      }),
    );
  });

  it("takes any text, and a long one quickly", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => Array.isArray(split(text))));
    const start = performance.now();
    for (const sign of [".", "。", "\n", "”", "a. "]) split(sign.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
