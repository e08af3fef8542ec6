import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QueryMeaning } from "../../../src/domain/encoder";
import type { SectionPack } from "../../../src/domain/pack";
import type { SearchQuery } from "../../../src/domain/search";
import { buildMeanings } from "../../../src/search/build-meanings";
import { FUSION, type Fusion } from "../../../src/search/fusion";
import { createSearchIndex, type SearchIndex } from "../../../src/search/search-index";
import { madeUpEncoder } from "../../support/encoder";
import { createOramaRetriever } from "./orama-retriever";
import { article, pack, passage } from "./packs";

/** Fixed here, so that these tests say how fusion works and not how it is tuned. */
const fusion: Fusion = {
  ...FUSION,
  words: 1,
  late: 1,
  dense: 0.25,
  rarity: 1,
  likeness: 0.8,
  cutoff: 0.5,
  nearLikeness: 0.5,
  columnsPerPiece: 2,
  shortest: 4,
  sentence: 1,
};
const encoder = await madeUpEncoder();
const packs = [
  pack("account", [
    article("account/reset", "Reset a password", "Open the settings. Then change it there."),
    article("account/name", "Choose a name", "Any will do."),
  ]),
  pack("orders", [
    article("orders/refund", "How refund works", [
      passage("When", "Cards take days."),
      passage("Where", "The refund goes to the card."),
    ]),
    article("orders/parcel", "A parcel is late", "Ask the carrier. E-104 is its number."),
  ]),
  pack("orders/abroad", [article("orders/abroad/parcel", "Customs", "A parcel may be late.")]),
  pack("account", [article("zh/account/reset", "重置密码", "打开设置。")], "zh"),
];

function indexOf(held: readonly SectionPack[], over = createSearchIndex(undefined, fusion)): SearchIndex {
  for (const one of held) over.add(one, undefined, buildMeanings(one, encoder));
  return over;
}

const index = indexOf(packs);
const ask = (text: string, more: Partial<SearchQuery> = {}, over = index) =>
  over.search({ text, locale: "en", ...more }, encoder.query(text));
const found = (text: string, more: Partial<SearchQuery> = {}, over = index) =>
  ask(text, more, over).articles.map((hit) => [hit.article, hit.because]);

