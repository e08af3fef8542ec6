import { createHash } from "node:crypto";
import { VAULT_FILE, type VaultEntry } from "../../domain/vault";
import type { VaultSealer } from "../../vault/seal-vault";
import type { OutputFile } from "../packs";
import type { FileSink } from "../write";
import { mediaType } from "./media-type";

/** Passes on what the open edition writes, and remembers what that was. */
export class OpenWriter implements FileSink {
  /** Plain path -> SHA-256 of its bytes. */
  readonly written = new Map<string, string>();
  readonly #sink: FileSink;

  constructor(sink: FileSink) {
    this.#sink = sink;
  }

  async write(files: readonly OutputFile[]): Promise<void> {
    for (const { path, bytes } of files) this.written.set(path, sha256(bytes));
    await this.#sink.write(files);
  }
}

/** Takes the whole edition and seals what the open one has not, or has otherwise. */
export class VaultWriter implements FileSink {
  readonly #sealer: VaultSealer;
  readonly #open: ReadonlyMap<string, string>;
  readonly #sink: FileSink;
  readonly #entries: Record<string, VaultEntry> = {};

  /** @param open SHA-256 of what stands open, by path */
  constructor(sealer: VaultSealer, open: ReadonlyMap<string, string>, sink: FileSink) {
    this.#sealer = sealer;
    this.#open = open;
    this.#sink = sink;
  }

  /** Files of the vault so far, its header and index not counted. */
  get files(): number {
    return Object.keys(this.#entries).length;
  }

  async write(files: readonly OutputFile[]): Promise<void> {
    for (const { path, bytes } of files) {
      if (this.#open.get(path) === sha256(bytes)) continue;
      const { output, file } = await this.#sealer.seal(path, bytes);
      this.#entries[path] = { ...file, type: mediaType(path) };
      await this.#sink.write([output]);
    }
  }

  /** Writes index and header. */
  async finish(): Promise<void> {
    const { output, header } = await this.#sealer.finish(this.#entries);
    await this.#sink.write([output, { path: VAULT_FILE, bytes: Buffer.from(JSON.stringify(header)) }]);
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
