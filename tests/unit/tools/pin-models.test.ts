import { existsSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readPins } from "../../../src/pipeline/models/model-pins";
import { ownPins } from "../../../tools/pin-models";
import { folderWith } from "../../support/folders";
import { sha256 } from "../../support/model-mirror";

const OWN = join(import.meta.dirname, "../../../public/models");

it("pins what the tool ships of the project's own models, with dimension or number format, and licence", async () => {
  const header = Buffer.from(JSON.stringify({ directions: { dtype: "I8", shape: [2, 3], data_offsets: [0, 6] } }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const table = gzipSync(Buffer.concat([length, header, Buffer.alloc(6)]));
  const card = "---\nlicense: mit\n---\n# Own";
  const folder = await folderWith({
    "own/model.safetensors.gz": table,
    "own/config.json": "{}",
    "own/README.md": card,
    "own/onnx/model.onnx": "not shipped",
    "pocket-help-reader/README.md": card,
    "pocket-help-reader/config.json": "{}",
    "pocket-help-reader/tokenizer.json": "{}",
    "pocket-help-reader/tokenizer_config.json": "{}",
    "pocket-help-reader/onnx/model_quantized.onnx": "a model",
    "pocket-help-reader/onnx/model.onnx": "not shipped",
    "in-the-making/model.safetensors.gz": table,
  });
  const pinOf = (path: string, content: string) => ({
    path,
    bytes: content.length,
    sha256: sha256(Buffer.from(content)),
  });
  expect(await ownPins(folder)).toEqual({
    version: 1,
    models: [
      {
        role: "encoder",
        id: "own",
        source: "training/",
        revision: "",
        licence: "mit",
        dimensions: 3,
        files: [
          pinOf("README.md", card),
          pinOf("config.json", "{}"),
          { path: "model.safetensors.gz", bytes: table.length, sha256: sha256(table) },
        ],
      },
      {
        role: "reader",
        id: "pocket-help-reader",
        source: "training/",
        revision: "",
        licence: "mit",
        dtype: "q8",
        files: [
          pinOf("README.md", card),
          pinOf("config.json", "{}"),
          pinOf("onnx/model_quantized.onnx", "a model"),
          pinOf("tokenizer.json", "{}"),
          pinOf("tokenizer_config.json", "{}"),
        ],
      },
    ],
  });
});

it.runIf(existsSync(OWN))("public/models/models.json is up to date (npx tsx tools/pin-models.ts)", async () => {
  expect(await readPins(OWN)).toEqual(await ownPins(OWN));
});
