import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HighlightedText, SearchResults } from "../../../src/domain/search";
import { createSearchIndex } from "../../../src/search/search-index";
import { article, pack, passage } from "./packs";

const index = createSearchIndex();
for (const locale of ["en", "zh"]) {
  index.add(
    pack(
      "all",
      Array.from({ length: 60 }, (_, n) =>
        article(`${locale}/all/${n}`, `Artikel ${n} 重置密码 reset __proto__ constructor`, [
          passage(`E-${n}`, `Zürich 網站 ${"word ".repeat(n)}toString 📦 hasOwnProperty v2.${n}.1`),
          passage("نص عربي", "ภาษาไทย and 한국어 and עברית"),
        ]),
      ),
      locale,
    ),
  );
}

function check(text: HighlightedText): void {
  let before = -1;
  for (const [start, end] of text.marks) {
    expect(start).toBeGreaterThan(before);
    expect(end).toBeGreaterThan(start);
    before = end;
  }
  expect(before).toBeLessThanOrEqual(text.text.length);
}

function checkAll({ articles, total }: SearchResults): void {
  expect(articles.length).toBeLessThanOrEqual(Math.min(10, total));
  let before = Number.POSITIVE_INFINITY;
  for (const { score, title, hits } of articles) {
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThanOrEqual(before);
    before = score;
    check(title);
    expect(hits.length).toBeGreaterThanOrEqual(1);
    expect(hits.length).toBeLessThanOrEqual(3);
    for (const { snippet, headings } of hits) [snippet, ...headings].forEach(check);
  }
}

const words = fc.constantFrom(
  ..."reset resett E-12 v2.3 Zürich zurich 重置 密 網站 網(wǎng)站 __proto__ constructor toString valueOf ภาษา 한국어 نص 📦 👩‍👩‍👧 \u202e \u0000 \ud800 \udc00 ( [ （ ' \" \\ . - ++ % ? * a á\u0301".split(
    " ",
  ),
);
const query = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((list) => list.join(" ")),
  fc.array(words, { maxLength: 12 }).map((list) => list.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);

describe("any text at all", () => {
  it("is answered: 10,000 of them", () => {
    fc.assert(
      fc.property(query, fc.boolean(), fc.constantFrom("en", "zh", "xx"), (text, partial, locale) => {
        checkAll(index.search({ text, locale, partial }));
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it.each([
    ["words", "reset the password of the router "],
    ["unknown words", "qwertzuiop asdfghjkl yxcvbnmm "],
    ["one word", "reset"],
    ["Han", "重置網站"],
    ["pinyin", "山(shān)"],
    ["brackets", "山("],
    ["marks", "a\u0301\u0302"],
    ["joints", "a.b-"],
    ["emoji", "📦👩‍👩‍👧"],
    ["control characters", "\u0000\u0007\u202e"],
    ["white space", " \n\t"],
  ])("a paste of 100 kB of %s is answered at once", (_, piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const start = performance.now();
    for (const partial of [true, false]) checkAll(index.search({ text, locale: "en", partial }));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
