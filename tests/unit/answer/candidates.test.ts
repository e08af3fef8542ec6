import { describe, expect, it } from "vitest";
import { candidatesOf } from "../../../src/answer/candidates";
import { article, pack, passage } from "../search/packs";
import { foundArticle, foundWith } from "./found";

const many = (id: string, passages: number, score: number) => {
  const body = Array.from({ length: passages }, (_, n) => passage(`Part ${n}`, `${id} text ${n}`));
  return foundArticle(article(id, id, body), score);
};

describe("candidatesOf", () => {
  it("gives each passage its place, its shares of the best scores, and what stands above it", () => {
    const found = foundWith({ pay: ["By card.", "By cash."], tax: ["The number."] });
    expect(candidatesOf(found)).toMatchObject([
      { rank: 0, passage: 0, articleScore: 1, passageScore: 1, context: "About pay . Part 0", text: "By card." },
      { rank: 0, passage: 1, articleScore: 1, context: "About pay . Part 1", text: "By cash." },
      { rank: 1, passage: 0, articleScore: 0.9, passageScore: 0.9, text: "The number." },
    ]);
  });

  it("takes at most six passages of an article, and of ten articles", () => {
    expect(candidatesOf([many("a", 9, 1)]).map(({ passage }) => passage)).toEqual([0, 1, 2, 3, 4, 5]);
    const found = Array.from({ length: 14 }, (_, n) => many(`a${n}`, 1, 14 - n));
    expect(candidatesOf(found).map(({ article }) => article.id)).toEqual(found.slice(0, 10).map((_, n) => `a${n}`));
  });

  it("takes at most 24, the best of every article among them, then those with the highest scores", () => {
    const found = Array.from({ length: 10 }, (_, n) => many(`a${n}`, 6, 10 - n));
    const candidates = candidatesOf(found);
    expect(candidates).toHaveLength(24);
    expect(candidates.filter(({ passage }) => passage === 0).map(({ rank }) => rank)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(candidates.filter(({ passage }) => passage > 0).map(({ rank, passage }) => `${rank}.${passage}`)).toEqual([
      ...["0.1", "0.2", "0.3", "0.4", "0.5"],
      ...["1.1", "1.2", "1.3", "1.4", "1.5"],
      ...["2.1", "2.2", "2.3", "2.4"],
    ]);
  });

  it("keeps the order of the articles", () => {
    const ranks = candidatesOf([many("a", 3, 5), many("b", 3, 9), many("c", 3, 1)]).map(({ rank }) => rank);
    expect(ranks).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
  });

  it("passes over articles without passages, of which search finds the description", () => {
    const stub = { pack: pack("a", [article("stub", "Stub", [])]), article: 0, score: 1 };
    expect(candidatesOf([{ ...stub, passages: [{ passage: 0, score: 1 }] }])).toEqual([]);
    expect(candidatesOf([{ ...stub, article: 7, passages: [{ passage: 0, score: 1 }] }])).toEqual([]);
    expect(candidatesOf([{ ...stub, passages: [] }])).toEqual([]);
  });

  it("divides by no score of 0", () => {
    expect(candidatesOf([foundArticle(article("a", "A", "Text."), 0)])).toMatchObject([
      { articleScore: 0, passageScore: 0 },
    ]);
    expect(candidatesOf([])).toEqual([]);
  });
});
