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
    const words = said.filter(({ type }) => type !== "meaning");
    expect(words.map((response) => (response.type === "results" ? response.id : response.state.status))).toEqual([
      "loading",
      "loading",
      "ready",
      7,
    ]);
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

  it("answers with an error where a search fails in a way that nobody foresaw", async () => {
    vi.doMock("../../../src/worker/search-service", () => ({
      createSearchService: () => ({ search: () => Promise.reject(new TypeError("no such thing")) }),
    }));
    const { said, ask } = await started();
    vi.doUnmock("../../../src/worker/search-service");
    ask({ type: "search", id: 3, query });
    await vi.waitFor(() => expect(said).toHaveLength(1));
    const error = { code: "worker-failed", detail: "TypeError: no such thing" };
    expect(said).toEqual([{ type: "results", id: 3, result: { ok: false, error } }]);
  });
});
