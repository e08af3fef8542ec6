import type { EncoderSpeed } from "./encoder-speed";
import type { EncoderRequest } from "./encoder-worker";
import { type Ask, type EngineAddress, openEngine } from "./engines";
import type { IndexRequest } from "./index-worker";
import { watchLongTasks } from "./long-tasks";
import { type SoakResult, soakQueries } from "./soak-queries";
import { typeIntoSearch } from "./type-into-search";

/** How long the first result took, and the longest task on the page's thread meanwhile (0: none of 50 ms). */
export interface FirstResult {
  readonly ms: number;
  readonly longestTaskMs: number;
}

/** What the bench can do inside a page. Its pages have it as `window.bench`. */
export interface Probe {
  /** From loading an engine to its first answer. */
  first(address: EngineAddress, text: string): Promise<FirstResult>;
  /** From the key that opens search to the first result on the page, the words typed as soon as there is a field. */
  type(text: string): Promise<FirstResult>;
  /** Opens an engine and asks every question once, so that nothing is left to load. @returns results of each */
  warmUp(address: EngineAddress, texts: readonly string[]): Promise<number[]>;
  /** How long each question takes, in milliseconds; after {@link warmUp}. */
  ask(texts: readonly string[]): Promise<number[]>;
  /** Index building in a new worker, in milliseconds. @param packs address of a JSON list of packs */
  buildIndex(engine: IndexRequest["engine"], packs: string): Promise<number>;
  /** The encoder's speed in a new worker. */
  encode(request: EncoderRequest): Promise<EncoderSpeed>;
  /** See {@link soakQueries}. */
  soak(...args: Parameters<typeof soakQueries>): Promise<SoakResult>;
}

let ready: Ask | undefined;

const probe: Probe = {
  async first(address, text) {
    const tasks = watchLongTasks();
    const start = performance.now();
    const { ask } = await openEngine(address);
    const results = await ask(text);
    const ms = performance.now() - start;
    if (results === 0) throw new Error(`${address.engine} finds nothing for ${text}`);
    return { ms, longestTaskMs: await tasks.longestMs() };
  },
  async type(text) {
    const tasks = watchLongTasks();
    const start = performance.now();
    await typeIntoSearch(text);
    const ms = performance.now() - start;
    return { ms, longestTaskMs: await tasks.longestMs() };
  },
  async warmUp(address, texts) {
    const { ask, settled } = await openEngine(address);
    await ask("");
    await settled();
    const results: number[] = [];
    for (const text of texts) results.push(await ask(text));
    ready = ask;
    return results;
  },
  async ask(texts) {
    if (!ready) throw new Error("no engine is warm");
    const times: number[] = [];
    for (const text of texts) {
      const start = performance.now();
      await ready(text);
      times.push(performance.now() - start);
    }
    return times;
  },
  async buildIndex(engine, packs) {
    const request: IndexRequest = { engine, packs: await (await fetch(packs)).json() };
    const worker = new Worker("/index-worker.js", { type: "module" });
    try {
      return await new Promise<number>((done, fail) => {
        worker.addEventListener("message", ({ data }) => done(data));
        worker.addEventListener("error", ({ message }) => fail(new Error(message)));
        worker.postMessage(request);
      });
    } finally {
      worker.terminate();
    }
  },
  async encode(request) {
    const worker = new Worker("/encoder-worker.js", { type: "module" });
    try {
      return await new Promise<EncoderSpeed>((done, fail) => {
        worker.addEventListener("message", ({ data }) => done(data));
        worker.addEventListener("error", ({ message }) => fail(new Error(message)));
        worker.postMessage(request);
      });
    } finally {
      worker.terminate();
    }
  },
  soak: soakQueries,
};

Object.assign(window, { bench: probe });
