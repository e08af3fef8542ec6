import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Raised whenever the file's form, or what is encoded of a passage, changes; others are passed over. */
const VERSION = 1;
const MAGIC = 0x43564850;
const HEADER_BYTES = 16;
const KEY_BYTES = 32;

/**
 * Vectors of passages that an earlier build encoded, by hash of the text. One file per model and its settings: a
 * header of four little-endian u32 (mark, version, dimensions, records), then per record the text's SHA-256 and the
 * vector's bytes. Whatever is wrong with it, the vectors are computed anew.
 */
export class VectorCache {
  readonly #file: string | undefined;
  readonly #dimensions: number;
  readonly #vectors = new Map<string, Int8Array>();
  #added = 0;

  /**
   * @param folder absent: nothing is kept
   * @param model changes when the model or its settings do
   */
  static async open(folder: string | undefined, model: string, dimensions: number): Promise<VectorCache> {
    const file = folder === undefined ? undefined : join(folder, `vectors-${model}.bin`);
    const cache = new VectorCache(file, dimensions);
    const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
    if (bytes) cache.#read(bytes);
    return cache;
  }

  private constructor(file: string | undefined, dimensions: number) {
    this.#file = file;
    this.#dimensions = dimensions;
  }

  get(text: string): Int8Array | undefined {
    return this.#vectors.get(keyOf(text));
  }

  set(text: string, vector: Int8Array): void {
    this.#vectors.set(keyOf(text), vector);
    this.#added++;
  }

  /** A place that cannot be written to costs time with the next build, not this build. */
  async save(): Promise<void> {
    if (this.#file === undefined || this.#added === 0) return;
    const record = KEY_BYTES + this.#dimensions;
    const bytes = Buffer.alloc(HEADER_BYTES + this.#vectors.size * record);
    [MAGIC, VERSION, this.#dimensions, this.#vectors.size].forEach((value, n) => {
      bytes.writeUInt32LE(value, n * 4);
    });
    let at = HEADER_BYTES;
    for (const [key, vector] of this.#vectors) {
      bytes.write(key, at, "hex");
      bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, vector.length), at + KEY_BYTES);
      at += record;
    }
    const staging = `${this.#file}.${process.pid}`;
    try {
      await mkdir(join(this.#file, ".."), { recursive: true });
      await writeFile(staging, bytes);
      await rename(staging, this.#file);
    } catch {
      return;
    }
    this.#added = 0;
  }

  #read(bytes: Buffer): void {
    if (bytes.length < HEADER_BYTES) return;
    const [magic, version, dimensions, records = 0] = [0, 4, 8, 12].map((at) => bytes.readUInt32LE(at));
    const record = KEY_BYTES + this.#dimensions;
    const fits = bytes.length === HEADER_BYTES + records * record;
    if (magic !== MAGIC || version !== VERSION || dimensions !== this.#dimensions || !fits) return;
    for (let n = 0, at = HEADER_BYTES; n < records; n++, at += record) {
      const vector = new Int8Array(bytes.subarray(at + KEY_BYTES, at + record));
      this.#vectors.set(bytes.toString("hex", at, at + KEY_BYTES), vector);
    }
  }
}

function keyOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
