import { describe, expect, it } from "vitest";
import { flatten, type Section, sectionTree } from "../../../src/pipeline/sections";
import { catalogOf, configWith, documentAt } from "../../support/documents";

type Config = Parameters<typeof configWith>[0];

function tree(paths: readonly string[], config: Config = {}, locale = "en"): Section {
  const catalog = catalogOf(
    paths.map((path) => documentAt(path)),
    config,
  );
  return sectionTree(catalog, configWith(config), locale);
}

/** `path: title (count)` of every section, outermost first. */
function outline(section: Section): string[] {
  return flatten(section).map(({ path, title, count }) => `${path}: ${title} (${count})`);
}

describe("sectionTree", () => {
  it("nests folders, names them readably and counts what is in them and below", () => {
    const paths = ["en/top.md", "en/Store Support/shipping/a.md", "en/Store Support/b.md", "zh/退货/c.md"];
    expect(outline(tree(paths))).toEqual([
      ":  (3)",
      "store-support: Store Support (2)",
      "store-support/shipping: Shipping (1)",
    ]);
    expect(outline(tree(paths, {}, "zh"))).toEqual([":  (1)", "退货: 退货 (1)"]);
  });

  it("orders by configuration, then by the number in the name, then by title", () => {
    const paths = ["zeta", "alpha", "10-more", "2-basics", "pinned", "listed"].map((folder) => `en/${folder}/a.md`);
    const sections = { listed: { title: "Listed" }, pinned: { order: -1 } };
    expect(tree(paths, { sections }).children.map(({ path }) => path)).toEqual([
      "pinned",
      "listed",
      "2-basics",
      "10-more",
      "alpha",
      "zeta",
    ]);
  });

  it("takes title, description and icon from the configuration, by folder name or address, per language", () => {
    const sections = {
      "Store Support": { title: { en: "Stores", zh: "门店" }, description: "In town", icon: "box" },
      "contact/phones": { title: "Phones" },
    };
    const config = { sections };
    const paths = ["en/Store Support/a.md", "zh/store-support/a.md", "en/contact/phones/a.md"];
    const [store, contact] = tree(paths, config).children;
    expect({ ...store, articles: store!.articles.map(({ id }) => id) }).toEqual({
      locale: "en",
      path: "store-support",
      title: "Stores",
      description: "In town",
      icon: "box",
      order: 0,
      articles: ["en/store-support/a"],
      children: [],
      count: 1,
    });
    expect(outline(contact!)).toEqual(["contact-section: Contact (1)", "contact-section/phones: Phones (1)"]);
    expect(tree(paths, config, "zh").children[0]!.title).toBe("门店");
  });

  it("leaves hidden articles out of lists and counts, and has no section that holds nothing else", () => {
    const catalog = catalogOf([
      documentAt("en/a/seen.md"),
      documentAt("en/a/unseen.md", { hidden: true }),
      documentAt("en/b/unseen.md", { hidden: true }),
    ]);
    const root = sectionTree(catalog, configWith(), "en");
    expect(outline(root).slice(1)).toEqual(["a: A (1)"]);
    expect(root.count).toBe(1);
  });
});
