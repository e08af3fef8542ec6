import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { HubModel } from "../../../src/domain/pack";
import { err, ok } from "../../../src/domain/result";
import { openHubEncoder } from "../../../src/inference/hub/hub-encoder";
import { createModelStore } from "../../../src/storage/model-store";
import { loadHubEncoder } from "../../../src/worker/encoders/hub-encoder";
import { createModelFiles } from "../../../src/worker/model-files";
import { FakeCache } from "../../support/fake-cache";
import { packWith } from "../../support/packs";

vi.mock("../../../src/inference/hub/hub-encoder", () => ({ openHubEncoder: vi.fn() }));
const open = vi.mocked(openHubEncoder);

const FILES: Readonly<Record<string, string>> = {
  "models/own/tiny/0a/config.json": "{}",
  "models/own/tiny/0a/onnx/model.onnx": "numbers",
  "models/ort/1b/ort.wasm": "code",
  "packs/2c.bin": "\u0001\u0002",
};
const file = (path: string) => ({
  path,
  size: FILES[path]!.length,
  sha256: createHash("sha256").update(FILES[path]!).digest("hex"),
});
const model: HubModel = {
  kind: "hub",
  id: "own/tiny",
  dimensions: 2,
  pooling: "mean",
  prefixes: { query: "query: ", passage: "" },
  dtype: "q8",
  folder: "models/own/tiny/0a",
  runtime: "models/ort/1b",
  files: Object.keys(FILES).slice(0, 3).map(file),
};
const running = {
  dimensions: 2,
  encode: async () => [Float32Array.of(0.6, 0.8)],
  dispose: async () => undefined,
};

function loaded() {
  const cache = new FakeCache();
  const fetchFile = async (path: unknown) => new Response(FILES[String(path).slice("/help/".length)]);
  const files = createModelFiles(
    "/help/",
    createModelStore("/help/", async () => cache.cache),
    fetchFile,
  );
  return { cache, encoder: loadHubEncoder(model, "/help/", files, () => undefined) };
}

beforeEach(() => {
  vi.stubGlobal("location", { href: "https://site.example/help/assets/worker.js" });
  vi.stubGlobal("fetch", async (path: string) => new Response(FILES[path.slice("/help/".length)]));
});
afterEach(() => vi.unstubAllGlobals());

it("hands the library the files that were checked, and nothing else", async () => {
  open.mockImplementation(async ({ folder, runtime, fetch: get }) => {
    expect([folder, runtime]).toEqual(["/help/models/own/tiny/0a", "/help/models/ort/1b/"]);
    expect(await (await get!("/help/models/own/tiny/0a/onnx/model.onnx")).text()).toBe("numbers");
    expect((await get!("/help/models/own/tiny/0a/other.json")).status).toBe(404);
    expect((await get!("https://site.example/help/models/own/tiny/0a/config.json")).status).toBe(200);
    return ok(running);
  });
  const { cache, encoder } = loaded();
  const result = await encoder;
  expect(result.ok && result.value.encoder).toBe("own/tiny@0a");
  expect(result.ok && (await result.value.query("late"))).toEqual({
    encoder: "own/tiny@0a",
    vector: Float32Array.of(0.6, 0.8),
  });
  expect([...cache.stored.keys()]).toEqual(model.files.map(({ path }) => `/help/${path}`));
});

it("takes the passages' vectors from the site", async () => {
  open.mockResolvedValue(ok(running));
  const result = await loaded().encoder;
  const section = { key: "en/orders", sha256: "a", pack: packWith("en", "orders", "Pay") };
  expect(result.ok && (await result.value.section({ ...section, vectors: file("packs/2c.bin") }))).toEqual(
    ok({ version: 1, encoder: "own/tiny@0a", dimensions: 2, vectors: Int8Array.of(1, 2) }),
  );
  expect(result.ok && (await result.value.section(section))).toMatchObject({ error: { code: "encoder-unreachable" } });
});

it("keeps a model that does not run here: what would be fetched again is the same", async () => {
  open.mockResolvedValue(err({ code: "encoder-invalid" }));
  const { cache, encoder } = loaded();
  expect(await encoder).toEqual(err({ code: "encoder-invalid" }));
  expect([...cache.stored.keys()]).toEqual(model.files.map(({ path }) => `/help/${path}`));
});
