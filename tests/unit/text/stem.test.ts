import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stem } from "../../../src/text/stem";

describe("stem", () => {
  it.each([
    ["update updates updated updating", "silent e and endings"],
    ["install installs installed installing", "a double letter of the word's own"],
    ["stop stops stopped stopping", "a doubled letter"],
    ["battery batteries", "-ies"],
    ["address addresses", "-sses"],
    ["process processes processed processing", "-ss"],
    ["card cards", "plural"],
    ["box boxes", "-xes"],
    ["code codes coded coding", "silent e in a short word"],
  ])("brings %s together: %s", (words) => {
    expect(new Set(words.split(" ").map(stem)).size).toBe(1);
  });

  it.each([
    ["string", "ring", "-ing that is no ending"],
    ["status", "statu", "-us"],
    ["this", "thi", "-is"],
    ["need", "ne", "-eed"],
  ])("keeps %s and %s apart: %s", (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });

  it("leaves identifiers and other scripts alone", () => {
    for (const word of ["e104s", "重置", "ключи", "ios", "café's"]) expect(stem(word)).toBe(word);
  });

  it("never empties a word", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abdegilnsyz"), minLength: 1 }), (word) => stem(word) !== ""),
    );
  });
});
