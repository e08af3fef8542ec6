import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { runtimeFolder } from "../../../../src/cli/models/tool-models";
import type { Reader, Reading } from "../../../../src/domain/reader";
import { openHubEncoder } from "../../../../src/inference/hub/hub-encoder";
import { openReader, type ReaderOptions } from "../../../../src/inference/reader/open-reader";
import { fetchLocal } from "../../../../src/pipeline/models/fetch-local";
import { useNodeRuntime } from "../../../../src/pipeline/models/node-runtime";
import { addFiles, emptyFolder } from "../../../support/folders";
import { TINY_ENCODER, TINY_OWN_READER, TINY_READER } from "../../../support/model-mirror";

const HUB: ReaderOptions = { kind: "hub", id: "acme/tiny", dtype: "q8", folder: TINY_READER };
const OWN: ReaderOptions = {
  kind: "own",
  id: "own",
  dtype: "q8",
  folder: TINY_OWN_READER,
  fetch: fetchLocal,
};

async function opened(options: ReaderOptions): Promise<Reader> {
  await useNodeRuntime(runtimeFolder());
  const result = await openReader(options);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
}

/** What stands where the reader sees an answer begin. */
const found = (text: string, { offsets, starts }: Reading) =>
  [...starts].flatMap((score, n) => (score > 0 ? [text.slice(offsets[2 * n], offsets[2 * n + 1])] : []));

