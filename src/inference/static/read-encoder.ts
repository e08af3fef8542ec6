import type { StaticEncoder } from "../../domain/encoder";
import type { AppError } from "../../domain/errors";
import { err, ok, type Result } from "../../domain/result";
import { gunzip, isGzip } from "./gunzip";
import { invalid, readSafetensors, type Safetensors, tensorBytes } from "./safetensors";
import { createStaticEncoder } from "./static-encoder";
import { createPieceCutter } from "./unigram";

/** The file of a static encoder inside its folder. */
export const STATIC_ENCODER_FILE = "model.safetensors.gz";
/** Raised whenever the tensors of that file, or what they mean, change. */
export const STATIC_ENCODER_FORMAT = "1";
/** Pieces are stored in 16 bits. */
const MOST_PIECES = 65_536;

/**
 * Makes an encoder of a `model.safetensors`, gzipped or not.
 *
 * Errors: `encoder-invalid` for anything that is not whole or does not fit together, `encoder-version` for another
 * format; the detail says what was found.
 */
export async function readStaticEncoder(bytes: Uint8Array): Promise<Result<StaticEncoder, AppError>> {
  if (!isGzip(bytes)) return readPlain(bytes);
  let plain: Uint8Array;
  try {
    plain = await gunzip(bytes);
  } catch {
    return invalid(`the gzip data is damaged or cut off, at ${bytes.length} bytes`);
  }
  return readPlain(plain);
}

function readPlain(bytes: Uint8Array): Result<StaticEncoder, AppError> {
  const file = readSafetensors(bytes);
  if (!file.ok) return file;
  const { format, id, version } = file.value.metadata;
  if (format !== STATIC_ENCODER_FORMAT) {
    return err({
      code: "encoder-version",
      detail: `format ${STATIC_ENCODER_FORMAT} expected, found ${format ?? "none"}`,
    });
  }
  if (!id || !version) return invalid("id and version expected in the metadata");
  const directions = tensorBytes(file.value, "directions", "I8", [undefined, undefined]);
  if (!directions.ok) return directions;
  const [size = 0, dimensions = 0] = directions.value.shape;
  if (size === 0 || dimensions === 0 || size > MOST_PIECES) {
    return invalid(`1 to ${MOST_PIECES} pieces expected, found ${size} of ${dimensions} dimensions`);
  }
  const scales = floats(file.value, "scales", size);
  if (!scales.ok) return scales;
  const weights = floats(file.value, "weights", size);
  if (!weights.ok) return weights;
  const attention = floats(file.value, "attention", size);
  if (!attention.ok) return attention;
  const scores = floats(file.value, "scores", size);
  if (!scores.ok) return scores;
  const spelled = tensorBytes(file.value, "pieces", "U8", [undefined]);
  if (!spelled.ok) return spelled;
  const spellings = new TextDecoder().decode(spelled.value.bytes).split("\n");
  if (spellings.length !== size) return invalid(`${size} pieces expected, found ${spellings.length} spellings`);
  const table = {
    dimensions,
    directions: new Int8Array(directions.value.bytes.buffer, directions.value.bytes.byteOffset, size * dimensions),
    scales: scales.value,
    attention: attention.value,
  };
  return ok(createStaticEncoder(`${id}@${version}`, createPieceCutter(spellings, scores.value), table, weights.value));
}

/** A number for each piece; safetensors is little-endian, as is every machine that runs a browser. */
function floats(file: Safetensors, name: string, size: number): Result<Float32Array, AppError> {
  const found = tensorBytes(file, name, "F32", [size]);
  if (!found.ok) return found;
  const { bytes } = found.value;
  const values = new Float32Array(bytes.buffer, bytes.byteOffset, size);
  return values.every(Number.isFinite) ? ok(values) : invalid(`${name} holds something that is no number`);
}
