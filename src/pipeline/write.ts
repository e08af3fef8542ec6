import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputFile } from "./packs";

/** Marks a folder as one that a build wrote, and may therefore replace. */
const MARK = ".pocket-help";

/** Files kept open at once while writing. */
const PARALLEL = 32;

/** What takes the files of a site as they are made. */
export interface FileSink {
  write(files: readonly OutputFile[]): Promise<void>;
}

/**
 * Writes a site beside its final place and moves it there at the end, so that a failed build leaves the old
 * site standing and no file of it survives into the new one.
 */
export class SiteWriter implements FileSink {
  readonly #target: string;
  readonly #staging: string;
  readonly #folders = new Set<string>();
  #bytes = 0;
  #files = 0;

  /** @throws Error when the target holds files that no build wrote. */
  static async open(target: string): Promise<SiteWriter> {
    await refuseForeignFolder(target);
    // One name for all runs, so that what a killed build left behind goes with the next.
    const staging = `${withoutEndSlash(target)}.building`;
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
    return new SiteWriter(target, staging);
  }

  private constructor(target: string, staging: string) {
    this.#target = target;
    this.#staging = staging;
  }

  async write(files: readonly OutputFile[]): Promise<void> {
    for (let start = 0; start < files.length; start += PARALLEL) {
      await Promise.all(files.slice(start, start + PARALLEL).map((file) => this.#writeOne(file)));
    }
  }

  async #writeOne({ path, bytes }: OutputFile): Promise<void> {
    const file = join(this.#staging, path);
    const folder = dirname(file);
    if (!this.#folders.has(folder)) {
      await mkdir(folder, { recursive: true });
      this.#folders.add(folder);
    }
    await writeFile(file, bytes);
    this.#bytes += bytes.length;
    this.#files++;
  }

  /** Puts the new site in the old one's place. Returns what was written. */
  async commit(): Promise<{ files: number; bytes: number }> {
    await writeFile(join(this.#staging, MARK), "Written by pocket-help build; the next build replaces this folder.\n");
    await mkdir(dirname(this.#target), { recursive: true });
    const old = `${withoutEndSlash(this.#target)}.old`;
    await rm(old, { recursive: true, force: true });
    if (await moveAway(this.#target, old)) {
      await rename(this.#staging, this.#target);
      await rm(old, { recursive: true, force: true });
    } else {
      // A mount point cannot be moved; its files are exchanged in place.
      for (const name of await readdir(this.#target)) await rm(join(this.#target, name), { recursive: true });
      await cp(this.#staging, this.#target, { recursive: true });
      await this.abandon();
    }
    return { files: this.#files, bytes: this.#bytes };
  }

  /** Throws the unfinished site away. */
  async abandon(): Promise<void> {
    await rm(this.#staging, { recursive: true, force: true });
  }
}

/** @returns false when the folder is there but cannot be moved */
async function moveAway(folder: string, to: string): Promise<boolean> {
  try {
    await rename(folder, to);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}

function withoutEndSlash(path: string): string {
  return path.replace(/[/\\]+$/, "");
}

async function refuseForeignFolder(target: string): Promise<void> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [] as string[];
    throw error;
  });
  if (entries.length === 0 || entries.includes(MARK)) return;
  const index = await readFile(join(target, "packs", "manifest.json")).catch(() => undefined);
  if (index) return;
  throw new Error(
    `${target} holds files that pocket-help did not write (${entries.slice(0, 3).join(", ")}${entries.length > 3 ? ", …" : ""}); choose an empty folder for --out.`,
  );
}
