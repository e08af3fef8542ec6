import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../../src/text/fold";
import { tokenize } from "../../../src/text/tokenize";

const terms = (text: string): string[] => tokenize(text).map(({ term }) => term);

describe("tokenize", () => {
  it.each([
    ["Resetting your passwords", ["reset", "your", "password"], "stems"],
    ["Zürich", ["zurich"], "one word, not z and rich"],
    ["the board's port", ["the", "board", "port"], "possessive"],
    ["重置密码", ["重置", "置密", "密码"], "Han as overlapping pairs"],
    ["税", ["税"], "a Han character alone"],
    ["用wifi连接", ["用", "wifi", "连接"], "scripts side by side"],
    ["error E-104", ["error", "e104", "104"], "an error code, whole and in parts"],
    ["E104", ["e104", "104"], "the same code without its hyphen"],
    ["v2.1.45", ["2.1.45", "2.1", "2"], "a version and what it belongs to"],
    ["deleted.txt", ["deletedtxt", "delet", "txt"], "a file name"],
    ["jtagmkII", ["jtagmkii", "jtagmk", "ii"], "capitals inside a word"],
    ["WiFiNINA", ["wifinina", "wi", "fi", "nina"], "several of them"],
    ["C++ and C#", ["c++", "and", "c#"], "languages that are signs"],
    ["伺服器連接埠", ["服务", "务器", "器端", "端口"], "words of Taiwan read as the mainland's"],
    ["📦 寄出", ["📦", "寄出"], "emoji"],
    ["ガイド", ["ガイ", "イド"], "kana as pairs"],
    ["當(dāng)今", ["当今"], "pinyin and traditional script"],
    [" … — ! ", [], "signs alone"],
  ])("%s -> %j: %s", (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it("leaves out what is longer than any word", () => {
    expect(terms("a".repeat(65))).toEqual([]);
  });

  it("points at the original text, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let before = 0;
        for (const { start, end, word, kind } of tokenize(text)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(kind === "part" ? 0 : before);
          if (kind !== "part") before = start;
          expect(word).not.toBe("");
        }
      }),
    );
  });

  it("finds the folded word at its place", () => {
    const words = fc.constantFrom(
      "Zürich",
      "ＷｉＦｉ",
      "重設密碼",
      "naïve",
      "straße",
      "ﬁles",
      "İzmir",
      "當(dāng)今",
      "數據庫",
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (list) => {
        const text = list.join(" \u200b");
        for (const { start, end, word } of tokenize(text)) {
          const place = text.slice(start, end);
          expect(foldText(place)).toBe(word);
        }
      }),
    );
  });

  it("lets a regional word's pairs point at the whole word", () => {
    const text = "查看連接埠";
    const places = tokenize(text).map(({ term, start, end }) => [term, text.slice(start, end)]);
    expect(places).toEqual([
      ["查看", "查看"],
      ["看端", "看連接埠"],
      ["端口", "連接埠"],
    ]);
  });

  it("makes the same terms of a text in capitals, in full width or in traditional script", () => {
    const lower = fc.string({ unit: fc.constantFrom(..."abcdefg 0123 重置密码网站备份") });
    const wide = (text: string): string =>
      text.replace(/[a-z0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const pairs: readonly (readonly [string, string])[] = [
      ["码", "碼"],
      ["网", "網"],
      ["备", "備"],
    ]; // prettier-ignore
    fc.assert(
      fc.property(lower, (text) => {
        const expected = terms(text);
        expect(terms(text.toUpperCase())).toEqual(expected);
        expect(terms(wide(text))).toEqual(expected);
        expect(terms(pairs.reduce((all, [simple, full]) => all.replaceAll(simple, full), text))).toEqual(expected);
      }),
    );
  });
});
