import { readFileSync } from "node:fs";
import { appendFile, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runtimeFolder } from "../../../../src/cli/models/tool-models";
import { run } from "../../../../src/cli/run";
import { DEFAULT_THRESHOLD } from "../../../../src/domain/answer";
import { OWN_READER } from "../../../../src/domain/models";
import type { RootManifest, SiteReader } from "../../../../src/domain/pack";
import { openReader } from "../../../../src/inference/reader/open-reader";
import { buildSite } from "../../../../src/pipeline/build";
import { checkContent } from "../../../../src/pipeline/check";
import { fetchLocal } from "../../../../src/pipeline/models/fetch-local";
import { useNodeRuntime } from "../../../../src/pipeline/models/node-runtime";
import { appFolder } from "../../../support/app-folder";
import { addFiles, emptyFolder, filesIn, folderWith } from "../../../support/folders";
import { sha256, TINY_ENCODER, TINY_ONNX, TINY_OWN_READER, TINY_READER } from "../../../support/model-mirror";

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const ARTICLES = { "en/orders/track.md": "# Track a parcel\n\nOpen your order." };
const RUNTIME = ["ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm"];

const configure = (content: string, config: object) => addFiles(content, { "config.json": JSON.stringify(config) });

async function contentWithReader(config: object = { models: { reader: "acme/reader" } }): Promise<string> {
  const content = await folderWith(ARTICLES);
  await configure(content, config);
  const added = await run(["models", "add", TINY_READER, "--reader", "--content", content, "--id", "acme/reader"]);
  expect(added).toBe(0);
  return content;
}

/** A models folder as it comes with the tool, with the project's own reader and nothing else. */
async function shippedReader(): Promise<string> {
  const paths = ["README.md", "config.json", TINY_ONNX, "tokenizer.json"];
  const files = paths.map((path) => ({ path, content: readFileSync(join(TINY_OWN_READER, path)) }));
  const model = { role: "reader", id: OWN_READER, source: "training/", revision: "", licence: "mit", dtype: "q8" };
  const pinned = files.map(({ path, content }) => ({ path, bytes: content.length, sha256: sha256(content) }));
  return folderWith({
    "models.json": JSON.stringify({ version: 1, models: [{ ...model, files: pinned }] }),
    ...Object.fromEntries(files.map(({ path, content }) => [`${OWN_READER}/${path}`, content])),
  });
}

async function built(content: string, shipped?: string) {
  const out = join(emptyFolder(), "site");
  const report = await buildSite({
    content,
    out,
    audience: "public",
    strict: false,
    app: await appFolder(),
    models: { runtime: runtimeFolder(), shipped },
  });
  const manifest = JSON.parse(await readFile(join(out, "packs/manifest.json"), "utf8")) as RootManifest;
  const paths = await filesIn(out);
  return { out, report, manifest, models: paths.filter((path) => path.startsWith("models/")) };
}

/** What a reader of a site makes of a passage, read from the site's own files: the starts of three words. */
async function read(out: string, { kind, id, folder, dtype }: SiteReader): Promise<number[]> {
  const opened = await openReader({ folder: join(out, folder), kind, id, dtype, fetch: fetchLocal });
  if (!opened.ok) throw new Error(opened.error.detail);
  const [reading] = await opened.value.read("order", [{ context: "", text: "track the order" }]);
  await opened.value.dispose();
  return [...(reading?.starts ?? [])];
}

function readerOf({ answers }: RootManifest): SiteReader {
  if (!answers?.reader) throw new Error("no reader");
  return answers.reader;
}

describe("a build with a reader", () => {
  it("ships what it takes to run it and the runtime, each named by its hash, and tells what that costs", async () => {
    const { out, manifest, models, report } = await built(await contentWithReader());
    expect(report.faults).toEqual([]);
    const { files, folder, runtime, ...rest } = readerOf(manifest);
    expect(rest).toEqual({ kind: "hub", id: "acme/reader", dtype: "q8" });
    expect(folder).toMatch(/^models\/acme\/reader\/[0-9a-f]{16}$/);
    expect(runtime).toMatch(/^models\/ort\/[0-9a-f]{16}$/);
    expect(files.map(({ path }) => path)).toEqual([
      ...["config.json", TINY_ONNX, "tokenizer.json", "tokenizer_config.json"].map((path) => `${folder}/${path}`),
      ...RUNTIME.map((name) => `${runtime}/${name}`),
    ]);
    for (const { path, size, sha256: hash } of files) {
      const bytes = await readFile(join(out, path));
      expect([bytes.length, sha256(bytes)]).toEqual([size, hash]);
    }
    expect(models).toEqual(files.map(({ path }) => path).sort());
    expect(await read(out, readerOf(manifest))).toEqual([0, 0, 3]);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    expect(report.answers).toEqual({
      threshold: DEFAULT_THRESHOLD,
      fetch: "ask",
      reader: { id: "acme/reader", bytes },
    });
    const { size } = await stat(join(runtimeFolder(), "ort-wasm-simd-threaded.wasm"));
    expect(bytes).toBeGreaterThan(size);
  });

  it("has none of it installed with the app: it comes when it is asked for", async () => {
    const content = await contentWithReader();
    const out = join(emptyFolder(), "site");
    const app = await appFolder();
    await addFiles(app, { "sw.js": "self.__WB_MANIFEST;self.__SITE_FACTS__" });
    await buildSite({ content, out, audience: "public", strict: false, app, models: { runtime: runtimeFolder() } });
    const script = await readFile(join(out, "sw.js"), "utf8");
    expect(script).toContain("favicon.svg");
    expect(script).not.toContain("models/");
  });

  it("shares one runtime with an encoder of the hub", async () => {
    const content = await contentWithReader({ models: { encoder: "acme/tiny", reader: "acme/reader" } });
    await run(["models", "add", TINY_ENCODER, "--content", content, "--id", "acme/tiny"]);
    const { manifest, models, report } = await built(content);
    expect(report.faults).toEqual([]);
    if (manifest.encoder?.kind !== "hub") throw new Error("no hub encoder");
    expect(manifest.encoder.runtime).toBe(readerOf(manifest).runtime);
    expect(models.filter((path) => path.startsWith("models/ort/"))).toHaveLength(2);
    expect(models).toHaveLength(2 + 4 + 4);
  });

  it("takes the tool's own when nothing is configured", async () => {
    const { manifest, out } = await built(await folderWith(ARTICLES), await shippedReader());
    const reader = readerOf(manifest);
    await useNodeRuntime(runtimeFolder());
    expect((await read(out, reader)).at(-1)).toBe(3);
    expect([reader.kind, reader.id, reader.dtype]).toEqual(["own", OWN_READER, "q8"]);
    expect(reader.files.map(({ path }) => path)).not.toContain(`${reader.folder}/README.md`);
  });

  it("says another state of the content when threshold, fetch or reader change, and none otherwise", async () => {
    const content = await contentWithReader();
    const models = { reader: "acme/reader" };
    const configs = [
      { models },
      { models, answers: { threshold: 0.75 } },
      { models, answers: { download: "automatic" } },
      { models: { reader: "none" } },
      { models, answers: { enabled: false } },
    ];
    const states: string[] = [];
    for (const config of [...configs, { models }]) {
      await configure(content, config);
      states.push((await built(content)).manifest.content);
    }
    expect(new Set(states).size).toBe(configs.length);
    expect(states.at(-1)).toBe(states[0]);
  });
});

