import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WorkerRequest, WorkerResponse } from "../../../src/worker/protocol";
import { madeUpModel } from "../../support/encoder";
import { manifestOf, packFile, packWith } from "../../support/packs";

const pack = packWith("en", "orders", "Track parcel");
const files = new Map<string, unknown>([
  ["/help/packs/manifest.json", manifestOf([pack])],
  [`/help/${packFile(pack).path}`, pack],
]);

/** The worker in this very thread; there is no IndexedDB here, as in some frames. */
async function started() {
  const said: WorkerResponse[] = [];
  let hear: (event: { data: WorkerRequest }) => void = () => {};
  vi.stubGlobal("self", {
    name: "/help/",
    postMessage: (response: WorkerResponse) => said.push(response),
    addEventListener: (_: string, listener: typeof hear) => {
      hear = listener;
    },
  });
  await import("../../../src/worker/main");
  return { said, ask: (data: WorkerRequest) => hear({ data }) };
}

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("fetch", async (path: string) => new Response(JSON.stringify(files.get(path))));
});
afterEach(() => vi.unstubAllGlobals());

const query = { text: "parcel", locale: "en" };

/** The same site with an encoder. */
function withEncoder(answer: () => Response) {
  const model = madeUpModel();
  const sha256 = createHash("sha256").update(model).digest("hex");
  const file = { path: "models/made-up/1.bin", size: model.length, sha256 };
  const encoder = { kind: "static", id: "made-up", dimensions: 24, files: [file] };
  vi.stubGlobal("fetch", async (path: string) => {
    if (path.includes("/models/")) return answer();
    const value = path.endsWith("manifest.json") ? { ...manifestOf([pack]), encoder } : files.get(path);
    return new Response(JSON.stringify(value));
  });
  return model;
}

const ended = (said: readonly WorkerResponse[]) =>
  vi.waitFor(() => {
    const state = said.flatMap((response) => (response.type === "meaning" ? response.state : [])).at(-1);
    expect(["ready", "unavailable", "offered"]).toContain(state?.status);
    return state;
  });

describe("the worker", () => {
  it("takes its base from its name, loads, and answers even where nothing can be stored", async () => {
    const { said, ask } = await started();
    ask({ type: "open", locale: "en" });
    ask({ type: "search", id: 7, query });
    await vi.waitFor(() => expect(said.at(-1)?.type).toBe("results"));
    const words = said.flatMap((response) => {
      if (response.type === "results") return response.id;
      return response.type === "state" ? response.state.status : [];
    });
    expect(words).toEqual(["loading", "loading", "ready", 7]);
  });

  it("answers by words first and by meaning when it can, all in memory if need be", async () => {
    const model = withEncoder(() => new Response(model as BodyInit));
    const { said, ask } = await started();
    ask({ type: "search", id: 1, query: { text: "package", locale: "en" } });
    expect(await ended(said)).toEqual({ status: "ready", locales: ["en"] });
    ask({ type: "search", id: 2, query: { text: "package", locale: "en" } });
    const found = await vi.waitFor(() => {
      const results = said.flatMap((response) => (response.type === "results" ? response.result : []));
      expect(results).toHaveLength(2);
      return results.map((result) => result.ok && result.value.articles.map(({ because }) => because));
    });
    expect(found).toEqual([[], ["meaning"]]);
  });

  it("fetches no encoder where it is held back until it is asked for", async () => {
    const answer = vi.fn(() => new Response("", { status: 404 }));
    withEncoder(answer);
    const { said, ask } = await started();
    ask({ type: "hold-encoder" });
    ask({ type: "open", locale: "en" });
    expect((await ended(said))?.status).toBe("offered");
    expect(answer).not.toHaveBeenCalled();
    ask({ type: "load-encoder" });
    await vi.waitFor(async () => expect((await ended(said))?.status).toBe("unavailable"));
    expect(answer).toHaveBeenCalledOnce();
  });

  it("does not answer what was cancelled, and goes on answering the rest", async () => {
    const { said, ask } = await started();
    ask({ type: "search", id: 1, query });
    ask({ type: "search", id: 2, query });
    ask({ type: "cancel", id: 1 });
    await vi.waitFor(() => expect(said.at(-1)?.type).toBe("results"));
    expect(said.flatMap((response) => (response.type === "results" ? response.id : []))).toEqual([2]);
  });

  it("answers a question once, after its stages, on a site that says nothing about answers", async () => {
    const { said, ask } = await started();
    ask({ type: "ask", id: 5, query });
    ask({ type: "ask", id: 6, query });
    ask({ type: "cancel", id: 6 });
    await vi.waitFor(() => expect(said.some(({ type }) => type === "answer")).toBe(true));
    ask({ type: "search", id: 7, query });
    await vi.waitFor(() => expect(said.at(-1)?.type).toBe("results"));
    const own = said.filter(({ type }) => type === "stage" || type === "answer");
    expect(own.filter((response) => "id" in response && response.id === 6)).toEqual([
      { type: "stage", id: 6, stage: "searching" },
    ]);
    const first = own.filter((response) => "id" in response && response.id === 5);
    expect(first.map((response) => (response.type === "stage" ? response.stage : response.type))).toEqual([
      "searching",
      "reading",
      "answer",
    ]);
    expect(first.at(-1)).toMatchObject({ result: { ok: true, value: { by: "words", query } } });
    expect(said.some(({ type }) => type === "reader")).toBe(false);
  });

  it("offers a reader that is held back, and tells why one that is asked for cannot be had", async () => {
    const file = { path: "models/own/1a/config.json", size: 2, sha256: "0" };
    const reader = {
      kind: "own",
      id: "own",
      folder: "models/own/1a",
      runtime: "models/ort/2b",
      dtype: "q8",
      files: [file],
    };
    const answers = { threshold: 0.5, fetch: "automatic", reader };
    vi.stubGlobal("fetch", async (path: string) => {
      if (path.includes("/models/")) return new Response("", { status: 503 });
      const value = path.endsWith("manifest.json") ? { ...manifestOf([pack]), answers } : files.get(path);
      return new Response(JSON.stringify(value));
    });
    const { said, ask } = await started();
    const state = () => said.flatMap((response) => (response.type === "reader" ? response.state : [])).at(-1);
    ask({ type: "hold-reader" });
    ask({ type: "ask", id: 1, query });
    await vi.waitFor(() => expect(state()).toEqual({ status: "offered", bytes: 2 }));
    ask({ type: "load-reader" });
    ask({ type: "stop-reader" });
    expect(state()).toEqual({ status: "offered", bytes: 2 });
    ask({ type: "load-reader" });
    await vi.waitFor(() =>
      expect(state()).toMatchObject({ status: "unavailable", error: { code: "reader-unreachable" } }),
    );
  });

  it("answers with an error where a search fails in a way that nobody foresaw", async () => {
    vi.doMock("../../../src/worker/search-service", () => ({
      createSearchService: () => ({
        open: async () => undefined,
        search: () => Promise.reject(new TypeError("no such thing")),
        find: () => Promise.reject(new TypeError("no such thing")),
      }),
    }));
    const { said, ask } = await started();
    vi.doUnmock("../../../src/worker/search-service");
    ask({ type: "search", id: 3, query });
    ask({ type: "ask", id: 4, query });
    await vi.waitFor(() => expect(said).toHaveLength(3));
    const result = { ok: false, error: { code: "worker-failed", detail: "TypeError: no such thing" } };
    expect(said).toContainEqual({ type: "results", id: 3, result });
    expect(said).toContainEqual({ type: "answer", id: 4, result });
  });
});
