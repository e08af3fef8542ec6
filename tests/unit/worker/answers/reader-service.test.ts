import { describe, expect, it, vi } from "vitest";
import type { AppError } from "../../../../src/domain/errors";
import type { SiteAnswers } from "../../../../src/domain/pack";
import type { Reader } from "../../../../src/domain/reader";
import { err, ok, type Result } from "../../../../src/domain/result";
import type { LoadReader } from "../../../../src/worker/answers/load-reader";
import { createReaderService } from "../../../../src/worker/answers/reader-service";
import type { ModelFiles } from "../../../../src/worker/model-files";
import type { ReaderState } from "../../../../src/worker/protocol";

const answers = (fetch: SiteAnswers["fetch"] = "automatic", name = "1a"): SiteAnswers => ({
  threshold: 0.5,
  fetch,
  reader: {
    kind: "own",
    id: "own",
    folder: `models/own/${name}`,
    runtime: "models/ort/2b",
    dtype: "q8",
    files: [
      { path: `models/own/${name}/config.json`, size: 3, sha256: "a" },
      { path: "models/ort/2b/ort.wasm", size: 7, sha256: "b" },
    ],
  },
});
const FAILURE: AppError = { code: "reader-unreachable", detail: "offline" };
const settled = () => new Promise((done) => setTimeout(done, 5));

/** A start that a test decides on. */
interface Start {
  readonly folder: string;
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal;
  readonly end: (result: Result<Reader, AppError>) => void;
}

function service(kept = false) {
  const starts: Start[] = [];
  const states: ReaderState[] = [];
  const disposed: string[] = [];
  const claimed: string[][] = [];
  const device = { kept };
  const loadReader: LoadReader = ({ folder }, onBytes, signal) =>
    new Promise((end) => starts.push({ folder, onBytes, signal, end }));
  const reader = createReaderService({
    files: {
      areKept: async () => device.kept,
      claim: (role: string, files: readonly { path: string }[]) =>
        claimed.push([role, ...files.map(({ path }) => path)]),
    } as unknown as ModelFiles,
    loadReader,
    onState: (state) => states.push(state),
  });
  const loaded = (name: string) =>
    ok<Reader>({
      reader: name,
      read: async () => [],
      dispose: async () => {
        disposed.push(name);
      },
    });
  return { reader, starts, states, disposed, claimed, device, loaded };
}

describe("the reader", () => {
  it("begins to load with the first question, which does not wait for it", async () => {
    const { reader, starts, states, loaded } = service();
    reader.add(answers());
    await settled();
    expect([states, starts.length]).toEqual([[], 0]);
    expect(reader.ask()).toBeUndefined();
    await settled();
    expect(reader.ask()).toBeUndefined();
    starts[0]!.onBytes(4);
    starts[0]!.end(loaded("own@1a"));
    await settled();
    expect(reader.ask()?.reader).toBe("own@1a");
    expect(starts).toHaveLength(1);
    expect(states).toEqual([
      { status: "loading", loaded: 0, total: 10 },
      { status: "loading", loaded: 4, total: 10 },
      { status: "ready" },
    ]);
  });

  it("is off on a site that has none", async () => {
    const { reader, starts, states, claimed } = service();
    reader.add(undefined);
    reader.ask();
    reader.add({ threshold: 0.3, fetch: "automatic" });
    reader.ask();
    reader.load();
    await settled();
    expect([starts, states, claimed]).toEqual([[], [], [["reader"], ["reader"]]]);
  });

  it("has its files as its own from the moment that the site names them", () => {
    const { reader, claimed } = service();
    reader.add(answers());
    expect(claimed).toEqual([["reader", "models/own/1a/config.json", "models/ort/2b/ort.wasm"]]);
  });

  it("says why it is not to be had, and is not tried again by itself", async () => {
    const { reader, starts, states, loaded } = service();
    reader.add(answers());
    reader.ask();
    await settled();
    starts[0]!.end(err(FAILURE));
    await settled();
    expect(states.at(-1)).toEqual({ status: "unavailable", error: FAILURE });
    reader.ask();
    await settled();
    expect(starts).toHaveLength(1);
    reader.load();
    await settled();
    starts[1]!.end(loaded("own@1a"));
    await settled();
    expect(states.at(-1)).toEqual({ status: "ready" });
  });

  it("says so where loading fails in a way that nobody foresaw", async () => {
    const states: ReaderState[] = [];
    const reader = createReaderService({
      files: { areKept: () => Promise.reject(new Error("defect")), claim: () => undefined } as unknown as ModelFiles,
      loadReader: vi.fn(),
      onState: (state) => states.push(state),
    });
    reader.add(answers("ask"));
    reader.ask();
    await settled();
    expect(states).toEqual([{ status: "unavailable", error: { code: "reader-invalid", detail: "Error: defect" } }]);
  });
});

