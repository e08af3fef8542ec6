import { describe, expect, it } from "vitest";
import { buildMeanings, joinMeanings } from "../../../src/search/build-meanings";
import { passageTexts } from "../../../src/search/passage-texts";
import { readMeanings } from "../../../src/search/read-meanings";
import { buildSegment } from "../../../src/search/segment";
import { madeUpEncoder } from "../../support/encoder";
import { article, pack, passage } from "./packs";

const encoder = await madeUpEncoder();
const section = pack("a", [
  article("a/reset", "Reset your password", [passage("By mail", "Open it."), passage("By phone", "Call us.")], {
    alsoAskedAs: ["I forgot it"],
  }),
  article("a/bare", "Refund", [], { description: "Money back." }),
]);
const built = buildMeanings(section, encoder);

describe("passageTexts", () => {
  it("puts the title and the headings before each passage", () => {
    expect(passageTexts(section)).toEqual([
      "Reset your password\nI forgot it\nBy mail\nOpen it.",
      "Reset your password\nI forgot it\nBy phone\nCall us.",
      "Refund\nMoney back.",
    ]);
  });
});

describe("buildMeanings", () => {
  it("has one meaning for each document of the segment", () => {
    const documents = buildSegment(section).articleOf.length;
    expect(built.vectors.length).toBe(documents * encoder.dimensions);
    expect(built.offsets?.length).toBe(documents + 1);
    const texts = passageTexts(section);
    for (const [n, text] of texts.entries()) {
      const { vector, pieces } = encoder.passage(text);
      expect(built.vectors.subarray(n * encoder.dimensions, (n + 1) * encoder.dimensions)).toEqual(vector);
      expect(built.pieces?.subarray(built.offsets?.[n], built.offsets?.[n + 1])).toEqual(pieces);
    }
  });

  it("has no pieces when the encoder knows none", () => {
    const joined = joinMeanings("hub@1", 2, [{ vector: Int8Array.of(1, 2) }, { vector: Int8Array.of(3, 4) }]);
    expect(joined).toEqual({ version: 1, encoder: "hub@1", dimensions: 2, vectors: Int8Array.of(1, 2, 3, 4) });
  });
});

describe("readMeanings", () => {
  it("takes back what was stored", () => {
    expect(readMeanings(structuredClone(built), section, encoder.encoder)).toEqual({ ok: true, value: built });
    const { pieces: _, offsets: __, ...vectors } = built;
    expect(readMeanings(vectors, section, encoder.encoder).ok).toBe(true);
  });

  it.each<readonly [string, unknown, string]>([
    ["nothing", undefined, "meanings-version"],
    ["another version", { ...built, version: 0 }, "meanings-version"],
    ["another encoder", { ...built, encoder: "made-up@2" }, "meanings-encoder"],
    ["vectors of other texts", { ...built, vectors: built.vectors.subarray(1) }, "meanings-shape"],
    ["vectors of another type", { ...built, vectors: [...built.vectors] }, "meanings-shape"],
    ["no dimensions", { ...built, dimensions: undefined }, "meanings-shape"],
    ["pieces cut off", { ...built, pieces: built.pieces?.subarray(1) }, "meanings-shape"],
    ["pieces without their places", { ...built, offsets: undefined }, "meanings-shape"],
    ["places without their pieces", { ...built, pieces: undefined }, "meanings-shape"],
  ])("refuses %s", (_, stored, code) => {
    expect(readMeanings(stored, section, encoder.encoder)).toMatchObject({ ok: false, error: { code } });
  });
});
