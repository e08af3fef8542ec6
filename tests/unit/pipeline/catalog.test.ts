import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/domain/fault";
import { brief, catalogOf, documentAt } from "../../support/documents";

describe("addresses", () => {
  it.each([
    ["en/Store Support/01 How do I pay?.md", "en/store-support/01-how-do-i-pay"],
    ["zh/退货/如何退货？.md", "zh/退货/如何退货"],
    ["en/orders/v1.2 notes.mdx", "en/orders/v1-2-notes"],
    ["en/orders/index.md", "en/orders/overview"],
    ["en/README.md", "en/overview"],
    ["en/orders/_index.md", "en/orders/overview"],
    ["en/Help 0123456789abcdef0123456789abcdef/Pay fedcba9876543210fedcba9876543210.md", "en/help/pay"],
    ["en/search.md", "en/search-article"],
    ["en/orders/search.md", "en/orders/search"],
    ["en/contact/phone.md", "en/contact-section/phone"],
  ])("%s -> %s", (path, id) => {
    const { articles, faults } = catalogOf([documentAt(path)]);
    expect(articles.map((article) => article.id)).toEqual([id]);
    expect(faults).toEqual([]);
  });

  it("pair translations by a key without the language", () => {
    const { at } = catalogOf([documentAt("en/a/b.md"), documentAt("zh/a/b.md")]);
    const { id, locale, section, slug, key, path, folder } = at("zh/a/b.md");
    expect({ id, locale, section, slug, key, path, folder }).toEqual({
      id: "zh/a/b",
      locale: "zh",
      section: "a",
      slug: "b",
      key: "a/b",
      path: "zh/a/b.md",
      folder: "a",
    });
    expect(at("en/a/b.md").key).toBe("a/b");
  });

  it("keep an article off the address of the section of its name", () => {
    const { at, faults } = catalogOf([documentAt("en/orders.md"), documentAt("en/orders/track.md")]);
    expect([at("en/orders.md").id, at("en/orders/track.md").id]).toEqual(["en/orders-article", "en/orders/track"]);
    expect(faults).toEqual([]);
  });

  it("that two files want are given to the first, and reported for the second", () => {
    const { at, faults } = catalogOf([documentAt("en/a/Pay now.md"), documentAt("en/a/pay-now.md")]);
    expect([at("en/a/Pay now.md").id, at("en/a/pay-now.md").id]).toEqual(["en/a/pay-now", "en/a/pay-now-2"]);
    expect(faults).toEqual([
      {
        code: "duplicate-id",
        severity: "error",
        file: "en/a/pay-now.md",
        line: 1,
        expected: "an address of its own (en/a/pay-now is taken by en/a/Pay now.md)",
        found: "the same address; it is published as en/a/pay-now-2",
      },
    ] satisfies Fault[]);
  });
});

it("two notes of one name in an export are told apart by their ids", () => {
  const [a, b] = ["0", "f"].map((digit) => `en/Pay ${digit.repeat(32)}.md`) as [string, string];
  const { articles, faults } = catalogOf([documentAt(a), documentAt(b)]);
  expect(articles.map(({ id }) => id)).toEqual(["en/pay", `en/pay-${"f".repeat(32)}`]);
  expect(faults).toEqual([]);
});

describe("staff articles", () => {
  const documents = [
    documentAt("en/pay.md", { audience: "staff", redirect: ["old-pay"] }),
    documentAt("en/pay!.md"),
    documentAt("en/secret/vault.md", { audience: "staff" }),
    documentAt("zh/仅员工.md", { audience: "staff", redirectTo: "/zh/x" }),
  ];

  it("are not in a public catalogue, and leave no address, redirect, language or fault behind", () => {
    const { articles, redirects, locales, faults } = catalogOf(documents);
    expect(articles.map(({ id }) => id)).toEqual(["en/pay"]);
    expect({ redirects, locales, faults }).toEqual({ redirects: [], locales: ["en"], faults: [] });
  });

  it("are what a staff catalogue adds", () => {
    const { articles } = catalogOf(documents, {}, "staff");
    expect(articles.map(({ id }) => id)).toEqual(["en/pay", "en/pay-2", "en/secret/vault"]);
  });
});

