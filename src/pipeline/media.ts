import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { imageSize } from "image-size";
import { slug } from "./slug";

/** A picture, video, caption or download file of the content folder, as the site carries it. */
export interface MediaFile {
  /** Path relative to the content folder. */
  readonly source: string;
  /** Path below the site's base; its name carries a hash of the bytes. */
  readonly path: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** CSS pixels; absent for what is no picture or cannot be measured. */
  readonly width?: number;
  readonly height?: number;
}

/** The files of the content folder that pages refer to, read at most once each. */
export class MediaLibrary {
  readonly #root: string;
  /** Lower-case path -> path as on disk: authors on case-insensitive disks write either. */
  readonly #known: ReadonlyMap<string, string>;
  readonly #byName: ReadonlyMap<string, string>;
  readonly #used = new Map<string, MediaFile>();

  constructor(root: string, assets: readonly string[]) {
    this.#root = root;
    this.#known = new Map(assets.map((path) => [path.toLowerCase(), path]));
    // Of several files of one name the first in the folder's order is meant.
    this.#byName = new Map([...assets].reverse().map((path) => [basename(path).toLowerCase(), path]));
  }

  /** Whether there is a file at a path relative to the content folder. */
  has(path: string): boolean {
    return this.#known.has(path.toLowerCase());
  }

  /** The path of the file of that name, wherever it lies, as note-taking tools name pictures. */
  named(name: string): string | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** Takes the file into the site; `undefined` when there is none. */
  async use(path: string): Promise<MediaFile | undefined> {
    const source = this.#known.get(path.toLowerCase());
    if (source === undefined) return undefined;
    const known = this.#used.get(source);
    if (known) return known;
    const bytes = await readFile(join(this.#root, source));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const extension = extname(source).toLowerCase();
    const file: MediaFile = {
      source,
      path: `media/${slug(basename(source, extname(source)))}-${sha256.slice(0, 10)}${extension}`,
      sha256,
      size: bytes.length,
      ...measure(bytes, extension),
    };
    this.#used.set(source, file);
    return file;
  }

  /** The bytes of a file taken in; read again, because keeping every picture would fill the memory. */
  async bytes(file: MediaFile): Promise<Uint8Array> {
    return readFile(join(this.#root, file.source));
  }

  /** Everything taken so far. */
  used(): MediaFile[] {
    return [...this.#used.values()];
  }
}

const PICTURE = /^\.(png|jpe?g|gif|webp|avif|svg|bmp|ico)$/;

function measure(bytes: Uint8Array, extension: string): { width?: number; height?: number } {
  if (!PICTURE.test(extension)) return {};
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : {};
  } catch {
    // A picture nobody can measure still shows; it only shifts the page a little while loading.
    return {};
  }
}