describe("a reader that waits to be asked for", () => {
  it.each([
    ["because the site says so", answers("ask"), false],
    ["because the device saves data", answers("automatic"), true],
  ])("%s, is offered with the first question, and fetched when it is asked for", async (_, site, hold) => {
    const { reader, starts, states } = service();
    if (hold) reader.hold();
    reader.add(site);
    reader.ask();
    await settled();
    reader.ask();
    await settled();
    expect([states, starts.length]).toEqual([[{ status: "offered", bytes: 10 }], 0]);
    reader.load();
    await settled();
    expect(states.at(-1)).toEqual({ status: "loading", loaded: 0, total: 10 });
    expect(starts).toHaveLength(1);
  });

  it("is opened where its files are on the device", async () => {
    const { reader, starts } = service(true);
    reader.hold();
    reader.add(answers("ask"));
    reader.ask();
    await settled();
    expect(starts).toHaveLength(1);
  });

  it("is fetched when it was asked for before the site was known, or before it could be offered", async () => {
    const early = service();
    early.reader.load();
    early.reader.add(answers("ask"));
    const late = service();
    late.reader.add(answers("ask"));
    late.reader.ask();
    late.reader.load();
    await settled();
    expect([early.starts.length, late.starts.length]).toEqual([1, 1]);
    expect(late.states.map(({ status }) => status)).toEqual(["loading"]);
  });
});

describe("stopping", () => {
  it("ends the transfer and offers the reader again, which nothing but a wish starts", async () => {
    const { reader, starts, states, disposed, loaded } = service();
    reader.add(answers());
    reader.ask();
    await settled();
    reader.stop();
    expect(starts[0]!.signal.aborted).toBe(true);
    expect(states.at(-1)).toEqual({ status: "offered", bytes: 10 });
    // What still comes of it goes nowhere.
    const before = states.length;
    starts[0]!.onBytes(9);
    starts[0]!.end(loaded("late"));
    reader.ask();
    await settled();
    expect([states.length, starts.length, disposed]).toEqual([before, 1, ["late"]]);
    reader.load();
    await settled();
    starts[1]!.end(loaded("own@1a"));
    await settled();
    expect(reader.ask()?.reader).toBe("own@1a");
  });

  it("leaves one that is ready, and one that was never wanted", async () => {
    const { reader, starts, states, disposed, loaded } = service();
    reader.add(answers());
    reader.stop();
    expect(states).toEqual([]);
    reader.load();
    await settled();
    starts[0]!.end(loaded("own@1a"));
    await settled();
    reader.stop();
    expect([reader.ask()?.reader, disposed]).toEqual(["own@1a", []]);
  });
});

describe("when the site is told of anew", () => {
  it("the same reader stays", async () => {
    const { reader, starts, states, loaded } = service();
    reader.add(answers());
    reader.ask();
    await settled();
    starts[0]!.end(loaded("own@1a"));
    await settled();
    reader.add({ ...answers(), threshold: 0.9 });
    expect(reader.ask()?.reader).toBe("own@1a");
    expect([starts.length, states.at(-1)]).toEqual([1, { status: "ready" }]);
  });

  it("another reader takes the place of one that is ready or loading", async () => {
    const { reader, starts, states, disposed, loaded } = service();
    reader.add(answers());
    reader.ask();
    await settled();
    starts[0]!.end(loaded("own@1a"));
    await settled();
    reader.add(answers("automatic", "2a"));
    expect([disposed, states.slice(-2).map(({ status }) => status)]).toEqual([["own@1a"], ["off", "loading"]]);
    expect(reader.ask()).toBeUndefined();
    await settled();
    reader.add(answers("automatic", "3a"));
    expect(starts[1]!.signal.aborted).toBe(true);
    await settled();
    starts[2]!.end(loaded("own@3a"));
    await settled();
    expect([reader.ask()?.reader, starts[2]!.folder]).toEqual(["own@3a", "models/own/3a"]);
  });

  it("a site that has none any more has its reader switched off", async () => {
    const { reader, starts, states, disposed, loaded } = service();
    reader.add(answers());
    reader.ask();
    await settled();
    starts[0]!.end(loaded("own@1a"));
    await settled();
    reader.add(undefined);
    expect([reader.ask(), disposed, states.at(-1)]).toEqual([undefined, ["own@1a"], { status: "off" }]);
  });
});
