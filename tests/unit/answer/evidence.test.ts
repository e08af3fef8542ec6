import { describe, expect, it } from "vitest";
import { candidatesOf } from "../../../src/answer/candidates";
import { type Candidate, type Evidence, FEATURES, type Feature, gatherEvidence } from "../../../src/answer/evidence";
import type { Reading } from "../../../src/domain/reader";
import { article } from "../search/packs";
import { candidatesWith, foundArticle, readingOf } from "./found";

/** As like as the share of the letter e: any measure that tells texts apart does. */
const likeness = (texts: readonly string[]): number[] => texts.map((text) => text.split("e").length / 100);

function gather(question: string, candidates: readonly Candidate[], readings?: readonly Reading[]) {
  return gatherEvidence(question, candidates, likeness, readings);
}
const featureOf = ({ features }: Evidence, name: Feature): number => features[FEATURES.indexOf(name)] as number;

describe("gatherEvidence", () => {
  it("compares every text with the question at one go", () => {
    const asked: (readonly string[])[] = [];
    const candidates = candidatesWith({ a: ["One. Two.", "1. Three.\n2. Four."], b: ["Five."] });
    const compare = (texts: readonly string[]): number[] => {
      asked.push(texts);
      return likeness(texts);
    };
    gatherEvidence("card", candidates, compare, undefined);
    expect(asked).toHaveLength(1);
  });

  it("gives each sentence the likeness of its own texts", () => {
    const one = article("a", "eee", "Me. Need.\n1. eeee\n2. e", { alsoAskedAs: ["eeeeeee", "e"] });
    const { sentences, passages } = gather("card", [
      ...candidatesWith({ other: ["Nothing. To see here.", "1. Or\n2. There."] }),
      ...candidatesOf([foundArticle(one)]),
    ]);
    const own = sentences.filter(({ candidate }) => candidate === 2);
    const rounded = (name: Feature) => own.map((sentence) => Math.round(100 * featureOf(sentence, name)));
    expect(passages[2]?.likeness).toBeCloseTo(0.09, 9);
    expect(rounded("passageLikeness")).toEqual([9, 9, 9, 9]);
    expect(rounded("contextLikeness")).toEqual([4, 4, 4, 4]);
    expect(rounded("titleLikeness")).toEqual([8, 8, 8, 8]);
    expect(rounded("likeness")).toEqual([2, 3, 5, 2]);
    expect(rounded("likenessBeyondPassage")).toEqual([-7, -6, -4, -7]);
    expect(rounded("listLikeness")).toEqual([0, 0, 6, 6]);
  });

  it("says how much of the question stands in a sentence, in its passage and above it", () => {
    const texts = ["A late parcel. Pay by card. It is free.", "Something else."];
    const { sentences, passages, known } = gather("late card payment", candidatesWith({ card: texts }));
    const row = (name: Feature) => sentences.map((sentence) => featureOf(sentence, name));
    const [late = 0, card = 0, none] = row("overlap");
    expect([late > 0, card > 0, none]).toEqual([true, true, 0]);
    expect(late).toBeGreaterThan(card);
    // The title says "card" too.
    expect(row("contextOverlap")).toEqual([card, card, card, card]);
    expect(passages.map(({ overlap }) => Math.round(1e6 * overlap))).toEqual([Math.round(1e6 * (late + card)), 0]);
    expect(row("passageOverlap")[2]).toBe(passages[0]?.overlap);
    expect(known).toBeCloseTo(late + card, 9);
  });

  it("sees of a sentence where it stands, what ends it, and what was asked for", () => {
    const text = "How much is it? It is 5 pounds:\n1. Click Pay.\n2. Because it is free, you can stop.";
    const { sentences } = gather("How do I pay, how much, can I, why and where?", candidatesWith({ a: [text] }));
    const row = (name: Feature) => sentences.map((sentence) => featureOf(sentence, name));
    expect(row("first")).toEqual([1, 0, 0, 0]);
    expect(row("place")).toEqual([0, 1 / 3, 2 / 3, 1]);
    expect(row("asks")).toEqual([1, 0, 0, 0]);
    expect(row("colon")).toEqual([0, 1, 0, 0]);
    expect(row("step")).toEqual([0, 0, 1, 1]);
    expect(row("mannerAndStep")).toEqual([0, 0, 1, 1]);
    expect(row("mannerAndMenu")).toEqual([0, 0, 1, 0]);
    expect(row("placeAndMenu")).toEqual([0, 0, 1, 0]);
    expect(row("amountAndNumber")).toEqual([0, 1, 1, 1]);
    expect(row("reasonAndBecause")).toEqual([0, 0, 0, 1]);
    expect(sentences.map(({ leads }) => leads)).toEqual([true, true, false, false]);
  });

  it("sees the same in Chinese", () => {
    const text = "需要多久？需要两天：\n1、点击付款。\n2、因为免费，可以不付。";
    const { sentences } = gather("怎么付款，多久，能不能，为什么，在哪里", candidatesWith({ a: [text] }));
    const row = (name: Feature) => sentences.map((sentence) => featureOf(sentence, name));
    expect(row("asks")).toEqual([1, 0, 0, 0]);
    expect(row("colon")).toEqual([0, 1, 0, 0]);
    expect(row("step")).toEqual([0, 0, 1, 1]);
    expect(row("mannerAndMenu")).toEqual([0, 0, 1, 0]);
    expect(row("whetherAndModal")).toEqual([0, 0, 0, 1]);
    expect(row("reasonAndBecause")).toEqual([0, 0, 0, 1]);
    expect(row("amountAndNumber")).toEqual([0, 1, 1, 1]);
    expect(sentences[0]?.columns).toBe(12.5);
  });

  it("gives a sentence what the reader says of the tokens in it", () => {
    const candidates = candidatesWith({ a: ["Pay by card. It takes five days. Call us."] });
    const text = candidates[0]!.text;
    const { sentences, passages } = gather("how long", candidates, [readingOf(text, "five days", 2)]);
    expect(passages[0]?.relevance).toBe(2);
    for (const name of ["starts", "ends", "span"] as const) {
      const values = sentences.map((sentence) => featureOf(sentence, name));
      expect(Math.max(...values)).toBe(values[1]);
      expect(values[1]).toBeGreaterThan(0.9);
    }
    const without = gather("how long", candidates).sentences.map((sentence) => featureOf(sentence, "span"));
    expect(without).toEqual([0, 0, 0]);
  });

  it("takes for relevance how far the best span outdoes no answer, where a model tells none", () => {
    const candidates = candidatesWith({ a: ["It takes five days."], b: ["Pay by card."] });
    const readings = candidates.map(({ text }) => readingOf(text, "five days"));
    const [some, none] = gather("how long", candidates, readings).passages;
    expect(some?.relevance).toBe(8);
    expect(none?.relevance).toBeLessThan(0);
  });

  it.each([
    ["an empty question", "", ["Pay by card."]],
    ["an emoji", "📦", ["📦 arrives. 📦📦"]],
    ["halves of characters", "\ud83d\udc00\udc00", ["\udc00. \ud83d\n1. \udc00\n2. \ud83d"]],
    ["white space", " \n ", [" \n "]],
    ["a long question", "how long does it take to get a refund, ".repeat(26).slice(0, 1000), ["It takes five days."]],
  ])("gives numbers for %s", (_, question, texts) => {
    const candidates = candidatesWith({ a: texts });
    const readings = candidates.map(({ text }) => readingOf(text, "card"));
    for (const read of [undefined, readings]) {
      const { sentences, known, passages } = gather(question, candidates, read);
      for (const { features } of sentences) expect([...features].every(Number.isFinite)).toBe(true);
      expect(known).toBeGreaterThanOrEqual(0);
      expect(
        passages.every(({ likeness, overlap, relevance }) => Number.isFinite(likeness + overlap + relevance)),
      ).toBe(true);
    }
  });
});
