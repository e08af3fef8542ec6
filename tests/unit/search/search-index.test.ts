import { describe, expect, it } from "vitest";
import { createSearchIndex } from "../../../src/search/search-index";
import { createOramaRetriever } from "./orama-retriever";
import { article, pack, passage } from "./packs";

const packs = [
  pack("store", [
    article("store/pay", "Pay by card", "We take all cards. A card must be valid.", { updated: "2025-01-02" }),
  ]),
  pack("store/shipping", [
    article("store/ship", "Ship an order", [
      passage("Cards in parcels", "Gift cards travel in a parcel."),
      passage("Duties", "The carrier collects duties from the card holder."),
      passage("Duties", "A second passage below the same heading names the card."),
    ]),
  ]),
  pack("storefront", [article("front", "Open a storefront", "Put a business card in the window.")]),
  pack("store", [article("zh/store/pay", "刷卡支付", "支持所有银行卡。")], "zh"),
];

describe("createSearchIndex", () => {
  const index = createSearchIndex();
  for (const one of packs) index.add(one);

  it("gives the cards of an article with it, as far as a result needs them", () => {
    const actions = [{ anchor: "action-go", title: "Go", url: "https://a.example/", fields: [] }];
    const other = createSearchIndex();
    other.add(
      pack("store", [article("store/go", "Go on", "Walk.", { actions }), article("store/stay", "Stay", "Walk.")]),
    );
    const found = other.search({ text: "walk", locale: "en" }).articles.map((hit) => [hit.article, hit.actions]);
    expect(found).toEqual([
      ["store/go", [{ anchor: "action-go", title: "Go" }]],
      ["store/stay", undefined],
    ]);
  });

  it("groups passages by article and heading, with their place in the original", () => {
    const { articles, total } = index.search({ text: "card", locale: "en" });
    expect(total).toBe(3);
    const ship = articles.find((hit) => hit.article === "store/ship");
    expect(ship?.hits.map((hit) => hit.passage)).toEqual(["store/ship#cards-in-parcels.0", "store/ship#duties.1"]);
    expect(ship?.hits[0]?.headings).toEqual([{ text: "Cards in parcels", marks: [[0, 5]] }]);
    expect(ship?.hits[0]?.snippet).toEqual({ text: "Gift cards travel in a parcel.", marks: [[5, 10]] });
    expect(articles[0]).toMatchObject({
      article: "store/pay",
      title: { text: "Pay by card", marks: [[7, 11]] },
      kind: "article",
      section: "store",
      sectionTitle: "Section store",
      updated: "2025-01-02",
    });
    expect(articles[0]).not.toHaveProperty("validUntil");
  });

  it.each([
    ["store", ["store/pay", "store/ship"], "a section holds those below it, not those that begin like it"],
    ["store/shipping", ["store/ship"], "a section below"],
    ["", ["store/pay", "store/ship", "front"], "everything"],
    ["elsewhere", [], "no such section"],
  ])("searches in %s -> %j: %s", (section, expected) => {
    expect(index.search({ text: "card", locale: "en", section }).articles.map((hit) => hit.article)).toEqual(expected);
  });

  it("searches one language only", () => {
    expect(index.search({ text: "银行卡", locale: "zh" }).total).toBe(1);
    expect(index.search({ text: "card", locale: "zh" }).total).toBe(0);
    expect(index.search({ text: "card", locale: "fr" }).total).toBe(0);
  });

  it("returns as many articles as asked for, and counts all", () => {
    const { articles, total } = index.search({ text: "card", locale: "en", limit: 1 });
    expect([articles.length, total]).toEqual([1, 3]);
    expect(index.search({ text: "card", locale: "en", limit: 0 }).articles).toEqual([]);
  });

  it("says what it searched instead of an unknown word", () => {
    expect(index.search({ text: "parcle", locale: "en" }).corrections).toEqual([{ from: "parcle", to: "parcel" }]);
    expect(index.search({ text: "parcel", locale: "en" }).corrections).toEqual([]);
  });

  it("offers the nearest titles when nothing matched, and only then", () => {
    const lost = index.search({ text: "frontstore", locale: "en" });
    expect([lost.articles, lost.nearest]).toEqual([[], [{ article: "front", title: "Open a storefront" }]]);
    expect(index.search({ text: "card", locale: "en" }).nearest).toEqual([]);
    expect(index.search({ text: "  ", locale: "en" })).toMatchObject({ articles: [], nearest: [], total: 0 });
  });

  it("works over another engine", () => {
    const other = createSearchIndex(createOramaRetriever());
    for (const one of packs) other.add(one);
    const { articles } = other.search({ text: "parcels", locale: "en" });
    expect(articles.map((hit) => hit.article)).toEqual(["store/ship"]);
    expect(articles[0]?.hits[0]?.snippet.marks).toEqual([[23, 29]]);
    expect(other.remove("en", "store/shipping")).toBe(true);
    expect(other.search({ text: "parcels", locale: "en" }).articles).toEqual([]);
  });
});
