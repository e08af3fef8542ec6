import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleHit, SearchResults } from "../../../src/domain/search";
import { settle } from "../../../src/ui/search/settle";

const article = (id: string, because: ArticleHit["because"] = "words"): ArticleHit => ({
  article: id,
  title: { text: id, marks: [] },
  kind: "faq",
  section: "s",
  sectionTitle: "S",
  score: 1,
  because,
  hits: [],
});
const results = (ids: string, more: Partial<SearchResults> = {}): SearchResults => ({
  query: { text: "x", locale: "en" },
  articles: [...ids].map((id) => article(id)),
  total: ids.length,
  corrections: [],
  nearest: [],
  ...more,
});
const order = ({ articles }: SearchResults) => articles.map((hit) => hit.article).join("");

describe("settle", () => {
  it.each([
    ["untouched, the better answer takes the place of the first", "abc", "cda", false, "cda"],
    ["touched, all stays where it is and what is new comes below", "abc", "cda", true, "abcd"],
    ["touched, what the better answer lacks stays as well", "abc", "d", true, "abcd"],
    ["touched, several new ones come in their order", "ab", "fbead", true, "abfed"],
    ["an empty list has nothing that could jump", "", "ab", true, "ab"],
    ["touched, nothing better changes nothing", "ab", "", true, "ab"],
  ])("%s", (_, shown, next, touched, expected) => {
    expect(order(settle(results(shown), results(next), touched))).toBe(expected);
  });

  it("keeps every row as it was, so that none grows or shrinks", () => {
    const shown = results("ab");
    const next = results("", { articles: [article("b", "meaning"), article("c", "meaning")], total: 2 });
    const settled = settle(shown, next, true);
    expect(settled.articles.slice(0, 2)).toEqual(shown.articles);
    expect(settled.articles[2]).toEqual(article("c", "meaning"));
    expect(settled.total).toBe(3);
  });

  it("keeps what begins with half a word when the whole word stands nowhere", () => {
    const half = results("ab", { query: { text: "vouch", locale: "en", partial: true } });
    expect(order(settle(half, results(""), false))).toBe("ab");
    expect(order(settle(half, results("", { articles: [article("c", "meaning")] }), false))).toBe("abc");
    expect(order(settle(settle(half, results(""), false), results(""), false))).toBe("ab");
    expect(order(settle(half, results("cb"), false))).toBe("cb");
  });

  it("keeps what stands above the list, and takes what stands below it", () => {
    const corrections = [{ from: "pasword", to: "password" }];
    const otherLanguage = { locale: "zh", articles: [article("z")] };
    const settled = settle(results("a", { corrections }), results("b", { otherLanguage }), true);
    expect(settled).toMatchObject({ corrections, otherLanguage });
    expect(settle(settled, results("b"), true).otherLanguage).toEqual(otherLanguage);
  });

  it("never moves a row that was touched, never shows one twice, never loses a new one", () => {
    const ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh")).map((all) => all.join(""));
    fc.assert(
      fc.property(ids, ids, (shown, next) => {
        const settled = order(settle(results(shown), results(next), true));
        expect(settled.startsWith(shown)).toBe(true);
        expect([...settled].sort()).toEqual([...new Set(shown + next)].sort());
      }),
    );
  });
});
