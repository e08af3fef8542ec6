import { describe, expect, it } from "vitest";
import type { SiteConfig } from "../../../../src/domain/config";
import type { ParsedDocument } from "../../../../src/pipeline/markdown/document";
import { flatten, sectionTree } from "../../../../src/pipeline/sections";
import { PageFactory } from "../../../../src/pipeline/site/pages";
import { catalogOf, configWith, documentAt } from "../../../support/documents";

function site(documents: readonly ParsedDocument[], config: Partial<SiteConfig> = {}, base = "/help/") {
  const catalog = catalogOf(documents, config);
  const full = configWith(config);
  const trees = new Map(catalog.locales.map((locale) => [locale, sectionTree(catalog, full, locale)]));
  const factory = new PageFactory({ config: full, base, catalog, trees, staff: false, hasSealed: false });
  const section = (locale: string, path: string) =>
    factory.section(flatten(trees.get(locale)!).find((section) => section.path === path)!);
  return { factory, section, article: (path: string) => factory.article(catalog.at(path), "", []) };
}

const languages = (page: { languages: readonly { locale: string; href: string; exact: boolean }[] }) =>
  page.languages.map(({ locale, href, exact }) => `${locale} ${exact ? "=" : "~"} ${href}`);

describe("the language switch", () => {
  const { factory, section, article } = site([
    documentAt("en/orders/pay/card.md"),
    documentAt("en/orders/both.md"),
    documentAt("zh/orders/both.md"),
    documentAt("zh/退货/only.md"),
  ]);

  it("keeps the article where there is a translation, else goes to the nearest section, else home", () => {
    expect(languages(article("en/orders/both.md"))).toEqual([
      "en = /help/en/orders/both/",
      "zh = /help/zh/orders/both/",
    ]);
    expect(languages(article("en/orders/pay/card.md"))).toEqual([
      "en = /help/en/orders/pay/card/",
      "zh ~ /help/zh/orders/",
    ]);
    expect(languages(article("zh/退货/only.md"))).toEqual(["en ~ /help/en/", "zh = /help/zh/%E9%80%80%E8%B4%A7/only/"]);
  });

  it("keeps section, search, contact and home", () => {
    expect(languages(section("en", "orders"))).toEqual(["en = /help/en/orders/", "zh = /help/zh/orders/"]);
    expect(languages(section("en", "orders/pay"))).toEqual(["en = /help/en/orders/pay/", "zh ~ /help/zh/orders/"]);
    expect(languages(factory.search("zh"))).toEqual(["en = /help/en/search/", "zh = /help/zh/search/"]);
    expect(languages(factory.home("en", true))).toEqual(["en = /help/en/", "zh = /help/zh/"]);
  });
});

describe("the ask page", () => {
  const documents = [documentAt("en/a/first.md", { title: "Where is it?" }), documentAt("zh/a/first.md")];

  it("brings questions of its own articles, and every page knows where it is", () => {
    const { factory } = site(documents);
    const [page] = factory.ask("en");
    expect(page).toMatchObject({ kind: "ask", href: "/help/en/ask/", examples: ["Where is it?"] });
    expect(page && languages(page)).toEqual(["en = /help/en/ask/", "zh = /help/zh/ask/"]);
    expect(factory.home("zh").site.ask).toBe("/help/zh/ask/");
  });

  it("is not there where the site gives no answers", () => {
    const { factory } = site(documents, { answers: { enabled: false, threshold: 0.5, download: "ask" } });
    expect(factory.ask("en")).toEqual([]);
    expect(factory.home("en").site).not.toHaveProperty("ask");
  });
});

describe("home", () => {
  const documents = [
    documentAt("en/a/flagged.md", { popular: true }),
    documentAt("en/a/Second one.md", { updated: "2026-02-01" }),
    documentAt("en/a/first.md", { updated: "2026-03-01" }),
    documentAt("en/a/quiet.md", { popular: true, hidden: true, updated: "2026-09-01" }),
    documentAt("en/loose.md"),
    documentAt("zh/a/first.md"),
  ];

  it.each([
    ["keys", "a/first"],
    ["ids", "en/a/first"],
    ["files", "/en/a/first.md"],
    ["files below the language folder", "a/Second one.md"],
  ])("shows the configured popular articles first, named by %s, then the flagged ones", (_, name) => {
    const page = site(documents, { popular: ["no/such", name] }).factory.home("en");
    const first = name.includes("Second") ? "en/a/second-one" : "en/a/first";
    expect(page.kind === "home" && page.popular.map(({ id }) => id)).toEqual([first, "en/a/flagged"]);
  });

  it("lists what was updated last and what lies outside any section, without hidden articles", () => {
    const page = site(documents).factory.home("en");
    if (page.kind !== "home") throw new Error(page.kind);
    expect(page.recentlyUpdated.map(({ id }) => id)).toEqual(["en/a/first", "en/a/second-one"]);
    expect(page.articles.map(({ id }) => id)).toEqual(["en/loose"]);
    expect(page.site.sections.map(({ section, count }) => [section, count])).toEqual([["a", 3]]);
  });

  it("stands at the root and in its language", () => {
    const { factory } = site(documents, {}, "/");
    expect([factory.home("zh").href, factory.home("zh", true).href]).toEqual(["/zh/", "/"]);
  });
});

describe("an article page", () => {
  const many = Array.from({ length: 60 }, (_, n) => documentAt(`en/a/${n + 1}-x.md`));
  const { article } = site([...many, documentAt("en/a/hid.md", { hidden: true })]);

  it("leads to its neighbours and shows a window of a large section around it", () => {
    const page = article("en/a/30-x.md");
    expect([page.previous?.href, page.next?.href]).toEqual(["/help/en/a/29-x/", "/help/en/a/31-x/"]);
    expect(page.siblings.map(({ href }) => Number(/(\d+)-x/.exec(href)![1]))).toEqual(
      Array.from({ length: 31 }, (_, n) => n + 15),
    );
  });

  it("has no neighbour beyond the ends", () => {
    expect(article("en/a/1-x.md").previous).toBeUndefined();
    expect(article("en/a/60-x.md").next).toBeUndefined();
    expect(article("en/a/60-x.md").siblings).toHaveLength(31);
  });

  it("that is hidden has no neighbours at all", () => {
    const page = article("en/a/hid.md");
    expect([page.previous, page.next]).toEqual([undefined, undefined]);
  });

  it("says where it stands", () => {
    const page = site([documentAt("en/Store Support/pay/a.md")]).article("en/Store Support/pay/a.md");
    expect(page.breadcrumb).toEqual([
      { href: "/help/en/", title: "Home" },
      { href: "/help/en/store-support/", title: "Store Support" },
      { href: "/help/en/store-support/pay/", title: "Pay" },
    ]);
  });
});
