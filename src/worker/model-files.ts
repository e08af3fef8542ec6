import type { AppError } from "../domain/errors";
import type { ManifestFile } from "../domain/pack";
import { ok, type Result } from "../domain/result";
import type { ModelStore } from "../storage/model-store";
import { type Fetched, fetchChecked } from "./fetch-checked";

/** The files of models: from the device when they are kept there whole, else from the site, and then kept. */
export interface ModelFiles {
  /** Whether they all are on the device, whole or not. */
  areKept(files: readonly ManifestFile[]): Promise<boolean>;
  /**
   * @param use called with each file, one after the other, so that no more than one need be in memory
   * @param onBytes bytes that are there so far, of all files together
   */
  load(
    files: readonly ManifestFile[],
    use: (file: ManifestFile, bytes: Uint8Array<ArrayBuffer>) => void,
    onBytes: (bytes: number) => void,
  ): Promise<Result<void, AppError>>;
  /** Deletes all other files: those of earlier models. */
  retain(files: readonly ManifestFile[]): Promise<void>;
}

/** @param fetchFile replaced in tests */
export function createModelFiles(base: string, store: ModelStore, fetchFile?: typeof fetch): ModelFiles {
  const get = async (
    file: ManifestFile,
    onBytes: (bytes: number) => void,
  ): Promise<Result<Pick<Fetched, "bytes">, AppError>> => {
    const kept = await store.get(file);
    if (kept) return ok({ bytes: kept });
    const fetched = await fetchChecked(file, { base, onBytes, ...(fetchFile && { fetchFile }) });
    if (fetched.ok) await store.put(file, fetched.value.bytes, fetched.value.response);
    return fetched;
  };
  return {
    areKept: async (files) => (await Promise.all(files.map((file) => store.has(file)))).every(Boolean),
    load: async (files, use, onBytes) => {
      let before = 0;
      for (const file of files) {
        const got = await get(file, (bytes) => onBytes(before + bytes));
        if (!got.ok) return got;
        before += file.size;
        onBytes(before);
        use(file, got.value.bytes);
      }
      return ok(undefined);
    },
    retain: (files) => store.retain(files),
  };
}
