/** A tensor to be written: its type follows from the array's. */
export interface TensorToWrite {
  readonly shape: readonly number[];
  readonly data: Int8Array | Uint8Array | Float32Array;
}

/** Writes the safetensors format, for tests. @param padding spaces behind the header, which move the tensors */
export function writeSafetensors(
  tensors: Readonly<Record<string, TensorToWrite>>,
  metadata: Readonly<Record<string, string>> = {},
  padding = 0,
): Uint8Array {
  let offset = 0;
  const entries = Object.entries(tensors).map(([name, { shape, data }]) => {
    const start = offset;
    offset += data.byteLength;
    const dtype = data instanceof Float32Array ? "F32" : data instanceof Int8Array ? "I8" : "U8";
    return [name, { dtype, shape, data_offsets: [start, offset] }] as const;
  });
  const json = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) }) + " ".repeat(padding);
  const header = new TextEncoder().encode(json);
  const bytes = new Uint8Array(8 + header.length + offset);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, 8);
  let at = 8 + header.length;
  for (const { data } of Object.values(tensors)) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}
