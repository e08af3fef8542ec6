import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PinnedFile, PinnedModel } from "../../domain/models";
import { PINS_FILE, readPins, writePins } from "../../pipeline/models/model-pins";
import { parseJson } from "../../pipeline/models/parse-json";
import { hashFile } from "../../pipeline/models/verify-model";
import { type BreakKind, BrokenError, fetchFile, RefusedError, tooLarge } from "./fetch-file";
import { oddContent } from "./file-kind";
import type { ModelSource } from "./model-source";

/** The most bytes a file may have: a server that never ends must not fill the disk. */
const ONNX_LIMIT = 4e9;
const LIMIT = 64e6;

/** What a person can do about a file that did not come. */
const ADVICE: Readonly<Record<BreakKind, string>> = {
  unreachable:
    "Is this machine online? What has arrived is kept: the same command goes on from there. " +
    "Where the network ends at a mirror, name it with --hub URL; or fetch the files elsewhere and name their folder.",
  cut:
    "The connection did not last. What has arrived is kept: the same command goes on from there. " +
    "Where that does not help, fetch the files elsewhere and name their folder.",
  server:
    "The trouble is the server's, not this machine's: try again later. What has arrived is kept: the same command goes " +
    "on from there.",
};

export interface FilesOptions {
  /** For gated models of the hub. */
  readonly token?: string | undefined;
  onBytes(path: string, done: number, total: number): void;
  onFile(path: string, bytes: number): void;
}

/** The files of one model on their way from a source into the models folder, in a folder beside their final one. */
export class ModelFiles {
  readonly staging: string;
  readonly #folder: string;
  readonly #source: ModelSource;
  readonly #options: FilesOptions;
  readonly #taken: string[] = [];
  #commit: string | undefined;

  /** @param folder the models folder; need not be there yet */
  constructor(folder: string, source: ModelSource, options: FilesOptions) {
    this.#folder = folder;
    this.#source = source;
    this.#options = options;
    // "+" and "~" stand in no id, so that no two ids have the same folder here.
    this.staging = join(folder, ".adding", source.id.replace("/", "+"));
  }

  /** The hub's commit that the files are of, where it told. */
  get commit(): string | undefined {
    return this.#commit;
  }

  /** Text of a file that was taken. */
  async text(path: string): Promise<string | undefined> {
    return this.#taken.includes(path) ? readFile(join(this.staging, path), "utf8") : undefined;
  }

  /** Takes a file if the source has it. */
  async take(path: string): Promise<boolean> {
    const to = join(this.staging, path);
    try {
      await this.#bring(path, to);
    } catch (error) {
      // Stores answer 403 for what is not there; whether the model is gated shows with the files it must have.
      if (error instanceof RefusedError) return false;
      throw this.#explained(error);
    }
    if ((await oddContent(to, path)) !== undefined) {
      await rm(to);
      return false;
    }
    await this.#checkJson(path, to);
    this.#taken.push(path);
    return true;
  }

  /** @throws Error when the source does not have the file, or something else in its place */
  async need(path: string): Promise<void> {
    await this.needOneOf([path]);
  }

  /** Takes the first of several files that the source has. */
  async needOneOf(paths: readonly string[]): Promise<string> {
    for (const path of paths) {
      const to = join(this.staging, path);
      try {
        const { bytes } = await this.#bring(path, to);
        const odd = await oddContent(to, path);
        if (odd !== undefined) {
          await rm(to);
          throw new Error(`${this.#source.locate(path)} is not what it should be: it is ${odd}.`);
        }
        await this.#checkJson(path, to);
        this.#taken.push(path);
        this.#options.onFile(path, bytes);
        return path;
      } catch (error) {
        if (!(error instanceof RefusedError) || error.status !== 404) throw this.#explained(error);
      }
    }
    const onnx = paths.some((path) => path.endsWith(".onnx"));
    throw new Error(
      `${this.#source.name} has no ${paths.join(" and no ")}, which a model needs here.` +
        (onnx
          ? " Other number formats: --dtype. On the hub, conversions to ONNX stand under Xenova/ and onnx-community/."
          : ""),
    );
  }

  /** Hashes of everything taken. */
  async pin(): Promise<PinnedFile[]> {
    const files: PinnedFile[] = [];
    for (const path of [...this.#taken].sort()) files.push({ path, ...(await hashFile(join(this.staging, path))) });
    return files;
  }

  /** Puts the model in place of an earlier one of its id, and its pin into `models.json`. */
  async install(model: PinnedModel): Promise<void> {
    const { version, models } = await readPins(this.#folder);
    const target = join(this.#folder, model.id);
    const old = `${this.staging}~old`;
    for (const path of await leftovers(this.staging, this.#taken)) await rm(join(this.staging, path));
    await rm(old, { recursive: true, force: true });
    await mkdir(dirname(target), { recursive: true });
    const replaced = await moved(target, old);
    try {
      await rename(this.staging, target);
      const others = models.filter(({ role, id }) => role !== model.role || id !== model.id);
      await writePins(this.#folder, { version, models: [...others, model] });
    } catch (error) {
      await rm(target, { recursive: true, force: true });
      if (replaced) await rename(old, target);
      throw new Error(`${join(this.#folder, PINS_FILE)} could not be written: ${(error as Error).message}`);
    }
    await rm(old, { recursive: true, force: true });
    await this.discard();
  }

  /** Throws away what has arrived. */
  async discard(): Promise<void> {
    await rm(this.staging, { recursive: true, force: true });
    const waiting = await readdir(dirname(this.staging)).catch(() => ["unknown"]);
    if (waiting.length === 0) await rm(dirname(this.staging), { recursive: true, force: true });
  }

  async #bring(path: string, to: string): Promise<{ bytes: number }> {
    const from = this.#source.locate(path, this.#commit);
    const limit = path.endsWith(".onnx") ? ONNX_LIMIT : LIMIT;
    if (this.#source.kind === "folder") {
      const { size } = await stat(from).catch((error: NodeJS.ErrnoException) => {
        throw error.code === "ENOENT" ? new RefusedError(from, 404, undefined) : error;
      });
      if (size > limit) throw tooLarge(from, limit);
      await mkdir(dirname(to), { recursive: true });
      await copyFile(from, to);
      return hashFile(to);
    }
    const file = await fetchFile({
      url: from,
      to,
      limit,
      token: this.#source.kind === "hub" ? this.#options.token : undefined,
      onBytes: (done, total) => this.#options.onBytes(path, done, total),
    });
    this.#commit ??= file.commit;
    return file;
  }

  /** Here, because what reads the file later, be it a library or a browser, does not say which one is damaged. */
  async #checkJson(path: string, file: string): Promise<void> {
    if (path.endsWith(".json")) parseJson(await readFile(file, "utf8"), this.#source.locate(path));
  }

  #explained(error: unknown): unknown {
    const { name, page } = this.#source;
    if (error instanceof RefusedError && (error.status === 401 || error.status === 403)) {
      const terms = page === undefined ? "" : ` If it is gated, accept its terms at ${page} and set HF_TOKEN.`;
      return new Error(`${error.message} The model is gated or private, or there is none of that name.${terms}`);
    }
    if (error instanceof BrokenError) return new BrokenError(`${error.message} ${ADVICE[error.kind]}`, error.kind);
    if (error instanceof Error && "syscall" in error)
      return new Error(`${name} could not be stored in ${this.staging}: ${error.message}`);
    return error;
  }
}

async function moved(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}

/** Notes on versions, and what an earlier call with other options left behind. */
async function leftovers(folder: string, wanted: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => !wanted.includes(path));
}
