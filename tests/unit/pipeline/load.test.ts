import { expect, it } from "vitest";
import { loadContent } from "../../../src/pipeline/load";
import { flatten } from "../../../src/pipeline/sections";
import { brief } from "../../support/documents";
import { folderWith } from "../../support/folders";

it("reads, parses and addresses a folder, with its own config.json", async () => {
  const content = await folderWith({
    "config.json": '{ "name": "Shop", "oops": 1 }',
    "en/orders/track.md": "# Track\n\nText.",
    "en/bad.md": Buffer.from([0x23, 0x20, 0xff, 0x0a]),
    "en/photo.png": "",
  });
  const seen: [number, number][] = [];
  const loaded = await loadContent({ content, audience: "public", onProgress: (...step) => seen.push(step) });
  expect(loaded.config.name).toBe("Shop");
  expect(loaded.catalog.articles.map(({ id, title }) => [id, title])).toEqual([["en/orders/track", "Track"]]);
  expect([...loaded.trees.keys()]).toEqual(["en"]);
  expect(loaded.media.has("en/photo.png")).toBe(true);
  expect(loaded.leftOut).toEqual(["en/bad.md"]);
  expect(brief(loaded.faults)).toEqual(["config.json:1 error config", "en/bad.md:1 error encoding"]);
  expect(seen).toEqual([[1, 1]]);
});

it("takes a configuration from elsewhere and calls it as the author did; without any, the defaults", async () => {
  const content = await folderWith({ "a.md": "# A\n\nText." });
  const elsewhere = await folderWith({ "site.json": '{ "name": "Other", "oops": 1 }' });
  const config = `${elsewhere}/site.json`;
  const loaded = await loadContent({ content, config, audience: "public" });
  expect([loaded.config.name, loaded.configName]).toEqual(["Other", config]);
  expect(brief(loaded.faults)).toEqual([`${config}:1 error config`]);
  expect((await loadContent({ content, audience: "public" })).config.name).toEqual({
    en: "Help Centre",
    zh: "帮助中心",
  });
  await expect(loadContent({ content, config: "/no/config.json", audience: "public" })).rejects.toThrow(
    "/no/config.json",
  );
});

it("takes names and order of folders from the files of other generators", async () => {
  const content = await folderWith({
    "guides/_category_.json": '{ "label": "User guides", "position": 2 }',
    "guides/a.md": "Text.",
    "guides/deep/_index.md": "---\ntitle: Deep down\nweight: 1\n---\n",
    "guides/deep/b.md": "Text.",
    "_meta.json": '{ "index": "Home", "zebra": { "title": "First of all" } }',
    "zebra/c.md": "Text.",
    "broken/_category_.json": "{",
    "broken/d.md": "Text.",
  });
  const { trees, faults } = await loadContent({ content, audience: "public" });
  const sections = flatten(trees.get("en")!).map(({ path, title, count }) => `${path}: ${title} (${count})`);
  expect(sections).toEqual([
    ":  (4)",
    "zebra: First of all (1)",
    "guides: User guides (2)",
    "guides/deep: Deep down (1)",
    "broken: Broken (1)",
  ]);
  expect(faults).toEqual([]);
});

it("lets the text of a hidden part be found in the articles that show it", async () => {
  const content = await folderWith({
    "_part.mdx": "Shared words.\n\n## More\n\nMore words.",
    "a.mdx": "import Part from './_part.mdx';\n\n# A\n\n## One\n\nOwn words.\n\n<Part />\n\n## Two\n\nText.",
    "b.md": "# B\n\n![[a]]",
    "_round.md": "![[_round]]",
    "c.md": "# C\n\nText.\n\n![[_round]]",
  });
  const { catalog } = await loadContent({ content, audience: "public" });
  const passages = (id: string) =>
    catalog.byId.get(id)!.document.passages.map(({ anchor, headings, text }) => [anchor, headings.join(" > "), text]);
  expect(passages("en/a")).toEqual([
    ["one", "One", "Own words."],
    ["one", "One", "Shared words."],
    ["one", "One > More", "More words."],
    ["two", "Two", "Text."],
  ]);
  // What is found by itself is not found twice.
  expect(passages("en/b")).toEqual([["", "", "B"]]);
  expect(passages("en/c")).toEqual([["", "", "Text."]]);
});
