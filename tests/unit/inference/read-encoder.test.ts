import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { AppErrorCode } from "../../../src/domain/errors";
import { readStaticEncoder, STATIC_ENCODER_FORMAT } from "../../../src/inference/static/read-encoder";
import { madeUpModel, madeUpTensors } from "../../support/encoder";
import { type TensorToWrite, writeSafetensors } from "../../support/safetensors";

const NAMED = { format: STATIC_ENCODER_FORMAT, id: "made-up", version: "1" };
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** The made-up encoder with other tensors. */
function changed(tensors: Record<string, TensorToWrite>, metadata: Record<string, string> = NAMED): Uint8Array {
  return writeSafetensors({ ...madeUpTensors(), ...tensors }, metadata);
}

function without(name: string): Uint8Array {
  const { [name]: _, ...others } = madeUpTensors();
  return writeSafetensors(others, NAMED);
}

describe("readStaticEncoder", () => {
  it("reads a plain file and a gzipped one alike", async () => {
    const plain = await readStaticEncoder(madeUpModel());
    const zipped = await readStaticEncoder(gzipSync(madeUpModel()));
    if (!plain.ok || !zipped.ok) throw new Error("not read");
    expect(plain.value.encoder).toBe("made-up@1");
    const { directions, scales, attention } = madeUpTensors();
    for (const { table } of [plain.value, zipped.value]) {
      expect(table.directions).toEqual(directions?.data);
      expect(table.scales).toEqual(scales?.data);
      expect(table.attention).toEqual(attention?.data);
    }
    expect(zipped.value.query("forgot 密码")).toEqual(plain.value.query("forgot 密码"));
    expect(plain.value.query("forgot 密码").pieces?.length).toBe(3);
  });

  it.each([0, 1, 2, 3, 5])("reads tensors wherever they begin: %i spaces behind the header", async (padding) => {
    const moved = writeSafetensors(madeUpTensors(), NAMED, padding);
    const shifted = new Uint8Array(moved.length + 3);
    shifted.set(moved, 3);
    for (const bytes of [moved, shifted.subarray(3)]) {
      const encoder = await readStaticEncoder(bytes);
      expect(encoder.ok && encoder.value.table.scales).toEqual(madeUpTensors().scales?.data);
    }
  });

  const model = madeUpModel();
  const zipped = gzipSync(model);
  const broken = Uint8Array.from(zipped, (byte, at) => (at > 100 && at < 140 ? 0x55 : byte));
  const bad = Float32Array.from(madeUpTensors().scales?.data ?? []);
  bad[3] = Number.NaN;
  const header = (value: string): Uint8Array => {
    const bytes = new Uint8Array(8 + value.length);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(value.length), true);
    bytes.set(text(value), 8);
    return bytes;
  };

  it.each<readonly [string, Uint8Array, AppErrorCode, string | RegExp]>([
    ["nothing", new Uint8Array(), "encoder-invalid", "not safetensors: only 0 bytes"],
    [
      "a sign-in page",
      text("\ufeff \n<!doctype html><title>Sign in</title>"),
      "encoder-invalid",
      "an HTML page instead of a model",
    ],
    ["a gzipped page", gzipSync(text("<html>Not found</html>")), "encoder-invalid", "an HTML page instead of a model"],
    ["plain text", text("404 Not Found: nothing here"), "encoder-invalid", /^not safetensors: a header of \d+ bytes$/],
    ["something else in JSON", header("[1, 2]"), "encoder-invalid", "not safetensors: the header is no JSON object"],
    ["a header that is no JSON", header("{oops}"), "encoder-invalid", "not safetensors: the header is no JSON object"],
    [
      "an entry that makes no sense",
      header('{"scales":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}'),
      "encoder-invalid",
      "not safetensors: the entry of scales makes no sense",
    ],
    ["a header cut off", model.subarray(0, 100), "encoder-invalid", /^cut off inside the header, at 100 of \d+ bytes$/],
    [
      "tensors cut off",
      model.subarray(0, model.length - 9),
      "encoder-invalid",
      /^cut off at \d+ bytes, inside pieces$/,
    ],
    [
      "gzip cut off",
      zipped.subarray(0, zipped.length - 20),
      "encoder-invalid",
      /^the gzip data is damaged or cut off, at \d+ bytes$/,
    ],
    ["gzip damaged", broken, "encoder-invalid", /^the gzip data is damaged or cut off, at \d+ bytes$/],
    ["another format", changed({}, { ...NAMED, format: "2" }), "encoder-version", "format 1 expected, found 2"],
    ["no format", changed({}, {}), "encoder-version", "format 1 expected, found none"],
    [
      "no name",
      changed({}, { format: STATIC_ENCODER_FORMAT }),
      "encoder-invalid",
      "id and version expected in the metadata",
    ],
    [
      "a tensor missing",
      without("attention"),
      "encoder-invalid",
      /^attention F32 \[\d+\] expected, found no such tensor$/,
    ],
    [
      "another type",
      changed({ scales: { shape: [4], data: new Int8Array(4) } }),
      "encoder-invalid",
      /^scales F32 \[\d+\] expected, found I8 \[4\]$/,
    ],
    [
      "another length",
      changed({ weights: { shape: [4], data: new Float32Array(4) } }),
      "encoder-invalid",
      /^weights F32 \[\d+\] expected, found F32 \[4\]$/,
    ],
    [
      "a shape that its bytes do not fill",
      changed({ directions: { shape: [60, 24], data: new Int8Array(24) } }),
      "encoder-invalid",
      "directions I8 [60, 24] takes 1440 bytes, found 24",
    ],
    [
      "an empty table",
      changed({ directions: { shape: [0, 24], data: new Int8Array() } }),
      "encoder-invalid",
      "1 to 65536 pieces expected, found 0 of 24 dimensions",
    ],
    [
      "too few spellings",
      changed({ pieces: { shape: [3], data: text("a\nb") } }),
      "encoder-invalid",
      /^\d+ pieces expected, found 2 spellings$/,
    ],
    [
      "no number",
      changed({ scales: { shape: [bad.length], data: bad } }),
      "encoder-invalid",
      "scales holds something that is no number",
    ],
  ])("says what is wrong with %s", async (_, bytes, code, detail) => {
    const encoder = await readStaticEncoder(bytes);
    expect(encoder).toEqual({
      ok: false,
      error: { code, detail: typeof detail === "string" ? detail : expect.stringMatching(detail) },
    });
  });
});
