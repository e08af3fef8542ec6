import type { AppError } from "../../domain/errors";
import { err, ok, type Result } from "../../domain/result";

/** The element types that the static encoder's file holds, with their bytes each. */
const SIZES = { I8: 1, U8: 1, F32: 4 } as const;
export type TensorType = keyof typeof SIZES;

interface Tensor {
  readonly type: string;
  readonly shape: readonly number[];
  /** Half-open, in bytes from the file's beginning. */
  readonly start: number;
  readonly end: number;
}

/** A file in safetensors format: https://github.com/huggingface/safetensors#format. */
export interface Safetensors {
  readonly bytes: Uint8Array;
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<string, Tensor>;
}

/** Reads the header; an error says what stands there instead. Tensors are looked at by {@link tensorBytes}. */
export function readSafetensors(bytes: Uint8Array): Result<Safetensors, AppError> {
  if (startsLikePage(bytes)) return invalid("an HTML page instead of a model");
  if (bytes.length < 8) return invalid(`not safetensors: only ${bytes.length} bytes`);
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true));
  // The format allows headers of 100 MB; what claims more is something else.
  if (length < 2 || length > 100_000_000) return invalid(`not safetensors: a header of ${length} bytes`);
  const start = 8 + length;
  if (start > bytes.length) return invalid(`cut off inside the header, at ${bytes.length} of ${start} bytes`);
  const header = parseHeader(bytes.subarray(8, start));
  if (!header) return invalid("not safetensors: the header is no JSON object");
  const tensors = new Map<string, Tensor>();
  let metadata: Readonly<Record<string, string>> = {};
  for (const [name, entry] of Object.entries(header)) {
    if (name === "__metadata__") {
      metadata = entry as Readonly<Record<string, string>>;
      continue;
    }
    const tensor = tensorOf(entry, start);
    if (!tensor) return invalid(`not safetensors: the entry of ${name} makes no sense`);
    if (tensor.end > bytes.length) return invalid(`cut off at ${bytes.length} bytes, inside ${name}`);
    tensors.set(name, tensor);
  }
  return ok({ bytes, metadata, tensors });
}

/**
 * The bytes of a tensor, at an address fit for its type.
 *
 * @param shape expected sizes; undefined: any
 */
export function tensorBytes(
  { bytes, tensors }: Safetensors,
  name: string,
  type: TensorType,
  shape: readonly (number | undefined)[],
): Result<{ readonly bytes: Uint8Array; readonly shape: readonly number[] }, AppError> {
  const expected = `${name} ${type} [${shape.map((size) => size ?? "any").join(", ")}]`;
  const tensor = tensors.get(name);
  if (!tensor) return invalid(`${expected} expected, found no such tensor`);
  const found = `${tensor.type} [${tensor.shape.join(", ")}]`;
  const fits =
    shape.length === tensor.shape.length && shape.every((size, at) => (size ?? tensor.shape[at]) === tensor.shape[at]);
  if (tensor.type !== type || !fits) return invalid(`${expected} expected, found ${found}`);
  const size = tensor.shape.reduce((product, length) => product * length, SIZES[type]);
  if (size !== tensor.end - tensor.start)
    return invalid(`${name} ${found} takes ${size} bytes, found ${tensor.end - tensor.start}`);
  const view = bytes.subarray(tensor.start, tensor.end);
  // Not `slice`: that of Node's buffers copies nothing.
  return ok({ bytes: view.byteOffset % SIZES[type] === 0 ? view : new Uint8Array(view), shape: tensor.shape });
}

function parseHeader(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const header: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

function tensorOf(entry: unknown, dataStart: number): Tensor | undefined {
  if (!isObject(entry) || typeof entry.dtype !== "string") return undefined;
  const { shape, data_offsets: offsets } = entry;
  if (!isSizes(shape) || !isSizes(offsets)) return undefined;
  const [start, end] = offsets;
  if (start === undefined || end === undefined || offsets.length !== 2 || start > end) return undefined;
  return { type: entry.dtype, shape, start: dataStart + start, end: dataStart + end };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSizes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

/** `<` after white space and a byte order mark: a host's error or sign-in page. */
function startsLikePage(bytes: Uint8Array): boolean {
  return /^[\ufeff\s]*<[!a-zA-Z]/.test(new TextDecoder().decode(bytes.subarray(0, 64)));
}

export function invalid(detail: string): Result<never, AppError> {
  return err({ code: "encoder-invalid", detail });
}