const asked = async (reader: Reader, question: string, text: string, context = "") => {
  const [reading] = await reader.read(question, [{ context, text }]);
  return found(text, reading!);
};

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ["of the hub", HUB],
  ["of the project's own", OWN],
])("a reader %s", (_, options) => {
  it("finds words of the question where they stand in the passage, in either language", async () => {
    const reader = await opened(options);
    expect(await asked(reader, "reset password", "Open “Settings”, click RESET: the Pässword is it.")).toEqual([
      "RESET",
      "Pässword",
    ]);
    expect((await asked(reader, "重置密码", "如何重置密码？点击设。")).join("")).toBe("重置密码");
  });

  it("gives one reading a passage, with the scores of its own tokens and of no answer", async () => {
    const reader = await opened(options);
    const passages = ["track a parcel", "refund"].map((text) => ({ context: "", text }));
    const [first, second] = await reader.read("parcel", passages);
    expect([...first!.starts]).toEqual([0, 0, 3]);
    expect([...first!.ends]).toEqual([0, 0, 4]);
    expect([...first!.offsets]).toEqual([0, 5, 6, 7, 8, 14]);
    expect(first!.nothing).toBeCloseTo(0.75, 6);
    expect([...second!.starts]).toEqual([0]);
    expect([...second!.offsets]).toEqual([0, 6]);
  });

  it("sees what stands above a passage without counting it to the passage", async () => {
    const reader = await opened(options);
    const text = "click reset";
    const [reading] = await reader.read("password reset", [{ context: "My password", text }]);
    expect(found(text, reading!)).toEqual(["reset"]);
    expect([...reading!.offsets]).toEqual([0, 5, 6, 11]);
  });

  it("reads a text that holds nothing", async () => {
    const reader = await opened(options);
    for (const text of ["", " \n"]) {
      const [reading] = await reader.read("parcel", [{ context: "", text }]);
      expect([reading!.starts.length, reading!.offsets.length]).toEqual([0, 0]);
    }
    expect(await asked(reader, "", "parcel")).toEqual([]);
  });

  it("cuts off the end of what is longer than its window", async () => {
    const reader = await opened(options);
    const [reading] = await reader.read(`parcel ${"x".repeat(40)}`, [
      { context: "", text: `parcel ${"order ".repeat(600)}parcel` },
    ]);
    expect(reading!.starts[0]).toBe(3);
    expect([...reading!.starts].filter((score) => score > 0)).toHaveLength(1);
    const longest = options.kind === "own" ? 200 : 64;
    expect(reading!.starts.length).toBeLessThanOrEqual(longest);
    expect(reading!.starts.length).toBeGreaterThan(longest / 4);
    expect(reading!.offsets).toHaveLength(reading!.starts.length * 2);
  });

  it("lets others have their turn between passages, and stops when it is no longer wanted", async () => {
    const stop = new AbortController();
    let pauses = 0;
    const reader = await opened({
      ...options,
      pause: async () => {
        if (++pauses === 2) stop.abort(new Error("newer question"));
      },
    });
    const passages = Array.from({ length: 9 }, () => ({ context: "", text: "parcel" }));
    const old = reader.read("order", passages, stop.signal);
    const newer = reader.read("parcel", passages.slice(0, 2));
    await expect(old).rejects.toThrow("newer question");
    expect((await newer).map((reading) => found("parcel", reading))).toEqual([["parcel"], ["parcel"]]);
    expect(pauses).toBe(3);
    await expect(reader.read("x", passages, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });
});

describe("opening a reader", () => {
  it("names it by its id and its folder", async () => {
    expect((await opened(HUB)).reader).toBe("acme/tiny@tiny-reader");
  });

  it("tells relevance where the model does", async () => {
    const passages = [{ context: "", text: "track parcel order" }];
    const [own] = await (await opened(OWN)).read("order parcel", passages);
    const [hub] = await (await opened(HUB)).read("order parcel", passages);
    expect([own!.relevance, hub!.relevance]).toEqual([2, undefined]);
  });

  it("goes beside an encoder, each from its own files", async () => {
    const settings = { dtype: "q8", pooling: "mean", prefixes: { query: "", passage: "" } } as const;
    const [reader, encoder] = await Promise.all([opened(HUB), openHubEncoder({ folder: TINY_ENCODER, settings })]);
    expect(await asked(reader, "parcel", "parcel")).toEqual(["parcel"]);
    expect(encoder.ok && encoder.value.dimensions).toBe(16);
  });

  it.each([HUB, OWN])("tells files that are missing", async (options) => {
    const result = await openReader({ ...options, folder: `${options.folder}-gone` });
    expect(result).toMatchObject({ ok: false, error: { code: "reader-unreachable" } });
  });

  it("refuses a model of another kind, and says what was expected", async () => {
    await useNodeRuntime(runtimeFolder());
    const result = await openReader({ ...HUB, folder: TINY_ENCODER });
    expect(result).toEqual({
      ok: false,
      error: {
        code: "reader-invalid",
        detail:
          "it is not a question-answering model: it gives last_hidden_state where start_logits and end_logits were expected",
      },
    });
  });

  it("refuses a tokeniser that is not what the kind says", async () => {
    const folder = emptyFolder();
    await cp(OWN.folder, folder, { recursive: true });
    await addFiles(folder, { "tokenizer.json": await readFile(join(HUB.folder, "tokenizer.json"), "utf8") });
    expect(await openReader({ ...OWN, folder })).toEqual({
      ok: false,
      error: {
        code: "reader-invalid",
        detail: "tokenizer.json: a Unigram model with pieces and scores expected, found WordPiece",
      },
    });
  });

  it("refuses what is no model at all", async () => {
    const folder = emptyFolder();
    await cp(HUB.folder, folder, { recursive: true });
    await writeFile(join(folder, "onnx/model_quantized.onnx"), "numbers");
    expect(await openReader({ ...HUB, folder })).toMatchObject({ ok: false, error: { code: "reader-invalid" } });
  });

  it("says so where WebAssembly is forbidden, before it asks for anything", async () => {
    const asked = vi.fn(fetchLocal);
    class Refused {
      constructor() {
        throw new Error("blocked by a policy");
      }
    }
    vi.stubGlobal("WebAssembly", { Module: Refused });
    const detail = expect.stringMatching(/^WebAssembly, .* is forbidden here: .*blocked by a policy$/);
    expect(await openReader({ ...OWN, fetch: asked })).toEqual({
      ok: false,
      error: { code: "reader-invalid", detail },
    });
    vi.stubGlobal("WebAssembly", undefined);
    expect(await openReader(OWN)).toMatchObject({ ok: false, error: { code: "reader-invalid" } });
    expect(asked).not.toHaveBeenCalled();
  });
});
