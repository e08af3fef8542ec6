import type { AppError } from "../domain/errors";
import type { ManifestFile } from "../domain/pack";
import { ok, type Result } from "../domain/result";
import type { LoadOptions, ModelFiles } from "./model-files";

/** Where a model that transformers.js runs lies on a site. */
interface SiteModel {
  readonly folder: string;
  readonly files: readonly ManifestFile[];
}

/** The files of a model in memory, for as long as it takes to open it. */
export interface ModelParts {
  /** Answers for the model's own files alone; what was checked is what the library gets. */
  readonly fetch: typeof fetch;
  clear(): void;
}

/**
 * Gets the files of a model that transformers.js runs, and of its runtime.
 *
 * @param base the site's base path
 */
export async function loadParts(
  { folder, files: wanted }: SiteModel,
  base: string,
  files: ModelFiles,
  onBytes: (bytes: number) => void,
  options?: LoadOptions,
): Promise<Result<ModelParts, AppError>> {
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  // The runtime fetches its own files; here they are only put on the device.
  const isPart = (path: string) => path.startsWith(`${folder}/`);
  const loaded = await files.load(
    wanted,
    ({ path }, bytes) => {
      if (isPart(path)) parts.set(path, bytes);
    },
    onBytes,
    options,
  );
  if (!loaded.ok) return loaded;
  return ok({
    fetch: async (input) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
      const bytes = parts.get(decodeURIComponent(pathname.slice(base.length)));
      return bytes ? new Response(bytes) : new Response(null, { status: 404 });
    },
    clear: () => parts.clear(),
  });
}
