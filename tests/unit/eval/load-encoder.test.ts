import { cp } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { EvalEncoder } from "../../../src/cli/eval/eval-encoder";
import { evaluateContent } from "../../../src/cli/eval/evaluate-content";
import { loadConfiguredEncoder, loadEncoder } from "../../../src/cli/eval/load-encoder";
import type { QueryMeaning } from "../../../src/domain/encoder";
import { madeUpModel } from "../../support/encoder";
import { addFiles, emptyFolder, folderWith } from "../../support/folders";
import { TINY_ENCODER } from "../../support/model-mirror";
import { article, pack } from "../search/packs";

const packs = [
  pack("a", [article("en/a/reset", "Reset your password", "Open it."), article("en/a/parcel", "Track a parcel")]),
];

/** A content folder with the tiny model of the hub, pinned with these prefixes and files. */
async function contentWithModel(prefixes: object, files: readonly object[] = []): Promise<string> {
  const settings = { dtype: "q8", pooling: "mean", prefixes, dimensions: 16 };
  const pin = { role: "encoder", id: "acme/tiny", source: "", revision: "", licence: "mit", ...settings, files };
  const content = await folderWith({ "models/models.json": JSON.stringify({ version: 1, models: [pin] }) });
  await cp(TINY_ENCODER, join(content, "models/acme/tiny"), { recursive: true });
  return content;
}

async function vectorOf(encoder: EvalEncoder, text: string): Promise<Float32Array> {
  return ((await encoder.query(text)) as QueryMeaning).vector;
}

describe("loadEncoder", () => {
  it("reads a table, packed or plain", async () => {
    const packed = await loadEncoder(await folderWith({ "model.safetensors.gz": gzipSync(madeUpModel()) }));
    const plain = await loadEncoder(await folderWith({ "model.safetensors": madeUpModel() }));
    expect([packed.encoder, plain.encoder]).toEqual(["made-up@1", "made-up@1"]);
  });

  it("runs a model of the hub, by words, by meaning and by both", async () => {
    const encoder = await loadEncoder(TINY_ENCODER);
    const meanings = await encoder.section(packs[0]!);
    expect(meanings).toMatchObject({ encoder: "tiny-encoder", dimensions: 16 });
    expect(meanings.vectors.length).toBe(2 * 16);
    const asked = [
      { q: "password reset", lang: "en", kind: "natural", articles: ["en/a/reset"], answerable: true },
    ] as const;
    const queries = asked.map((one) => ({ id: "1", answer: [], ...one }));
    const { retrieval } = await evaluateContent(packs, (id) => id, queries, {
      content: "docs",
      encoder,
      threshold: 0.5,
    });
    expect(Object.keys(retrieval)).toEqual(["lexical", "dense", "fused", "reranked"]);
    expect([retrieval.dense?.hit1, retrieval.fused?.hit1]).toEqual([1, 1]);
  });

  it("puts prefixes before texts as the pin of the models folder says, else as the model's files do", async () => {
    const content = await contentWithModel({ query: "parcel ", passage: "" });
    const pinned = await loadEncoder(join(content, "models/acme/tiny"));
    const bare = await loadEncoder(TINY_ENCODER);
    expect(pinned.encoder).toBe("acme/tiny");
    expect(await vectorOf(pinned, "password")).toEqual(await vectorOf(bare, "parcel password"));

    const folder = emptyFolder();
    await cp(TINY_ENCODER, folder, { recursive: true });
    const prompts = { prompts: { query: "order ", passage: "parcel " } };
    await addFiles(folder, { "config_sentence_transformers.json": JSON.stringify(prompts) });
    const prompted = await loadEncoder(folder);
    expect(await vectorOf(prompted, "password")).toEqual(await vectorOf(bare, "order password"));
    const [first] = (await prompted.section(packs[0]!)).vectors;
    expect(first).toBe(Math.round((await vectorOf(bare, "parcel Reset your password\nOpen it."))[0]! * 127));
  });

  it("says what is missing or damaged", async () => {
    const empty = emptyFolder();
    const missing = `--encoder: ${empty} has neither model.safetensors.gz nor config.json and onnx/ in hub layout`;
    await expect(loadEncoder(empty)).rejects.toThrow(new Error(missing));
    const broken = await folderWith({ "model.safetensors": "<!doctype html>" });
    const damaged = `--encoder: ${join(broken, "model.safetensors")}: an HTML page instead of a model`;
    await expect(loadEncoder(broken)).rejects.toThrow(new Error(damaged));
    const noModel = await folderWith({ "config.json": '{"model_type":"bert"}', "onnx/model.onnx": "nothing" });
    await expect(loadEncoder(noModel)).rejects.toThrow(`--encoder: ${noModel}: `);
  });
});

describe("loadConfiguredEncoder", () => {
  it("is the tool's own when nothing else is asked for, and none when none is wanted", async () => {
    const content = emptyFolder();
    const shipped = await loadConfiguredEncoder(content, {}, "config.json");
    expect(shipped?.encoder).toMatch(/^pocket-help-encoder@/);
    expect(await loadConfiguredEncoder(content, { encoder: "none" }, "config.json")).toBeUndefined();
  });

  it("is the model that the configuration names, with the configuration's prefixes", async () => {
    const content = await contentWithModel({ query: "", passage: "" });
    const config = { encoder: "acme/tiny", queryPrefix: "parcel " };
    const encoder = await loadConfiguredEncoder(content, config, "config.json");
    const bare = await loadEncoder(TINY_ENCODER);
    expect(await vectorOf(encoder!, "password")).toEqual(await vectorOf(bare, "parcel password"));
  });

  it("is an error when that model is not as it was pinned", async () => {
    const content = await contentWithModel({ query: "", passage: "" }, [
      { path: "config.json", bytes: 1, sha256: "0".repeat(64) },
    ]);
    const loading = loadConfiguredEncoder(content, { encoder: "acme/tiny" }, "config.json");
    await expect(loading).rejects.toThrow(/config\.json: expected sha256 0+ \(1 bytes\), found sha256 /);
  });
});
