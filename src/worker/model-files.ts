import type { AppError } from "../domain/errors";
import type { ModelRole } from "../domain/models";
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
    options?: LoadOptions,
  ): Promise<Result<void, AppError>>;
  /** These are a model's files, on the device or not; those that it had before are its own no more. */
  claim(role: ModelRole, files: readonly ManifestFile[]): void;
  /** Deletes what no model claims: files of earlier ones. */
  tidy(): Promise<void>;
}

export interface LoadOptions {
  /** Whose files they are: the errors' codes say so. The encoder's when absent. */
  readonly role?: ModelRole;
  /** Ends the transfer. Files that have arrived whole stay on the device; of the last one nothing does. */
  readonly signal?: AbortSignal;
}

/** @param fetchFile replaced in tests */
export function createModelFiles(base: string, store: ModelStore, fetchFile?: typeof fetch): ModelFiles {
  const get = async (
    file: ManifestFile,
    onBytes: (bytes: number) => void,
    options: LoadOptions,
  ): Promise<Result<Pick<Fetched, "bytes">, AppError>> => {
    const kept = await store.get(file);
    if (kept) return ok({ bytes: kept });
    const fetched = await fetchChecked(file, { base, onBytes, ...options, ...(fetchFile && { fetchFile }) });
    if (fetched.ok) await store.put(file, fetched.value.bytes, fetched.value.response);
    return fetched;
  };
  const claims = new Map<ModelRole, readonly ManifestFile[]>();
  return {
    areKept: async (files) => (await Promise.all(files.map((file) => store.has(file)))).every(Boolean),
    load: async (files, use, onBytes, options = {}) => {
      let before = 0;
      for (const file of files) {
        const got = await get(file, (bytes) => onBytes(before + bytes), options);
        if (!got.ok) return got;
        before += file.size;
        onBytes(before);
        use(file, got.value.bytes);
      }
      return ok(undefined);
    },
    claim: (role, files) => {
      claims.set(role, files);
    },
    tidy: () => store.retain([...claims.values()].flat()),
  };
}
