import { expect, it } from "vitest";
import { loadContent } from "../../../src/pipeline/load";
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
