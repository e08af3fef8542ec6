import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ManifestFile, SiteReader } from "../../../../src/domain/pack";
import { err, ok } from "../../../../src/domain/result";
import { openReader } from "../../../../src/inference/reader/open-reader";
import { createModelStore } from "../../../../src/storage/model-store";
import { readerLoader } from "../../../../src/worker/answers/load-reader";
import { createModelFiles } from "../../../../src/worker/model-files";
import { FakeCache } from "../../../support/fake-cache";

vi.mock("../../../../src/inference/reader/open-reader", () => ({ openReader: vi.fn() }));
const open = vi.mocked(openReader);

const FILES: Readonly<Record<string, string>> = {
  "models/own/1a/config.json": "{}",
  "models/own/1a/onnx/model.onnx": "numbers",
  "models/ort/2b/ort.wasm": "code",
};
const file = (path: string): ManifestFile => ({
  path,
  size: FILES[path]!.length,
  sha256: createHash("sha256").update(FILES[path]!).digest("hex"),
});
const model: SiteReader = {
  kind: "own",
  id: "own",
  dtype: "q8",
  folder: "models/own/1a",
  runtime: "models/ort/2b",
  files: Object.keys(FILES).map(file),
};
const running = { reader: "own@1a", read: async () => [], dispose: async () => undefined };

/** A device at a site that answers like this. */
function device(answer: (path: string) => Response = (path) => new Response(FILES[path]), cache = new FakeCache()) {
  const fetched: string[] = [];
  const files = createModelFiles(
    "/help/",
    createModelStore("/help/", async () => cache.cache),
    async (address, init) => {
      init?.signal?.throwIfAborted();
      const path = String(address).slice("/help/".length);
      fetched.push(path);
      return answer(path);
    },
  );
  const stop = new AbortController();
  const bytes: number[] = [];
  const load = () => readerLoader("/help/", files)(model, (loaded) => bytes.push(loaded), stop.signal);
  return { cache, files, fetched, stop, bytes, load };
}

beforeEach(() => {
  vi.stubGlobal("location", { href: "https://site.example/help/assets/worker.js" });
  open.mockReset();
  open.mockResolvedValue(ok(running));
});
afterEach(() => vi.unstubAllGlobals());

describe("readerLoader", () => {
  it("hands the library the files that were checked, keeps them, and tells their bytes", async () => {
    open.mockImplementation(async ({ fetch: get, pause, ...options }) => {
      expect(options).toEqual({
        kind: "own",
        id: "own",
        dtype: "q8",
        folder: "/help/models/own/1a",
        runtime: "/help/models/ort/2b/",
      });
      expect(await (await get!("/help/models/own/1a/onnx/model.onnx")).text()).toBe("numbers");
      expect((await get!("/help/models/own/1a/other.json")).status).toBe(404);
      await pause?.();
      return ok(running);
    });
    const { load, bytes, cache } = device();
    expect(await load()).toEqual(ok(running));
    expect(bytes.at(-1)).toBe(13);
    expect([...cache.stored.keys()]).toEqual(model.files.map(({ path }) => `/help/${path}`));
  });

  it.each([
    ["is not there", () => new Response("", { status: 404 }), "reader-unreachable"],
    ["is cut off", () => new Response("{"), "reader-invalid"],
    ["is a sign-in page", () => new Response("{}", { headers: { "Content-Type": "text/html" } }), "signed-out"],
  ])("tells that a file %s", async (_, answer, code) => {
    const { load } = device(answer);
    expect(await load()).toMatchObject({ ok: false, error: { code } });
    expect(open).not.toHaveBeenCalled();
  });

  it("ends when it is no longer wanted; whole files stay and need not be fetched again", async () => {
    const first = device((path) => {
      if (path.endsWith(".onnx")) first.stop.abort();
      return new Response(FILES[path]);
    });
    expect(await first.load()).toMatchObject({ ok: false, error: { code: "reader-unreachable" } });
    expect(first.fetched).toEqual(model.files.slice(0, 2).map(({ path }) => path));
    expect(open).not.toHaveBeenCalled();
    const second = device(undefined, first.cache);
    expect(await second.load()).toEqual(ok(running));
    expect(second.fetched).toEqual([model.files[2]!.path]);
  });

  it("fetches nothing where WebAssembly is forbidden", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    const { load, fetched } = device();
    expect(await load()).toMatchObject({ ok: false, error: { code: "reader-invalid" } });
    expect(fetched).toEqual([]);
  });

  it("keeps a model that does not run here: what would be fetched again is the same", async () => {
    open.mockResolvedValue(err({ code: "reader-invalid" }));
    const { load, cache } = device();
    expect(await load()).toEqual(err({ code: "reader-invalid" }));
    expect(cache.stored.size).toBe(3);
  });
});

it("one model's files stay when another's earlier ones go", async () => {
  const { files, load, cache } = device();
  await load();
  files.claim("reader", model.files);
  files.claim("encoder", []);
  await files.tidy();
  expect(cache.stored.size).toBe(3);
  files.claim("reader", model.files.slice(0, 1));
  await files.tidy();
  expect([...cache.stored.keys()]).toEqual(["/help/models/own/1a/config.json"]);
});
