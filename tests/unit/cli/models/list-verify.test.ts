import { appendFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { run } from "../../../../src/cli/run";
import { readPins } from "../../../../src/pipeline/models/model-pins";
import { addFiles, emptyFolder } from "../../../support/folders";
import { TINY_ENCODER, TINY_ONNX, TINY_READER } from "../../../support/model-mirror";

let said: string[];
beforeEach(() => {
  said = [];
  vi.spyOn(console, "log").mockImplementation((text) => said.push(String(text)));
  vi.spyOn(console, "error").mockImplementation((text) => said.push(String(text)));
});
afterEach(() => vi.restoreAllMocks());

async function contentWithTiny(): Promise<string> {
  const content = emptyFolder();
  expect(await run(["models", "add", TINY_ENCODER, "--content", content, "--id", "acme/tiny"])).toBe(0);
  said.length = 0;
  return content;
}

describe("models list", () => {
  it("lists role, dimensions, size and licence, and marks the one in use", async () => {
    const content = await contentWithTiny();
    await addFiles(content, { "config.json": '{ "models": { "encoder": "acme/tiny", "reader": "none" } }' });
    expect(await run(["models", "list", "--content", content])).toBe(0);
    const [head = "", tiny = ""] = said[0]?.split("\n") ?? [];
    expect(head.split(/ +/)).toEqual(["", "role", "id", "dimensions", "size", "licence", "from"]);
    expect(tiny.split(/ +/)).toEqual(["*", "encoder", "acme/tiny", "16", "15", "kB", "mit", "content"]);
    expect(said[1]).toBe("* in use");
  });

  it("says what is in use when it is nothing, or not there", async () => {
    const content = await contentWithTiny();
    const lines = async (config: object) => {
      said.length = 0;
      await addFiles(content, { "config.json": JSON.stringify(config) });
      const code = await run(["models", "list", "--content", content]);
      return [code, ...said.slice(1)];
    };
    expect(await lines({ models: { encoder: "none", reader: "none" } })).toEqual([
      0,
      "No encoder in use: search compares words alone.",
      "No reader in use: answers come from scoring sentences.",
    ]);
    expect(await lines({ models: { encoder: "acme/other", reader: "acme/tiny" } })).toEqual([
      1,
      "The encoder acme/other is not there: search compares words alone.",
      "The reader acme/tiny is not there: answers come from scoring sentences.",
    ]);
    expect(await lines({ models: { encoder: "none" }, answers: { enabled: false } })).toEqual([
      0,
      "No encoder in use: search compares words alone.",
      "No reader in use: the site has no answers.",
    ]);
  });

  it("lists a reader, which has no dimensions, and marks both that are in use", async () => {
    const content = await contentWithTiny();
    expect(await run(["models", "add", TINY_READER, "--reader", "--content", content, "--id", "acme/reader"])).toBe(0);
    said.length = 0;
    const models = { encoder: "acme/tiny", reader: "acme/reader" };
    await addFiles(content, { "config.json": JSON.stringify({ models }) });
    expect(await run(["models", "list", "--content", content])).toBe(0);
    const [, encoder = "", reader = ""] = said[0]?.split("\n") ?? [];
    expect(encoder.split(/ +/).slice(0, 4)).toEqual(["*", "encoder", "acme/tiny", "16"]);
    expect(reader.split(/ +/)).toEqual(["*", "reader", "acme/reader", "–", "6", "kB", "mit", "content"]);
    expect(said.slice(1)).toEqual(["* in use"]);
  });
});

describe("models verify", () => {
  it("is content with files as they were pinned", async () => {
    const content = await contentWithTiny();
    expect(await run(["models", "verify", "--content", content])).toBe(0);
    expect(said[0]).toMatch(/^\d+ models?, \d+ files: all as pinned$/);
  });

  it("names a changed and a missing file, with what was expected and found", async () => {
    const content = await contentWithTiny();
    const folder = join(content, "models/acme/tiny");
    await appendFile(join(folder, TINY_ONNX), "x");
    await rm(join(folder, "tokenizer.json"));
    expect(await run(["models", "verify", "--content", content])).toBe(1);
    const { files } = (await readPins(join(content, "models"))).models[0]!;
    const pin = (path: string) => {
      const { sha256, bytes } = files.find((file) => file.path === path)!;
      return `sha256 ${sha256} (${bytes} bytes)`;
    };
    const [onnx = "", tokenizer, verdict] = said;
    expect(onnx.split("\n").slice(0, 2)).toEqual([join(folder, TINY_ONNX), `    expected: ${pin(TINY_ONNX)}`]);
    expect(onnx).toMatch(/\n {4}found: {4}sha256 [0-9a-f]{64} \(9494 bytes\)$/);
    expect(tokenizer).toBe(
      `${join(folder, "tokenizer.json")}\n    expected: ${pin("tokenizer.json")}\n    found:    no such file`,
    );
    expect(verdict).toMatch(/: 2 files not as pinned$/);
  });

  it("refuses a models.json of another version", async () => {
    const content = emptyFolder();
    await addFiles(content, { "models/models.json": '{ "version": 9, "models": [] }' });
    expect(await run(["models", "verify", "--content", content])).toBe(1);
    expect(said[0]).toContain("models.json is of version 9, this tool reads 1; delete it and add the models anew.");
  });

  it("fails where there is no such content folder", async () => {
    expect(await run(["models", "verify", "--content", "./nowhere"])).toBe(1);
    expect(said.at(-1)).toContain("./nowhere is not there.");
  });
});
