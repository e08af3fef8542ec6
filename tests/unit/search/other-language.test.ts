import { describe, expect, it } from "vitest";
import type { ArticleHit, SearchResults } from "../../../src/domain/search";
import { FUSION } from "../../../src/search/fusion";
import { besideOther, hasLittle } from "../../../src/search/other-language";

const hit = (article: string, because: ArticleHit["because"]): ArticleHit => ({
  article,
  title: { text: article, marks: [] },
  kind: "faq",
  section: "",
  sectionTitle: "",
  score: 1,
  because,
  hits: [],
});
const results = (...articles: ArticleHit[]): SearchResults => ({
  query: { text: "退货", locale: "en" },
  articles,
  total: articles.length,
  corrections: [],
  nearest: [],
});
const own = ["a", "b", "c", "d"].map((name) => hit(name, "meaning"));

describe("results beside those of another language", () => {
  it("are few when the question is written in that language", () => {
    const { articles, total } = besideOther(results(...own), [hit("zh/a", "words")]);
    expect(articles.map(({ article }) => article)).toEqual(["a", "b", "c"]);
    expect(total).toBe(3);
  });

  it("stay when a word of the question is one's own, or when the other language knows none either", () => {
    const mixed = results(...own, hit("e", "words"));
    expect(besideOther(mixed, [hit("zh/a", "words")])).toBe(mixed);
    const meant = results(...own);
    expect(besideOther(meant, [hit("zh/a", "meaning")])).toBe(meant);
  });
});

describe("having little", () => {
  const query = { text: "сброс пароля", locale: "ru" };

  it("is not said of words that the encoder knows nothing of", () => {
    expect(hasLittle(query, [hit("ru/a", "words")])).toBe(false);
  });

  it("is said where nothing has the words, or what has them is unlike the query", () => {
    expect(hasLittle(query, [hit("ru/a", "meaning")])).toBe(true);
    expect(hasLittle(query, [{ ...hit("ru/a", "words"), likeness: FUSION.likeness / 2 }])).toBe(true);
  });
});