describe("searching by meaning", () => {
  it("finds an article that says the same in other words, and says why", () => {
    expect(index.search({ text: "forgot passphrase", locale: "en" }).articles).toEqual([]);
    const [hit, ...others] = ask("forgot passphrase").articles;
    expect(hit).toMatchObject({
      article: "account/reset",
      because: "meaning",
      title: { text: "Reset a password", marks: [] },
    });
    expect(hit?.hits).toHaveLength(1);
    expect(hit?.hits[0]?.snippet).toEqual({ text: "Open the settings. Then change it there.", marks: [] });
    expect(others).toEqual([]);
  });

  it("leads to the passages that are most like the question", () => {
    const [hit] = ask("money back").articles;
    expect(hit?.article).toBe("orders/refund");
    expect(hit?.hits[0]?.anchor).toBe("where");
  });

  it.each([
    ["E-104", "orders/parcel", "a number"],
    ["customs", "orders/abroad/parcel", "a word that means nothing to the encoder"],
    ["reset a password", "account/reset", "a title"],
    ["parsel late", "orders/parcel", "a word misspelt"],
    ["重置 password", "account/reset", "two languages at once"],
  ])("keeps what words find at the top: %s -> %s, %s", (text, first) => {
    expect(found(text)[0]).toEqual([first, "words"]);
  });

  it("asks the encoder about the text without its slips", () => {
    const query = { text: "forgot my passphrase for the parsel", locale: "en" };
    const scores = [encoder.query, encoder.query(query.text)].map(
      (meaning) => index.search(query, meaning).articles.find(({ article }) => article === "orders/parcel")?.score,
    );
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
  });

  it("says that words matched where they did, and marks them", () => {
    const [hit] = ask("change my passphrase").articles;
    expect(hit).toMatchObject({ article: "account/reset", because: "words" });
    expect(hit?.hits[0]?.snippet.marks).toEqual([[24, 30]]);
  });

  it("stays inside a section and those below it", () => {
    expect(found("package delayed", { section: "orders/abroad" })).toEqual([["orders/abroad/parcel", "meaning"]]);
    expect(found("package delayed", { section: "account" })).toEqual([]);
    const below = found("package delayed", { section: "orders" }).map(([id]) => id);
    expect(below.sort()).toEqual(["orders/abroad/parcel", "orders/parcel"]);
  });

  it("counts all it found and gives as many as asked for", () => {
    const { articles, total } = ask("package delayed", { limit: 1 });
    expect([articles.length, total]).toEqual([1, 2]);
  });

  it("finds articles in another language than the question's", () => {
    expect(found("forgot passphrase", { locale: "zh" })).toEqual([["zh/account/reset", "meaning"]]);
    expect(found("忘记口令")).toEqual([["account/reset", "meaning"]]);
  });

  it("compares words alone without a meaning, for a text still being typed, and for a very short one", () => {
    const plain = createSearchIndex();
    for (const one of packs) plain.add(one);
    for (const text of ["forgot passphrase", "change my passphrase", "parcel", "E-104", "wifi", "pas"]) {
      const query = { text, locale: "en" };
      expect(index.search(query)).toEqual(plain.search(query));
      const partial = { ...query, partial: true };
      expect(index.search(partial, encoder.query(text))).toEqual(plain.search(partial));
      expect(plain.search(query, encoder.query(text))).toEqual(plain.search(query));
    }
    const short = { text: "pas", locale: "en" };
    expect(index.search(short, encoder.query("pas"))).toEqual(plain.search(short));
  });

  it("finds nothing for what means nothing", () => {
    for (const text of ["xq zzkw vvvq", "7777 8888", "?!?!"])
      expect(ask(text)).toMatchObject({ articles: [], total: 0 });
  });

  it("names titles that mean something near when nothing is near enough", () => {
    const strict = indexOf(packs, createSearchIndex(undefined, { ...fusion, likeness: 1.9 }));
    const { articles, nearest } = ask("package wifi", {}, strict);
    expect(articles).toEqual([]);
    expect(nearest.slice(0, 2)).toContainEqual({ article: "orders/parcel", title: "A parcel is late" });
    expect(strict.search({ text: "package wifi", locale: "en" }).nearest).toEqual([]);
  });

  it("takes no notice of meanings of another encoder", () => {
    const meaning: QueryMeaning = { ...encoder.query("forgot passphrase"), encoder: "made-up@2" };
    expect(index.search({ text: "forgot passphrase", locale: "en" }, meaning).articles).toEqual([]);
  });

  it("works with vectors alone, as models of the hub give them", () => {
    const hub = createSearchIndex(undefined, fusion);
    for (const one of packs) {
      const { pieces: _, offsets: __, ...vectors } = buildMeanings(one, encoder);
      hub.add(one, undefined, vectors);
    }
    const { vector, encoder: id } = encoder.query("forgot passphrase");
    const { articles } = hub.search({ text: "forgot passphrase", locale: "en" }, { encoder: id, vector });
    expect(articles.map((hit) => [hit.article, hit.because])).toEqual([["account/reset", "meaning"]]);
  });

  it("works over another engine", () => {
    expect(found("forgot passphrase", {}, indexOf(packs, createSearchIndex(createOramaRetriever(), fusion)))).toEqual([
      ["account/reset", "meaning"],
    ]);
  });

  it("takes meanings that come later, and forgets those of texts that change or go", () => {
    const late = createSearchIndex(undefined, fusion);
    const [first] = packs;
    if (!first) throw new Error("no pack");
    late.add(first);
    expect(found("forgot passphrase", {}, late)).toEqual([]);
    expect(late.addMeanings("en", "account", buildMeanings(first, encoder))).toBe(true);
    expect(late.addMeanings("en", "elsewhere", buildMeanings(first, encoder))).toBe(false);
    expect(found("forgot passphrase", {}, late)).toEqual([["account/reset", "meaning"]]);
    late.add(first);
    expect(found("forgot passphrase", {}, late)).toEqual([]);
    late.addMeanings("en", "account", buildMeanings(first, encoder));
    late.remove("en", "account");
    expect(found("forgot passphrase", {}, late)).toEqual([]);
  });
});

describe("what an index with meanings answers", () => {
  const QUERIES = ["forgot passphrase", "money back", "parcel late", "E-104", "忘记口令", "how do I change wifi"];
  const answers = (over: SearchIndex): unknown =>
    QUERIES.flatMap((text) => ["en", "zh"].map((locale) => ask(text, { locale }, over)));

  it("does not depend on the order of additions, nor on what was there before", () => {
    const order = fc.shuffledSubarray(packs, { minLength: packs.length, maxLength: packs.length });
    fc.assert(
      fc.property(order, fc.shuffledSubarray(packs), (held, before) => {
        const other = indexOf(before);
        for (const { locale, section } of before) other.remove(locale, section);
        expect(answers(indexOf(held, other))).toEqual(answers(index));
      }),
      { numRuns: 30 },
    );
  });

  it("is never an error, whatever the text", () => {
    const words = fc.array(fc.constantFrom("parcel", "late", "密码", "E-104", "😀", "the", "zz", "\u0000", "\ud800"));
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      words.map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (value, partial) => {
        const { articles, total } = ask(value, { partial });
        expect(articles.length).toBeLessThanOrEqual(total);
        for (const { score, hits } of articles) {
          expect(Number.isFinite(score)).toBe(true);
          expect(hits.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
    for (const value of ["", " ", "\n", "parcel ".repeat(20_000), "密".repeat(50_000)]) ask(value);
    expect(ask("password", { section: "nowhere" }).articles).toEqual([]);
    expect(createSearchIndex().search({ text: "password", locale: "en" }, encoder.query("password")).articles).toEqual(
      [],
    );
  });
});
