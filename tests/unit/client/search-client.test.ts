import { describe, expect, it } from "vitest";
import { createSearchClient } from "../../../src/client/search-client";
import type { Answer } from "../../../src/domain/answer";
import { ok } from "../../../src/domain/result";
import type { SearchResults } from "../../../src/domain/search";
import type { WorkerRequest, WorkerResponse } from "../../../src/worker/protocol";

/** A worker that only records; tests speak for it. */
class FakeWorker extends EventTarget {
  readonly heard: WorkerRequest[] = [];
  terminated = false;
  postMessage(request: WorkerRequest) {
    this.heard.push(request);
  }
  terminate() {
    this.terminated = true;
  }
  say(data: WorkerResponse) {
    this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
  die(message: string) {
    this.dispatchEvent(Object.assign(new Event("error"), { message }));
  }
}

function client(saveData = false) {
  const workers: FakeWorker[] = [];
  const phases: string[] = [];
  const search = createSearchClient({
    base: "/help/",
    locale: "en",
    saveData,
    startWorker: (base) => {
      expect(base).toBe("/help/");
      workers.push(new FakeWorker());
      return workers.at(-1) as unknown as Worker;
    },
  });
  search.state.subscribe((phase) => phases.push(phase));
  return { search, workers, phases };
}

const query = (text: string) => ({ text, locale: "en" });
const results = (text: string) =>
  ok({ query: query(text), articles: [], total: 0, corrections: [], nearest: [] } satisfies SearchResults);
const never = () => new AbortController().signal;

describe("createSearchClient", () => {
  it("starts no worker before anyone asks, and one for all", () => {
    const { search, workers, phases } = client();
    expect([workers.length, phases]).toEqual([0, ["idle"]]);
    search.prepare();
    void search.search(query("pay"), never());
    expect(workers.map(({ heard }) => heard)).toEqual([
      [
        { type: "open", locale: "en" },
        { type: "search", id: 1, query: query("pay") },
      ],
    ]);
  });

  it("gives each worker an unlocked vault before anything else", () => {
    const vault = { key: {} as CryptoKey, index: { version: 1, files: {} } } as const;
    const workers: FakeWorker[] = [];
    const startWorker = () => {
      workers.push(new FakeWorker());
      return workers.at(-1) as unknown as Worker;
    };
    const search = createSearchClient({ base: "/help/", locale: "en", saveData: true, vault, startWorker });
    search.prepare();
    workers[0]!.die("gone");
    search.prepare();
    expect(workers.map(({ heard }) => heard[0])).toEqual([
      { type: "use-vault", vault },
      { type: "use-vault", vault },
    ]);
  });

  it("ends for good when it is closed: no worker is left, and none is started again", async () => {
    const { search, workers } = client();
    const asked = search.search(query("pay"), never());
    search.close();
    expect(await asked).toEqual({ ok: false, error: { code: "worker-failed", detail: "closed" } });
    search.prepare();
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
  });

  it("gives every search its own answer, in whatever order they come", async () => {
    const { search, workers } = client();
    const found = ["a", "b"].map((text) => search.search(query(text), never()));
    workers[0]!.say({ type: "results", id: 2, result: results("b") });
    workers[0]!.say({ type: "results", id: 1, result: results("a") });
    expect(await Promise.all(found)).toEqual([results("a"), results("b")]);
  });

  it("tells how far loading has come, in its own language only", () => {
    const { search, workers, phases } = client();
    search.prepare();
    const [worker] = workers;
    worker!.say({ type: "state", locale: "en", state: { status: "loading", loaded: 0, total: 0 } });
    worker!.say({ type: "state", locale: "zh", state: { status: "failed", error: { code: "content-invalid" } } });
    worker!.say({ type: "state", locale: "en", state: { status: "loading", loaded: 5, total: 9 } });
    worker!.say({ type: "state", locale: "en", state: { status: "ready", articles: 3, missing: 0 } });
    expect(phases).toEqual(["idle", "loading", "ready"]);
  });
});

describe("search by meaning", () => {
  it("is told as the worker tells it, and is off again when the worker dies", () => {
    const { search, workers } = client();
    const states: string[] = [];
    search.meaning.subscribe(({ status }) => states.push(status));
    search.prepare();
    workers[0]!.say({ type: "meaning", state: { status: "loading", loaded: 0, total: 9 } });
    workers[0]!.say({ type: "meaning", state: { status: "ready", locales: ["en"] } });
    workers[0]!.die("out of memory");
    expect(states).toEqual(["off", "loading", "ready", "off"]);
  });

  it("waits to be asked for on a device that saves data, in every worker until then", () => {
    const { search, workers } = client(true);
    search.prepare();
    const open = { type: "open", locale: "en" };
    expect(workers[0]!.heard).toEqual([{ type: "hold-encoder" }, { type: "hold-reader" }, open]);
    workers[0]!.die("gone");
    search.loadEncoder();
    expect(workers[1]!.heard).toEqual([{ type: "hold-reader" }, { type: "load-encoder" }]);
    workers[1]!.die("gone");
    search.prepare();
    expect(workers[2]!.heard).toEqual([{ type: "hold-reader" }, open]);
  });
});

describe("a question", () => {
  const notCovered = (text: string) =>
    ok<Answer>({ kind: "not-covered", query: query(text), confidence: 0.1, by: "sentences", nearest: [] });

  it("gets its own stages and its own answer, among searches", async () => {
    const { search, workers } = client();
    const stages: string[] = [];
    const first = search.ask(query("a"), never(), (stage) => stages.push(`a ${stage}`));
    const second = search.ask(query("b"), never());
    const found = search.search(query("c"), never());
    const [worker] = workers;
    expect(worker!.heard).toEqual([
      { type: "ask", id: 1, query: query("a") },
      { type: "ask", id: 2, query: query("b") },
      { type: "search", id: 3, query: query("c") },
    ]);
    worker!.say({ type: "stage", id: 1, stage: "searching" });
    worker!.say({ type: "stage", id: 2, stage: "searching" });
    worker!.say({ type: "results", id: 3, result: results("c") });
    worker!.say({ type: "stage", id: 1, stage: "reading" });
    worker!.say({ type: "answer", id: 2, result: notCovered("b") });
    worker!.say({ type: "answer", id: 1, result: notCovered("a") });
    worker!.say({ type: "stage", id: 1, stage: "reading" });
    expect(await Promise.all([first, second, found])).toEqual([notCovered("a"), notCovered("b"), results("c")]);
    expect(stages).toEqual(["a searching", "a reading"]);
  });

  it("that is aborted is cancelled, and its stages and answer go nowhere", async () => {
    const { search, workers } = client();
    const stop = new AbortController();
    const stages: string[] = [];
    const asked = search.ask(query("a"), stop.signal, (stage) => stages.push(stage));
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    const [worker] = workers;
    expect(worker!.heard.at(-1)).toEqual({ type: "cancel", id: 1 });
    worker!.say({ type: "stage", id: 1, stage: "reading" });
    worker!.say({ type: "answer", id: 1, result: notCovered("a") });
    expect(stages).toEqual([]);
  });

  it("fails with the worker", async () => {
    const { search, workers } = client();
    const asked = search.ask(query("a"), never());
    workers[0]!.die("out of memory");
    expect(await asked).toEqual({ ok: false, error: { code: "worker-failed", detail: "out of memory" } });
  });
});

describe("the reader", () => {
  it("is told as the worker tells it, and is off again when the worker dies", () => {
    const { search, workers } = client();
    const states: string[] = [];
    search.reader.subscribe(({ status }) => states.push(status));
    search.prepare();
    workers[0]!.say({ type: "reader", state: { status: "offered", bytes: 9 } });
    workers[0]!.say({ type: "reader", state: { status: "ready" } });
    workers[0]!.die("out of memory");
    expect(states).toEqual(["off", "offered", "ready", "off"]);
  });

  it("that was stopped is not fetched by itself in the next worker either, until it is asked for", () => {
    const { search, workers } = client();
    search.prepare();
    search.stopReader();
    search.loadReader();
    search.stopReader();
    const types = () => workers.at(-1)!.heard.map(({ type }) => type);
    expect(types()).toEqual(["open", "stop-reader", "load-reader", "stop-reader"]);
    workers[0]!.die("gone");
    search.prepare();
    expect(types()).toEqual(["hold-reader", "open"]);
    search.loadReader();
    workers[1]!.die("gone");
    search.prepare();
    expect(types()).toEqual(["open"]);
  });
});

describe("an aborted search", () => {
  it("rejects at once, tells the worker, and its late answer goes nowhere", async () => {
    const { search, workers } = client();
    const stop = new AbortController();
    const stopped = search.search(query("old"), stop.signal);
    const next = search.search(query("new"), never());
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    const [worker] = workers;
    expect(worker!.heard.at(-1)).toEqual({ type: "cancel", id: 1 });
    worker!.say({ type: "results", id: 1, result: results("old") });
    worker!.say({ type: "results", id: 2, result: results("new") });
    expect(await next).toEqual(results("new"));
  });

  it("that was aborted before it began starts nothing", async () => {
    const { search, workers } = client();
    await expect(search.search(query("x"), AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
    expect(workers).toEqual([]);
  });

  it("is not cancelled when its answer has long come", async () => {
    const { search, workers } = client();
    const stop = new AbortController();
    const found = search.search(query("x"), stop.signal);
    workers[0]!.say({ type: "results", id: 1, result: results("x") });
    await found;
    stop.abort();
    expect(workers[0]!.heard.map(({ type }) => type)).toEqual(["search"]);
  });
});

describe("a worker that dies", () => {
  it("fails every search under way, and the next attempt starts another", async () => {
    const { search, workers, phases } = client();
    const failing = ["a", "b"].map((text) => search.search(query(text), never()));
    workers[0]!.die("out of memory");
    const failed = { ok: false, error: { code: "worker-failed", detail: "out of memory" } };
    expect(await Promise.all(failing)).toEqual([failed, failed]);
    expect([workers[0]!.terminated, phases.at(-1)]).toEqual([true, "failed"]);

    const retried = search.search(query("c"), never());
    expect(workers).toHaveLength(2);
    workers[1]!.say({ type: "results", id: 3, result: results("c") });
    expect(await retried).toEqual(results("c"));
  });

  it("is not started again just to cancel what it was asked", async () => {
    const { search, workers } = client();
    const stop = new AbortController();
    const failing = search.search(query("a"), stop.signal);
    workers[0]!.die("gone");
    await failing;
    stop.abort();
    expect(workers).toHaveLength(1);
  });

  it("before it lives is an answer, not an exception", async () => {
    const search = createSearchClient({
      base: "/",
      locale: "en",
      startWorker: () => {
        throw new TypeError("Foreign script");
      },
    });
    expect(await search.search(query("a"), never())).toEqual({
      ok: false,
      error: { code: "worker-failed", detail: "TypeError: Foreign script" },
    });
    expect(search.state.value).toBe("failed");
    expect(() => search.prepare()).not.toThrow();
  });
});
