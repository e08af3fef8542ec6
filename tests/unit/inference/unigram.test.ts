import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPieceCutter, WORD_START, wordsOf } from "../../../src/inference/static/unigram";
import { foldText } from "../../../src/text/fold";

const LETTERS = ["▁", "a", "b", "c", "密", "码", "😀"];
const vocabulary = fc
  .uniqueArray(
    fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 4 }).map((letters) => letters.join("")),
    {
      maxLength: 12,
    },
  )
  .chain((pieces) =>
    fc.tuple(
      fc.constant(["<unk>", ...pieces.filter((piece) => !piece.includes("▁", 1))]),
      fc.array(fc.integer({ min: -20, max: -1 }), { minLength: 13, maxLength: 13 }),
    ),
  )
  .map(([pieces, scores]) => ({
    pieces,
    scores: Float32Array.from(pieces, (_, n) => (n === 0 ? 0 : (scores[n] ?? -1))),
  }));
const words = fc
  .array(fc.constantFrom("a", "b", "c", "密", "码", "😀", " "), { maxLength: 9 })
  .map((all) => all.join(""));

/** The best sum of scores over all ways to cut a word; what no piece holds costs ten more than the rarest piece. */
function bestSum(word: string, pieces: readonly string[], scores: Float32Array): number {
  const unknown = Math.min(0, ...scores) - 10;
  if (word === "") return 0;
  const [character = ""] = word;
  let best = Number.NEGATIVE_INFINITY;
  let known = false;
  for (const [n, piece] of pieces.entries()) {
    if (n === 0 || !word.startsWith(piece)) continue;
    known ||= piece === character;
    best = Math.max(best, (scores[n] ?? 0) + bestSum(word.slice(piece.length), pieces, scores));
  }
  return known ? best : Math.max(best, unknown + bestSum(word.slice(character.length), pieces, scores));
}

describe("createPieceCutter", () => {
  it("finds the cut that a search through all of them finds", () => {
    fc.assert(
      fc.property(vocabulary, words, ({ pieces, scores }, text) => {
        const cut = createPieceCutter(pieces, scores);
        for (const word of wordsOf(text)) {
          const found = [...cut(word)];
          const spelled = found.map((piece) => pieces[piece]).join("");
          const left = [...(WORD_START + word)].length - [...spelled].length;
          const sum = found.reduce((total, piece) => total + (scores[piece] ?? 0), 0);
          const unknown = Math.min(0, ...scores) - 10;
          expect(sum + left * unknown).toBeCloseTo(bestSum(WORD_START + word, pieces, scores), 6);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives pieces that join to the folded text when every character has one", () => {
    const pieces = ["<unk>", "▁", ..."abcdefghijklmnopqrstuvwxyz", "▁the", "th", "密", "码", "密码", "ing"];
    const cut = createPieceCutter(
      pieces,
      Float32Array.from(pieces, (_, n) => -n),
    );
    const text = fc.array(fc.constantFrom(..."ABc ÉtheTHEing密碼\n\t "), { maxLength: 40 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, (original) => {
        const joined = [...cut(original)].map((piece) => pieces[piece]).join("");
        expect(joined.replaceAll("▁", " ").trim()).toBe(foldText(original).replace(/\s+/g, " ").trim());
      }),
    );
  });

  it("leaves out what no piece holds, and never finds the piece for the unknown", () => {
    const pieces = ["<unk>", "▁", "a"];
    const cut = createPieceCutter(pieces, Float32Array.of(0, -1, -2));
    expect([...cut("xa <unk> 😀a")]).toEqual([1, 2, 1, 1, 2]);
    expect([...cut("")]).toEqual([]);
    expect([...cut(" \n▁ ")]).toEqual([]);
  });

  it("gives the same for a word met again", () => {
    const pieces = ["<unk>", "▁", "a", "b", "ab", "▁a"];
    const cut = createPieceCutter(pieces, Float32Array.of(0, -3, -3, -3, -4, -4));
    const once = [...cut("ab ba")];
    expect([...cut("ab ba ab ba")]).toEqual([...once, ...once]);
  });

  it("answers any string, a pasted file without a space in it included", () => {
    const cut = createPieceCutter(["<unk>", "▁", "a", "aa"], Float32Array.of(0, -1, -2, -3));
    const long = cut("a".repeat(100_000));
    expect(long.length).toBeGreaterThan(49_999);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        cut(text);
      }),
    );
  });
});

describe("placed pieces", () => {
  const pieces = ["<unk>", "▁a", "▁", "a", "b", "s", "ab", "密", "码", "密码"];
  const { placed } = createPieceCutter(
    pieces,
    Float32Array.from(pieces, (_, n) => -n),
  );
  const spelled = (text: string) => {
    const { pieces: found, offsets } = placed(text);
    return [...found].map((piece, n) => `${pieces[piece]} ${text.slice(offsets[2 * n], offsets[2 * n + 1])}`);
  };

  it.each([
    ["Á b", ["▁a Á", "▁ ", "b b"]],
    ["  ß密碼", ["▁ ", "s ß", "s ß", "密码 密碼"]],
    ["xa☃ab", ["▁ ", "a a", "ab ab"]],
    ["密(mì)码", ["▁ ", "密码 密(mì)码"]],
    ["", []],
  ])("%j", (text, expected) => {
    expect(spelled(text)).toEqual(expected);
  });

  it("are those that are cut without their places, and stand in order within the text", () => {
    fc.assert(
      fc.property(vocabulary, fc.oneof(words, fc.string({ unit: "binary" })), (drawn, text) => {
        const cut = createPieceCutter(drawn.pieces, drawn.scores);
        const { pieces: found, offsets } = cut.placed(text);
        expect(found).toEqual(cut(text));
        let before = 0;
        for (let n = 0; n < found.length; n++) {
          const [start, end] = offsets.subarray(2 * n, 2 * n + 2) as unknown as [number, number];
          expect(start).toBeGreaterThanOrEqual(before);
          expect(foldText(text.slice(start, end))).toContain(drawn.pieces[found[n]!]!.replace(WORD_START, ""));
          before = start;
        }
      }),
    );
  });

  it("are found in a run that is longer than a word may be", () => {
    const { pieces: found, offsets } = placed("a".repeat(9_000));
    expect(found.length).toBe(9_000);
    expect([...offsets.slice(-2)]).toEqual([8_999, 9_000]);
  });
});
