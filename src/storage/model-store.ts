import type { ManifestFile } from "../domain/pack";
import { cacheName, keptAddress, stamped } from "./caches";
import { isForgotten } from "./forgotten";
import { sha256Of } from "./sha256";

/** Keeps the files of models on the device. Every failure reads as "nothing kept": they are then fetched each time. */
export interface ModelStore {
  has(file: ManifestFile): Promise<boolean>;
  /** A whole copy; a damaged one is deleted and counts as none. */
  get(file: ManifestFile): Promise<Uint8Array<ArrayBuffer> | undefined>;
  put(file: ManifestFile, bytes: Uint8Array<ArrayBuffer>, response: Response): Promise<void>;
  /** Deletes every other file. */
  retain(files: readonly ManifestFile[]): Promise<void>;
}

/** @param open replaced in tests */
export function createModelStore(
  base: string,
  open: () => Promise<Cache> = () => caches.open(cacheName(base, "models")),
): ModelStore {
  const attempt = async <T>(use: (cache: Cache) => Promise<T>): Promise<T | undefined> => {
    if (isForgotten()) return undefined;
    try {
      return await use(await open());
    } catch {
      // Blocked, full, or no secure context.
      return undefined;
    }
  };
  const address = (file: ManifestFile) => keptAddress(base, file);
  return {
    has: async (file) => (await attempt((cache) => cache.match(address(file)))) !== undefined,
    get: (file) =>
      attempt(async (cache) => {
        const response = await cache.match(address(file));
        if (!response) return undefined;
        const bytes = new Uint8Array(await response.arrayBuffer());
        if (((await sha256Of(bytes)) ?? file.sha256) === file.sha256) return bytes;
        await cache.delete(address(file));
        return undefined;
      }),
    put: async (file, bytes, response) => {
      await attempt(async (cache) => {
        await cache.put(address(file), stamped(bytes, response, Date.now()));
      });
    },
    retain: async (files) => {
      await attempt(async (cache) => {
        const wanted = new Set(files.map(address));
        for (const request of await cache.keys())
          if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
      });
    },
  };
}
