import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { tryReader } from "../../../../src/cli/models/try-reader";
import { run } from "../../../../src/cli/run";
import type { Reading } from "../../../../src/domain/reader";
import { ok } from "../../../../src/domain/result";
import * as inference from "../../../../src/inference/reader/open-reader";
import { readPins } from "../../../../src/pipeline/models/model-pins";
import { captureConsole } from "../../../support/console";
import { emptyFolder, filesIn, folderWith } from "../../../support/folders";
import {
  breakAfter,
  COMMIT,
  modelMirror,
  sha256,
  TINY_ENCODER,
  TINY_ONNX,
  TINY_READER,
} from "../../../support/model-mirror";

const onnx = readFileSync(join(TINY_READER, TINY_ONNX));
const PINNED = ["README.md", "config.json", TINY_ONNX, "tokenizer.json", "tokenizer_config.json"];

const { said, complained } = captureConsole();
beforeEach(() => {
  vi.stubEnv("HF_TOKEN", undefined);
  vi.stubEnv("HF_ENDPOINT", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const addFolder = (content: string, folder: string, ...more: string[]) =>
  run(["models", "add", folder, "--content", content, ...more]);

describe("models add --reader", () => {
  it("fetches, tries out and pins a reader of the hub, and tells how to use it", async () => {
    const open = vi.spyOn(inference, "openReader");
    const { url, requests } = await modelMirror(TINY_READER);
    const content = emptyFolder();
    expect(await run(["models", "add", "acme/tiny", "--reader", "--content", content, "--hub", url])).toBe(0);
    expect(open).toHaveBeenCalledOnce();
    expect(await filesIn(join(content, "models"))).toEqual(
      ["models.json", ...PINNED.map((path) => `acme/tiny/${path}`)].sort(),
    );
    const [{ files, ...rest } = { files: [] }] = (await readPins(join(content, "models"))).models;
    expect(rest).toEqual({
      role: "reader",
      id: "acme/tiny",
      source: `${url}/acme/tiny`,
      revision: COMMIT,
      licence: "mit",
      dtype: "q8",
    });
    expect(files.map(({ path }) => path)).toEqual(PINNED);
    expect(files.find(({ path }) => path === TINY_ONNX)).toEqual({
      path: TINY_ONNX,
      bytes: onnx.length,
      sha256: sha256(onnx),
    });
    expect(said.slice(0, 2)).toEqual([`acme/tiny from ${url}/acme/tiny`, "Licence: mit"]);
    expect(said.at(-1)).toBe(
      "Added acme/tiny: a reader, 5 files, 6 kB.\n" +
        'Licence: mit\nTo use it, write into config.json: "models": { "reader": "acme/tiny" }',
    );
    expect(complained).toEqual([]);
    // What only encoders have is not asked for.
    expect(requests.map(({ path }) => path)).not.toContain("1_Pooling/config.json");
  });

  it("has it read a passage in each language, and lets go of it", async () => {
    const open = inference.openReader;
    const questions: string[] = [];
    const dispose = vi.fn();
    vi.spyOn(inference, "openReader").mockImplementation(async (options) => {
      const opened = await open(options);
      if (!opened.ok) return opened;
      const { value: reader } = opened;
      return ok({
        ...reader,
        read: (question, passages) => {
          questions.push(question);
          return reader.read(question, passages);
        },
        dispose: async () => {
          dispose();
          await reader.dispose();
        },
      });
    });
    expect(await addFolder(emptyFolder(), TINY_READER, "--reader")).toBe(0);
    expect(questions).toEqual(["How long does a refund take?", "退款要多久？"]);
    expect(dispose).toHaveBeenCalledOnce();
  });

  it("goes on where a transfer broke", async () => {
    const { url, answers, requests } = await modelMirror(TINY_READER);
    const content = emptyFolder();
    answers.set(TINY_ONNX, breakAfter(500, 1, join(content, "models/.adding/acme+tiny", `${TINY_ONNX}.part`)));
    expect(await run(["models", "add", "acme/tiny", "--reader", "--content", content, "--hub", url])).toBe(0);
    expect(requests.filter(({ path }) => path === TINY_ONNX).map(({ range }) => range)).toEqual([
      undefined,
      "bytes=500-",
    ]);
  });

  it("refuses an encoder as a reader and a reader as an encoder, and leaves nothing behind", async () => {
    const content = emptyFolder();
    expect(await addFolder(content, TINY_ENCODER, "--reader", "--id", "tiny")).toBe(1);
    expect(await addFolder(content, TINY_READER, "--id", "tiny")).toBe(1);
    expect(complained).toEqual([
      "pocket-help: The model does not run as a reader: it is not a question-answering model: it gives last_hidden_state " +
        "where start_logits and end_logits were expected\n" +
        "  A model for search by meaning (feature-extraction) is added without --reader.",
      "pocket-help: The model does not run as an encoder: it is not a feature-extraction model: it gives start_logits, " +
        "end_logits where last_hidden_state was expected\n" +
        "  A model that finds answers in texts (question-answering) is added with --reader.",
    ]);
    expect(await filesIn(content)).toEqual([]);
  });

  it("refuses a damaged one, and leaves an earlier one as it was", async () => {
    const content = emptyFolder();
    await addFolder(content, TINY_READER, "--reader", "--id", "tiny");
    const before = await filesIn(content);
    const files = Object.fromEntries(PINNED.map((path) => [path, readFileSync(join(TINY_READER, path))]));
    const broken = await folderWith({ ...files, [TINY_ONNX]: onnx.subarray(0, 600) });
    expect(await addFolder(content, broken, "--reader", "--id", "tiny")).toBe(1);
    expect(complained[0]).toMatch(/^pocket-help: The model does not run as a reader: /);
    expect(await filesIn(content)).toEqual(before);
    expect(readFileSync(join(content, "models/tiny", TINY_ONNX))).toEqual(onnx);
  });

  it("refuses an id that a model of the other role has", async () => {
    const content = emptyFolder();
    expect(await addFolder(content, TINY_ENCODER, "--id", "tiny")).toBe(0);
    expect(await addFolder(content, TINY_READER, "--reader", "--id", "tiny")).toBe(2);
    expect(complained).toContain(
      'pocket-help: "tiny" is an encoder in models.json; call a reader something else with --id',
    );
    expect((await readPins(join(content, "models"))).models.map(({ role }) => role)).toEqual(["encoder"]);
    expect(await addFolder(content, TINY_READER, "--reader", "--id", "tiny-reader")).toBe(0);
    expect((await readPins(join(content, "models"))).models.map(({ role }) => role)).toEqual(["encoder", "reader"]);
  });

  it("has no prefixes", async () => {
    const content = emptyFolder();
    expect(await addFolder(content, TINY_READER, "--reader", "--query-prefix", "ask: ")).toBe(2);
    expect(complained).toContain(
      "pocket-help: --query-prefix and --passage-prefix are for encoders; a reader takes texts as they are",
    );
    expect(await filesIn(content)).toEqual([]);
  });
});

describe("a reader that is tried out", () => {
  const whole: Reading = {
    offsets: Uint32Array.of(0, 2),
    starts: Float32Array.of(1),
    ends: Float32Array.of(1),
    nothing: 0,
  };
  const none: Reading = { ...whole, offsets: new Uint32Array(), starts: new Float32Array(), ends: new Float32Array() };
  const tried = (...readings: readonly Reading[]) => {
    vi.spyOn(inference, "openReader").mockImplementation(async () =>
      ok({ reader: "r", read: async () => readings, dispose: async () => undefined }),
    );
    return tryReader("/models/r", "r", "q8");
  };

  it("is taken when it gives one reading a passage", async () => {
    await expect(tried(whole)).resolves.toBeUndefined();
  });

  it.each<[string, readonly Reading[]]>([
    ["no reading", []],
    ["two readings of one passage", [whole, whole]],
    ["a token beyond the text", [{ ...whole, offsets: Uint32Array.of(0, 900) }]],
    ["more scores than tokens", [{ ...whole, ends: Float32Array.of(1, 2) }]],
    ["a score that is no number", [{ ...whole, starts: Float32Array.of(Number.NaN) }]],
  ])("is refused when it gives %s", async (_, readings) => {
    await expect(tried(...readings)).rejects.toThrow(
      'The model does not run as a reader: what it makes of "We send the money back within five working days." is damaged.',
    );
  });

  it("is refused when it sees no word in either language", async () => {
    await expect(tried(none)).rejects.toThrow("The model does not run as a reader: it sees no word of any text.");
  });
});
