import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cacheFolder } from "../../../../src/pipeline/models/cache-folder";
import { readModelCard } from "../../../../src/pipeline/models/model-card";
import { poolingOf, prefixesOf } from "../../../../src/pipeline/models/model-settings";
import { sectionVectors } from "../../../../src/pipeline/models/section-vectors";
import { VectorCache } from "../../../../src/pipeline/models/vector-cache";
import { emptyFolder, filesIn } from "../../../support/folders";
import { packWith } from "../../../support/packs";

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
