import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runtimeFolder } from "../../../../src/cli/models/tool-models";
import { run } from "../../../../src/cli/run";
import type { RootManifest, SectionManifest } from "../../../../src/domain/pack";
import * as hub from "../../../../src/inference/hub/hub-encoder";
import { buildSite } from "../../../../src/pipeline/build";
import { appFolder } from "../../../support/app-folder";
import { addFiles, emptyFolder, filesIn, folderWith } from "../../../support/folders";
import { sha256, TINY_ENCODER, TINY_ONNX } from "../../../support/model-mirror";

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const ARTICLES = {
  "en/account/password.md": "# Reset your password\n\nClick reset.\n\n## On a phone\n\nTap account.",
  "en/orders/track.md": "# Track a parcel\n\nOpen your order.",
};

async function contentWith(config: object): Promise<string> {
  const content = await folderWith({ ...ARTICLES, "config.json": JSON.stringify(config) });
  await run(["models", "add", TINY_ENCODER, "--content", content, "--id", "acme/tiny"]);
  return content;
}

async function built(content: string, cache?: string, shipped?: string) {
  const out = join(emptyFolder(), "site");
  const report = await buildSite({
    content,
    out,
    audience: "public",
    strict: false,
    app: await appFolder(),
    models: { runtime: runtimeFolder(), cache, shipped },
  });
  const manifest = JSON.parse(await readFile(join(out, "packs/manifest.json"), "utf8")) as RootManifest;
  return { out, report, manifest, sections: manifest.locales.flatMap(({ sections }) => sections) };
}

/** Tells of every text that is encoded, but for the one with which a model is tried. */
function onEncode(listen: (texts: readonly string[]) => void): void {
  const open = hub.openHubEncoder;
  vi.spyOn(hub, "openHubEncoder").mockImplementation(async (options) => {
    const result = await open(options);
    if (!result.ok) return result;
    const { encode } = result.value;
    result.value.encode = async (texts, as) => {
      listen(texts);
      return encode.call(result.value, texts, as);
    };
    return result;
  });
}

