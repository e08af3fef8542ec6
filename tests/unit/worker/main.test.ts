import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WorkerRequest, WorkerResponse } from "../../../src/worker/protocol";
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

describe("the worker", () => {
  it("takes its base from its name, loads, and answers even where nothing can be stored", async () => {
    const { said, ask } = await started();
    ask({ type: "open", locale: "en" });
    ask({ type: "search", id: 7, query });
    await vi.waitFor(() => expect(said.at(-1)?.type).toBe("results"));
    expect(said.map((response) => (response.type === "state" ? response.state.status : response.id))).toEqual([
      "loading",
      "loading",
      "ready",
      7,
    ]);
  });

  it("does not answer what was cancelled, and goes on answering the rest", async () => {
    const { said, ask } = await started();
    ask({ type: "search", id: 1, query });
    ask({ type: "search", id: 2, query });
    ask({ type: "cancel", id: 1 });
    await vi.waitFor(() => expect(said.at(-1)?.type).toBe("results"));
    expect(said.flatMap((response) => (response.type === "results" ? response.id : []))).toEqual([2]);
  });
});
