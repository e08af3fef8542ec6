import type { AppError } from "../../domain/errors";
import type { SiteReader } from "../../domain/pack";
import type { Reader } from "../../domain/reader";
import { err, type Result } from "../../domain/result";
import { webAssemblyRefusal } from "../../inference/reader/webassembly";
import { nextTask } from "../in-slices";
import type { ModelFiles } from "../model-files";
import { loadParts } from "../model-parts";

/** Loads the reader that a site's manifest names. @param signal ends the transfer; what it resolves with then is of no use */
export type LoadReader = (
  reader: SiteReader,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
) => Promise<Result<Reader, AppError>>;

/** The library that runs it comes only when a reader is loaded. @param base the site's base path */
export function readerLoader(base: string, files: ModelFiles): LoadReader {
  return async (model, onBytes, signal) => {
    // Known before megabytes are fetched for nothing.
    const refusal = webAssemblyRefusal();
    if (refusal !== undefined) return err({ code: "reader-invalid", detail: refusal });
    const parts = await loadParts(model, base, files, onBytes, { role: "reader", signal });
    if (!parts.ok) return parts;
    if (signal.aborted) return err({ code: "reader-unreachable", detail: String(signal.reason) });
    const { openReader } = await import("../../inference/reader/open-reader");
    const { kind, id, dtype, folder, runtime } = model;
    const opened = await openReader({
      kind,
      id,
      dtype,
      folder: base + folder,
      runtime: `${base}${runtime}/`,
      fetch: parts.value.fetch,
      // A search that has come in meanwhile is not to wait for all passages.
      pause: nextTask,
    });
    parts.value.clear();
    // Where it does not open the copy stays: it is as the manifest has it, and would not open better another time.
    return opened;
  };
}