describe("a build with a model of the hub", () => {
  it("ships vectors by section, the model and the runtime, each named by its hash", async () => {
    const { out, report, manifest, sections } = await built(await contentWith({ models: { encoder: "acme/tiny" } }));
    expect(report.faults).toEqual([]);
    const encoder = manifest.encoder;
    if (encoder?.kind !== "hub") throw new Error("no hub encoder");
    const { files, folder, runtime, ...rest } = encoder;
    const prefixes = { query: "", passage: "" };
    expect(rest).toEqual({ kind: "hub", id: "acme/tiny", dimensions: 16, pooling: "mean", prefixes, dtype: "q8" });
    expect(folder).toMatch(/^models\/acme\/tiny\/[0-9a-f]{16}$/);
    expect(files.map(({ path }) => path)).toEqual([
      ...["config.json", TINY_ONNX, "tokenizer.json", "tokenizer_config.json"].map((path) => `${folder}/${path}`),
      `${runtime}/ort-wasm-simd-threaded.mjs`,
      `${runtime}/ort-wasm-simd-threaded.wasm`,
    ]);
    for (const { path, size, sha256: hash } of files) {
      const bytes = await readFile(join(out, path));
      expect([bytes.length, sha256(bytes)]).toEqual([size, hash]);
    }
    expect((await filesIn(join(out, "models"))).length).toBe(files.length);
    expect(sections.map(({ section, vectors }) => [section, vectors?.size])).toEqual([
      ["account", 2 * 16],
      ["orders", 16],
    ]);
    for (const { manifest: own, vectors, pack } of sections) {
      expect((JSON.parse(await readFile(join(out, own.path), "utf8")) as SectionManifest).vectors).toEqual(vectors);
      expect(sha256(await readFile(join(out, vectors!.path)))).toBe(vectors!.sha256);
      expect(vectors!.path).toMatch(/^packs\/[0-9a-f]{16}\.bin$/);
      expect(pack.path).not.toBe(vectors!.path);
    }
    const opened = await hub.openHubEncoder({ folder: join(out, folder), settings: encoder });
    if (!opened.ok) throw new Error(opened.error.detail);
    const [query] = await opened.value.encode(["parcel"], "query");
    const score = async (section: string) => {
      const path = sections.find((entry) => entry.section === section)!.vectors!.path;
      const vectors = new Int8Array(await readFile(join(out, path)));
      return vectors.subarray(0, 16).reduce((sum, value, n) => sum + (value / 127) * query![n]!, 0);
    };
    expect(await score("orders")).toBeGreaterThan(await score("account"));
  });

  it("encodes a passage once, however often it is built, and builds equal sites", async () => {
    const encoded: string[] = [];
    onEncode((texts) => encoded.push(...texts));
    const [content, cache] = [await contentWith({ models: { encoder: "acme/tiny" } }), emptyFolder()];
    encoded.length = 0;
    const first = await built(content, cache);
    expect(encoded.splice(0)).toHaveLength(3);
    const second = await built(content, cache);
    expect(encoded).toEqual([]);
    expect(second.manifest).toEqual(first.manifest);
    await addFiles(content, { "en/orders/track.md": "# Track a parcel\n\nOpen your account." });
    const third = await built(content, cache);
    expect(encoded.splice(0)).toEqual(["Track a parcel\nOpen your account."]);
    // Its page may name another article as related now; what search reads of the section stays.
    const { pack, vectors } = first.sections[0]!;
    expect(third.sections[0]).toMatchObject({ section: "account", pack, vectors });
    await addFiles(content, {
      "config.json": '{ "models": { "encoder": "acme/tiny", "passagePrefix": "passage: " } }',
    });
    await built(content, cache);
    expect(encoded).toHaveLength(3);
  });

  it("keeps the vectors of a content folder's last whole build, apart from another's", async () => {
    const encoded: string[] = [];
    let stop = false;
    onEncode((texts) => {
      if (stop) throw new Error("stopped");
      encoded.push(...texts);
    });
    const [content, other, cache] = [
      await contentWith({ models: { encoder: "acme/tiny" } }),
      await contentWith({ models: { encoder: "acme/tiny" } }),
      emptyFolder(),
    ];
    const track = (text: string) => addFiles(content, { "en/orders/track.md": `# Track a parcel\n\n${text}` });
    await built(content, cache);
    await built(other, cache);
    expect(await filesIn(cache)).toHaveLength(2);
    await track("Changed.");
    stop = true;
    await expect(built(content, cache)).rejects.toThrow("stopped");
    stop = false;
    await track("Open your order.");
    encoded.length = 0;
    await built(content, cache);
    expect(encoded).toEqual([]);
    await track("Changed.");
    await built(content, cache);
    await track("Open your order.");
    await built(content, cache);
    expect(encoded).toEqual(["Track a parcel\nChanged.", "Track a parcel\nOpen your order."]);
    encoded.length = 0;
    await built(other, cache);
    expect(encoded).toEqual([]);
  });

  it("reports a model that is not there or not as pinned, and builds without", async () => {
    const absent = await built(await contentWith({ models: { encoder: "acme/other" } }));
    expect(absent.report.faults).toEqual([
      {
        code: "config",
        severity: "error",
        file: "config.json",
        line: 1,
        expected:
          "the id of a model of models/ under `models.encoder`: fetch it with `pocket-help models add acme/other`",
        found: '"acme/other"; acme/tiny',
      },
    ]);
    expect(absent.manifest.encoder).toBeUndefined();
    const content = await contentWith({ models: { encoder: "acme/tiny" } });
    const file = join(content, "models/acme/tiny", TINY_ONNX);
    await appendFile(file, "x");
    const changed = await built(content);
    expect(changed.report.faults).toMatchObject([{ file, found: expect.stringContaining("(9494 bytes)") }]);
    expect(changed.sections.every(({ vectors }) => vectors === undefined)).toBe(true);
  });

  it("takes no model card for an article, and no model that is not asked for", async () => {
    const { report, manifest } = await built(await contentWith({ models: { encoder: "none" } }));
    expect(report.articles).toBe(2);
    expect(manifest.encoder).toBeUndefined();
    const cars = await folderWith({ "models/estate.md": "# The estate car\n\nIt has room." });
    expect((await built(cars)).report.articles).toBe(1);
  });

  it("ships the tool's own table when nothing is configured", async () => {
    const bytes = Buffer.from("a table");
    const file = { path: "model.safetensors.gz", bytes: bytes.length, sha256: sha256(bytes) };
    const model = {
      role: "encoder",
      id: "pocket-help-encoder",
      source: "",
      revision: "",
      licence: "MIT",
      dimensions: 256,
    };
    const shipped = await folderWith({
      "pocket-help-encoder/model.safetensors.gz": bytes,
      "models.json": JSON.stringify({ version: 1, models: [{ ...model, files: [file] }] }),
    });
    const { manifest, out, sections } = await built(await folderWith(ARTICLES), undefined, shipped);
    const path = `models/pocket-help-encoder/${file.sha256.slice(0, 16)}.bin`;
    expect(manifest.encoder).toEqual({
      kind: "static",
      id: "pocket-help-encoder",
      dimensions: 256,
      files: [{ path, size: 7, sha256: file.sha256 }],
    });
    expect(await readFile(join(out, path))).toEqual(bytes);
    expect(sections.every(({ vectors }) => vectors === undefined)).toBe(true);
  });
});