describe("a build without a reader", () => {
  it("has answers all the same, and neither model nor runtime", async () => {
    const rows: [object, string | undefined][] = [
      [{}, undefined],
      [{ models: { reader: "none" } }, await shippedReader()],
    ];
    for (const [config, shipped] of rows) {
      const content = await folderWith(ARTICLES);
      await configure(content, { ...config, answers: { threshold: 0.7, download: "automatic" } });
      const { manifest, models, report } = await built(content, shipped);
      expect(manifest.answers).toEqual({ threshold: 0.7, fetch: "automatic" });
      expect(report.answers).toEqual({ threshold: 0.7, fetch: "automatic" });
      expect([models, report.faults]).toEqual([[], []]);
    }
  });

  it("has no answers when they are switched off, not even a reader that is asked for", async () => {
    const content = await contentWithReader({ models: { reader: "acme/reader" }, answers: { enabled: false } });
    const { out, manifest, models, report } = await built(content);
    expect([manifest.answers, report.answers, models, report.faults]).toEqual([undefined, undefined, [], []]);
    expect(await filesIn(out)).not.toContain("en/ask/index.html");
  });

  const fault = (expected: string, found: string) => [
    { code: "config", severity: "error", file: "config.json", line: 1, expected, found },
  ];

  it("reports one that is not there, and builds without", async () => {
    const content = await contentWithReader({ models: { reader: "acme/other" } });
    const { report, manifest } = await built(content);
    expect(report.faults).toEqual(
      fault(
        "the id of a model of models/ under `models.reader`: fetch it with `pocket-help models add acme/other --reader`",
        '"acme/other"; acme/reader',
      ),
    );
    expect(manifest.answers).toEqual({ threshold: DEFAULT_THRESHOLD, fetch: "ask" });
  });

  it("reports an encoder in the reader's place, and the reverse", async () => {
    const content = await contentWithReader({ models: { encoder: "none", reader: "acme/tiny" } });
    await run(["models", "add", TINY_ENCODER, "--content", content, "--id", "acme/tiny"]);
    expect((await built(content)).report.faults).toEqual(
      fault("the id of a reader under `models.reader`", '"acme/tiny", an encoder'),
    );
    await configure(content, { models: { encoder: "acme/reader", reader: "none" } });
    expect((await built(content)).report.faults).toEqual(
      fault("the id of an encoder under `models.encoder`", '"acme/reader", a reader'),
    );
  });

  it("reports one that is not as it was pinned, and a damaged list of models once", async () => {
    const content = await contentWithReader();
    const file = join(content, "models/acme/reader", TINY_ONNX);
    await appendFile(file, "x");
    const changed = await built(content);
    expect(changed.report.faults).toMatchObject([{ file, found: expect.stringContaining("bytes)") }]);
    expect(changed.models).toEqual([]);
    await addFiles(content, { "models/models.json": "{" });
    expect((await built(content)).report.faults).toMatchObject([{ file: "models/models.json", severity: "error" }]);
  });

  it("reports a pinned reader that does not say its number format", async () => {
    const model = { role: "reader", id: "r", source: "", revision: "", licence: "mit", files: [] };
    const list = JSON.stringify({ version: 1, models: [model] });
    const content = await folderWith({ ...ARTICLES, "models/models.json": list });
    expect((await built(content)).report.faults).toMatchObject([
      { file: "models/models.json", found: expect.stringContaining("is damaged") },
    ]);
  });
});

it("a check says the same of answers, and finds the same faults", async () => {
  const content = await contentWithReader();
  const options = { content, audience: "public", runtime: runtimeFolder() } as const;
  const { report } = await built(content);
  expect(await checkContent(options)).toMatchObject({ faults: [], answers: report.answers });
  await configure(content, { models: { reader: "acme/other" } });
  const { faults, answers } = await checkContent(options);
  expect(faults).toEqual((await built(content)).report.faults);
  expect(answers).toEqual({ threshold: DEFAULT_THRESHOLD, fetch: "ask" });
});