describe("order", () => {
  it("is by section, then order, then number in the name, then title as readers sort it", () => {
    const { articles } = catalogOf([
      documentAt("en/b/z.md"),
      documentAt("en/a/10-ten.md"),
      documentAt("en/a/9-nine.md"),
      documentAt("en/a/last.md", { title: "Zebra", order: 1 }),
      documentAt("en/a/t10.md", { title: "Step 10" }),
      documentAt("en/a/t9.md", { title: "Step 9" }),
      documentAt("en/a/e.md", { title: "Éclair" }),
      documentAt("en/a/f.md", { title: "Fig" }),
      documentAt("en/top.md"),
    ]);
    expect(articles.map(({ id }) => id)).toEqual([
      "en/top",
      "en/a/last",
      "en/a/9-nine",
      "en/a/10-ten",
      "en/a/e",
      "en/a/f",
      "en/a/t9",
      "en/a/t10",
      "en/b/z",
    ]);
  });

  it("sorts Chinese titles by their sound", () => {
    const { articles } = catalogOf(["退货", "安装", "配送"].map((title, n) => documentAt(`zh/${n}x.md`, { title })));
    expect(articles.map(({ title }) => title)).toEqual(["安装", "配送", "退货"]);
  });

  it("does not fail on a language that nobody registered", () => {
    const { articles } = catalogOf(["b", "a"].map((name) => documentAt(`${name}.md`, { lang: "en-foo" })));
    expect(articles.map(({ id }) => id)).toEqual(["en-foo/a", "en-foo/b"]);
  });

  it("puts configured languages first, in their order, then those with most articles", () => {
    const documents = ["fr/a.md", "de/a.md", "de/b.md", "zh/a.md", "en/a.md"].map((path) => documentAt(path));
    const { locales, defaultLocale } = catalogOf(documents);
    expect({ locales, defaultLocale }).toEqual({ locales: ["de", "en", "fr", "zh"], defaultLocale: "de" });
    const configured = catalogOf(documents.slice(3), { locales: ["zh", "ja", "en"], defaultLocale: "en" });
    expect(configured.locales).toEqual(["zh", "en"]);
    expect(configured.defaultLocale).toBe("en");
  });
});

it("defaults of front matter are filled in", () => {
  const { at } = catalogOf([documentAt("en/a.md", { tags: ["x"], updated: "2026-01-02" })]);
  const { id, locale, section, slug, key, path, folder, document, ...meta } = at("en/a.md");
  expect(meta).toEqual({
    title: "A",
    description: "About A.",
    kind: "article",
    tags: ["x"],
    updated: "2026-01-02",
    alsoAskedAs: [],
    related: [],
    audience: "public",
    hidden: false,
    popular: false,
  });
});

describe("redirects", () => {
  it("come from old addresses and from files that only point elsewhere", () => {
    const { articles, redirects, faults } = catalogOf([
      documentAt("en/a/new.md", { title: "New", redirect: ["/Old Page/", "https://x.example/faq/%E6%97%A7.html?x#y"] }),
      documentAt("en/a/stub.md", { title: "Stub", redirectTo: "new.md" }),
    ]);
    expect(articles.map(({ id }) => id)).toEqual(["en/a/new"]);
    const origin = { path: "en/a/new.md", folder: "a", locale: "en" };
    const common = { to: "en/a/new", article: true, origin, title: "New" };
    expect(redirects).toEqual([
      { from: "Old Page", ...common },
      { from: "faq/旧", ...common },
      { from: "faq/旧.html", ...common },
      {
        from: "en/a/stub",
        to: "new.md",
        article: false,
        origin: { ...origin, path: "en/a/stub.md" },
        title: "Stub",
      },
    ]);
    expect(faults).toEqual([]);
  });

  it("never take the place of a page, and lead to one article only", () => {
    const { redirects, faults } = catalogOf([
      documentAt("en/a/first.md", { redirect: ["old", "en/a/first", "en/a/second", "en/a", "en/contact/", "en"] }),
      documentAt("en/a/second.md", { redirect: ["old.html"] }),
    ]);
    expect(redirects.map(({ from, to }) => [from, to])).toEqual([
      ["old", "en/a/first"],
      ["old.html", "en/a/second"],
    ]);
    expect(brief(faults)).toEqual(
      ["first", "first", "first", "first", "second"].map((name) => `en/a/${name}.md:1 warning duplicate-id`),
    );
    expect(faults.map(({ found }) => found)).toEqual([
      "en/a/second, which is en/a/second.md",
      "en/a, which is a section",
      "en/contact, which is the contact page",
      "en, which is the home page",
      "old, which is en/a/first.md",
    ]);
    expect(faults[0]!.expected).toBe("an old address that nothing else has, under `redirect`");
  });
});
