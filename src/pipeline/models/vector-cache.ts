import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Raised whenever the file's form, or what is encoded of a passage, changes; others are passed over. */
const VERSION = 1;
const MAGIC = 0x43564850;
const HEADER_BYTES = 16;
const KEY_BYTES = 32;
/** A first build takes minutes and may be stopped; writing the whole file more often would take longer than encoding. */
const SAVE_MS = 30_000;
/** Files that no build has used for so long are of folders or models that are gone. */
const FORGET_MS = 30 * 24 * 3_600_000;
/** Ours, and what a build that was stopped while it wrote has left. */
const OURS = /^vectors-[\w-]+\.bin(\.\d+)?$/;

/**
 * Vectors of passages that an earlier build encoded, by hash of the text. One file per content folder, model and its
 * settings: a header of four little-endian u32 (mark, version, dimensions, records), then per record the text's SHA-256
 * and the vector's bytes. Whatever is wrong with it, the vectors are computed anew.
 */
export class VectorCache {
  readonly #file: string | undefined;
  readonly #dimensions: number;
  readonly #vectors = new Map<string, Int8Array>();
  readonly #used = new Set<string>();
  #added = 0;
  #saved = performance.now();

  /**
   * @param folder absent: nothing is kept
   * @param name changes when the content folder, the model or its settings do: letters, digits and `-`
   */
  static async open(folder: string | undefined, name: string, dimensions: number): Promise<VectorCache> {
    const file = folder === undefined ? undefined : join(folder, `vectors-${name}.bin`);
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
    const key = keyOf(text);
    this.#used.add(key);
    return this.#vectors.get(key);
  }

  set(text: string, vector: Int8Array): void {
    const key = keyOf(text);
    this.#used.add(key);
    this.#vectors.set(key, vector);
    this.#added++;
  }

  /** Saves when the last time is a while ago. */
  async saveNowAndThen(): Promise<void> {
    if (performance.now() - this.#saved >= SAVE_MS) await this.save();
  }

  /**
   * Saves for the last time.
   *
   * @param whole whether every passage of the site was asked for: what was not is then forgotten
   */
  async close(whole: boolean): Promise<void> {
    if (this.#file === undefined) return;
    const forgot = whole && this.#forgetUnused();
    if (forgot || this.#added > 0) await this.#write(this.#file);
    else await utimes(this.#file, new Date(), new Date()).catch(() => undefined);
    await removeOld(dirname(this.#file));
  }

  /** A place that cannot be written to costs time with the next build, not this build. */
  async save(): Promise<void> {
    if (this.#file !== undefined && this.#added > 0) await this.#write(this.#file);
  }

  /** @returns whether there was anything to forget */
  #forgetUnused(): boolean {
    const before = this.#vectors.size;
    for (const key of this.#vectors.keys()) if (!this.#used.has(key)) this.#vectors.delete(key);
    return this.#vectors.size < before;
  }

  async #write(file: string): Promise<void> {
    // Before it is tried: a place that cannot be written to is not tried with every passage.
    this.#saved = performance.now();
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
    const staging = `${file}.${process.pid}`;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(staging, bytes);
      await rename(staging, file);
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

async function removeOld(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const file of names.filter((name) => OURS.test(name)).map((name) => join(folder, name))) {
    const used = await stat(file).catch(() => undefined);
    if (used && Date.now() - used.mtimeMs > FORGET_MS) await rm(file, { force: true }).catch(() => undefined);
  }
}

function keyOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
