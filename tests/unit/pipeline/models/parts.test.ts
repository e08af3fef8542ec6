import { appendFile, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { cacheFolder } from "../../../../src/pipeline/models/cache-folder";
import { readModelCard } from "../../../../src/pipeline/models/model-card";
import { poolingOf, prefixesOf } from "../../../../src/pipeline/models/model-settings";
import { sectionVectors } from "../../../../src/pipeline/models/section-vectors";
import { VectorCache } from "../../../../src/pipeline/models/vector-cache";
import { emptyFolder, filesIn, folderWith } from "../../../support/folders";
import { packWith } from "../../../support/packs";

afterEach(() => vi.restoreAllMocks());

describe("a model card", () => {
  it.each([
    ["---\nlicense: apache-2.0\ntags:\n- e5\n---\n# A model", { licence: "apache-2.0", tags: ["e5"] }],
    ["---\r\nlicense:\r\n- mit\r\n- cc-by-4.0\r\n---\r\n", { licence: "mit, cc-by-4.0", tags: [] }],
    ["---\nlicense: other\nlicense_name: llama3\n---\n", { licence: "llama3", tags: [] }],
    ["---\nlicense: [\n---\n", { licence: "unknown", tags: [] }],
    ["# A model", { licence: "unknown", tags: [] }],
    [undefined, { licence: "unknown", tags: [] }],
  ])("%j", (text, card) => expect(readModelCard(text)).toEqual(card));
});

describe("settings", () => {
  const none = { licence: "mit", tags: [] };

  it("reads the pooling, and takes the mean where there is none", () => {
    const modes = (value: object) => ({ pooling: JSON.stringify(value) });
    expect(poolingOf({})).toBe("mean");
    expect(poolingOf(modes({ pooling_mode_cls_token: true, pooling_mode_mean_tokens: false }))).toBe("cls");
    expect(poolingOf(modes({ pooling_mode_lasttoken: true }))).toBe("last_token");
    expect(() => poolingOf(modes({ pooling_mode_max_tokens: true }))).toThrow(
      "1_Pooling/config.json asks for max_tokens; mean, the first or the last token can be had.",
    );
  });

  it("names a file that cannot be read", () => {
    expect(() => poolingOf({ pooling: "{ tru" })).toThrow(
      /^1_Pooling\/config\.json cannot be read\.\n {2}expected: JSON in UTF-8, without a byte order mark\n {2}found: {4}.*JSON/,
    );
    expect(() => prefixesOf("acme/tiny", none, { sentenceTransformers: "\uFEFF{}" })).toThrow(
      /^config_sentence_transformers\.json cannot be read\.\n.*\n {2}found: {4}a byte order mark at its beginning$/,
    );
  });

  it.each([
    ["Xenova/multilingual-e5-small", none, undefined, "query: ", "passage: "],
    [
      "acme/renamed",
      { licence: "mit", tags: ["base_model:intfloat/multilingual-e5-small"] },
      undefined,
      "query: ",
      "passage: ",
    ],
    ["Xenova/all-MiniLM-L6-v2", none, undefined, "", ""],
    ["acme/base5", none, undefined, "", ""],
    [
      "BAAI/bge-small-zh-v1.5",
      none,
      { prompts: { query: "为这个句子生成表示以用于检索相关文章：" } },
      "为这个句子生成表示以用于检索相关文章：",
      "",
    ],
    [
      "nomic/embed",
      none,
      { prompts: { search_query: "search_query: ", search_document: "search_document: " } },
      "search_query: ",
      "search_document: ",
    ],
    ["acme/prompts", none, { prompts: { query: "", document: "" } }, "", ""],
  ])("knows what %s wants before a text", (id, card, config, query, passage) => {
    const sentenceTransformers = config && JSON.stringify(config);
    expect(prefixesOf(id, card, { sentenceTransformers })).toEqual({ query, passage });
  });
});

describe("the vector cache", () => {
  const vector = Int8Array.of(1, -2, 127);
  const sizeOf = (records: number) => 16 + records * (32 + vector.length);

  it("gives back what an earlier build put in", async () => {
    const folder = emptyFolder();
    const cache = await VectorCache.open(folder, "m", 3);
    cache.set("a text", vector);
    await cache.save();
    const again = await VectorCache.open(folder, "m", 3);
    expect(again.get("a text")).toEqual(vector);
    expect(again.get("another")).toBeUndefined();
    expect(await filesIn(folder)).toEqual(["vectors-m.bin"]);
  });

  it("passes over what is damaged, of other dimensions or of another version", async () => {
    const folder = emptyFolder();
    const file = join(folder, "vectors-m.bin");
    const filled = async () => {
      const cache = await VectorCache.open(undefined, "m", 3);
      expect(cache.get("a text")).toBeUndefined();
      const kept = await VectorCache.open(folder, "m", 3);
      kept.set("a text", vector);
      await kept.save();
    };
    await filled();
    expect((await VectorCache.open(folder, "m", 4)).get("a text")).toBeUndefined();
    await appendFile(file, "x");
    expect((await VectorCache.open(folder, "m", 3)).get("a text")).toBeUndefined();
    await filled();
    await writeFile(file, "short");
    expect((await VectorCache.open(folder, "m", 3)).get("a text")).toBeUndefined();
  });

  it("costs no build when it cannot be written", async () => {
    const folder = emptyFolder();
    await writeFile(join(folder, "file"), "");
    const cache = await VectorCache.open(join(folder, "file"), "m", 3);
    cache.set("a text", vector);
    await expect(cache.save()).resolves.toBeUndefined();
  });

  it("is saved now and then, and at the end", async () => {
    const folder = emptyFolder();
    const now = vi.spyOn(performance, "now").mockReturnValue(1000);
    const cache = await VectorCache.open(folder, "m", 3);
    cache.set("a", vector);
    now.mockReturnValue(30_999);
    await cache.saveNowAndThen();
    expect(await filesIn(folder)).toEqual([]);
    now.mockReturnValue(31_000);
    await cache.saveNowAndThen();
    cache.set("b", vector);
    now.mockReturnValue(60_999);
    await cache.saveNowAndThen();
    expect((await stat(join(folder, "vectors-m.bin"))).size).toBe(sizeOf(1));
    await cache.close(false);
    expect((await stat(join(folder, "vectors-m.bin"))).size).toBe(sizeOf(2));
  });

  it("does not try a place that cannot be written to again with every passage", async () => {
    const folder = emptyFolder();
    await writeFile(join(folder, "file"), "");
    const now = vi.spyOn(performance, "now").mockReturnValue(0);
    const cache = await VectorCache.open(join(folder, "file", "below"), "m", 3);
    cache.set("a", vector);
    now.mockReturnValue(40_000);
    await cache.saveNowAndThen();
    const save = vi.spyOn(cache, "save");
    await cache.saveNowAndThen();
    expect(save).not.toHaveBeenCalled();
  });

  it("forgets what a whole build did not ask for, and nothing after one that stopped", async () => {
    const folder = emptyFolder();
    const asking = async (whole: boolean, ...texts: readonly string[]) => {
      const cache = await VectorCache.open(folder, "m", 3);
      const missing = texts.filter((text) => cache.get(text) === undefined);
      for (const text of missing) cache.set(text, vector);
      await cache.close(whole);
      return missing;
    };
    expect(await asking(true, "a", "b")).toEqual(["a", "b"]);
    expect(await asking(false, "b")).toEqual([]);
    expect(await asking(true, "b", "c")).toEqual(["c"]);
    expect((await stat(join(folder, "vectors-m.bin"))).size).toBe(sizeOf(2));
    expect(await asking(true, "c")).toEqual([]);
    expect(await asking(false, "a", "b", "c")).toEqual(["a", "b"]);
  });

  it("removes files that no build has used for a month, and no others", async () => {
    const names = ["vectors-old.bin", "vectors-old.bin.123", "vectors-new.bin", "vectors-m.bin", "notes.bin"];
    const folder = await folderWith(Object.fromEntries(names.map((name) => [name, ""])));
    const longAgo = new Date(Date.now() - 31 * 24 * 3_600_000);
    const old = names.filter((name) => name !== "vectors-new.bin");
    for (const name of old) await utimes(join(folder, name), longAgo, longAgo);
    // One that is in use counts as used, though nothing is written to it.
    await (await VectorCache.open(folder, "m", 3)).close(true);
    expect(await filesIn(folder)).toEqual(["notes.bin", "vectors-m.bin", "vectors-new.bin"]);
  });

  it("lies where this system keeps caches, or where it is told to", () => {
    expect(cacheFolder({ POCKET_HELP_CACHE: "/c" })).toBe("/c");
    expect(cacheFolder({ XDG_CACHE_HOME: "/x" }, "linux")).toBe(join("/x", "pocket-help"));
    expect(cacheFolder({ LOCALAPPDATA: "L" }, "win32")).toBe(join("L", "pocket-help", "cache"));
    expect(cacheFolder({}, "darwin")).toContain(join("Library", "Caches", "pocket-help"));
    expect(cacheFolder({}, "linux")).toContain(join(".cache", "pocket-help"));
  });
});

it("puts a section's vectors one after the other, as int8", async () => {
  const encoder = {
    dimensions: 2,
    encode: async ([text]: readonly string[]) => [Float32Array.from(text?.startsWith("A") ? [1, 0] : [-0.6, 0.8])],
  };
  const cache = await VectorCache.open(undefined, "m", 2);
  expect(await sectionVectors(packWith("en", "s", "A", "B"), encoder, cache)).toEqual(Int8Array.of(127, 0, -76, 102));
});
