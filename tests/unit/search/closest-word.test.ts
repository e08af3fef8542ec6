import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closestWord } from "../../../src/search/closest-word";
import { editDistance } from "../../../src/search/edit-distance";

const WORDS =
  "battery connector firmware password passport receive delete disable settings kits media menu router e104".split(" ");
const closest = (word: string, partial = false): string | undefined =>
  closestWord(
    word,
    (prefix) => WORDS.filter((known) => known.startsWith(prefix)),
    () => 1,
    2,
    partial,
  );

describe("closestWord", () => {
  it.each([
    ["batery", "battery", "a letter left out"],
    ["conector", "connector", "one of a pair"],
    ["recieve", "receive", "two letters swapped"],
    ["psasword", "password", "near the beginning"],
    ["ecnnoctor", undefined, "too much at once"],
    ["firmwear", "firmware", "two errors in a long word"],
    ["passwird", "password", "the key beside"],
    ["meida", "media", "a short word with swapped letters"],
    ["kids", undefined, "a short word that is another word"],
    ["cattery", undefined, "another first letter"],
    ["e105", undefined, "a code is never corrected to another code"],
    ["men", undefined, "too short"],
    ["密码", undefined, "no letters to mistype"],
  ])("%s -> %s: %s", (word: string, expected: string | undefined, _why: string) => {
    expect(closest(word)).toBe(expected);
  });

  it("takes the beginning of a word while it is typed", () => {
    expect(closest("conec", true)).toBe("connector");
    expect(closest("conec")).toBeUndefined();
  });

  it("prefers the more frequent of two words equally near, then the alphabet", () => {
    const near = (frequency: (word: string) => number) =>
      closestWord("bater", () => ["batter", "baiter"], frequency, 2);
    expect(near((word) => (word === "batter" ? 2 : 1))).toBe("batter");
    expect(near(() => 1)).toBe("baiter");
  });
});

describe("closestWord on short words", () => {
  it("takes a common word with a letter missing, but no rare one", () => {
    const short = (word: string, frequency: number) =>
      closestWord(
        word,
        () => ["board", "shell"],
        () => frequency,
        10,
      );
    expect(short("bord", 10)).toBe("board");
    expect(short("bord", 9)).toBeUndefined();
    expect(short("sell", 9)).toBeUndefined();
  });
});

describe("editDistance", () => {
  it.each([
    ["same", "same", 0],
    ["meida", "media", 1],
    ["windiw", "window", 1],
    ["cheap", "cheat", 1.5],
    ["a", "abc", 2],
    ["abc", "xyz", Number.POSITIVE_INFINITY],
  ])("%s, %s -> %d", (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });

  it("is symmetric, zero only between equals, and never above its limit", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcé密"), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 4 }), (a, b, limit) => {
        const distance = editDistance(a, b, limit);
        expect(editDistance(b, a, limit)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance <= limit || distance === Number.POSITIVE_INFINITY).toBe(true);
      }),
    );
  });
});
