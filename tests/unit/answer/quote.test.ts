import { describe, expect, it } from "vitest";
import { candidatesOf } from "../../../src/answer/candidates";
import type { Choice } from "../../../src/answer/choose";
import { quote } from "../../../src/answer/quote";
import type { Quotation } from "../../../src/domain/answer";
import type { Reading } from "../../../src/domain/reader";
import { article, passage } from "../search/packs";
import { foundArticle, readingOf } from "./found";

const TEXT = "Pay by card. A refund takes five days. Call us then.";
const [candidate] = candidatesOf([
  foundArticle(article("en/a/pay", "Pay", [passage("Refunds", TEXT)], { kind: "faq", updated: "2026-01-02" })),
]);
/** "A refund takes five days. Call us then." with the first sentence as its best. */
const CHOICE: Choice = { candidate: 0, start: 13, end: 52, form: "sentences", best: [13, 38], mass: 0.9 };

function marked(reading: Reading | undefined, choice = CHOICE): string {
  const { text, highlight } = quote(choice, candidate!, reading);
  return text.slice(...highlight);
}
/** One token a word, white space before it included or not. */
function wordsOf(starts: readonly number[], ends: readonly number[]): Reading {
  const offsets = [...TEXT.matchAll(/\w+/g)].flatMap(({ 0: word, index }) => [index, index + word.length]);
  return {
    offsets: Uint32Array.from(offsets),
    starts: Float32Array.from(starts),
    ends: Float32Array.from(ends),
    nothing: 0,
  };
}

describe("quote", () => {
  it("is the article's words with all that says where they stand", () => {
    const expected: Quotation = {
      article: "en/a/pay",
      title: "Pay",
      kind: "faq",
      section: "a",
      sectionTitle: "Section a",
      updated: "2026-01-02",
      headings: ["Refunds"],
      anchor: "refunds",
      text: "A refund takes five days. Call us then.",
      form: "sentences",
      highlight: [0, 25],
    };
    expect(quote(CHOICE, candidate!, undefined)).toEqual(expected);
  });

  it("marks the best sentence without a reader, and what the reader found with one", () => {
    expect(marked(undefined)).toBe("A refund takes five days.");
    expect(marked(readingOf(TEXT, "five days"))).toBe("five days");
  });

  it("marks the best stretch inside, though a better one lies outside", () => {
    // Pay by card | A refund takes five days | Call us then
    const reading = wordsOf([9, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0], [0, 0, 9, 0, 0, 0, 0, 3, 0, 0, 0]);
    expect(marked(reading)).toBe("five days");
  });

  it("marks nothing that ends before it begins", () => {
    const reading = wordsOf([0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0], [0, 0, 0, 0, 5, 0, 0, 0, 0, 4, 0]);
    expect(marked(reading)).toBe("Call us");
  });

  it("falls back to the best sentence where no token lies inside", () => {
    expect(marked({ ...readingOf(TEXT.slice(0, 12), "card") })).toBe("A refund takes five days.");
    const empty = new Float32Array(0);
    const silent = { offsets: new Uint32Array(0), starts: empty, ends: empty, nothing: 0 };
    expect(marked(silent)).toBe("A refund takes five days.");
  });

  it("never marks nothing, though some tokens stand for nothing to be seen", () => {
    const offsets = Uint32Array.of(13, 13, 14, 15, 15, 21);
    const likely = Float32Array.of(9, 0, 0);
    const [from, to] = quote(CHOICE, candidate!, { offsets, starts: likely, ends: likely, nothing: 0 }).highlight;
    expect(to).toBeGreaterThan(from);
  });
});
