import type { AppError } from "../domain/errors";
import type { ModelRole } from "../domain/models";
import type { ManifestFile } from "../domain/pack";
import { err, ok, type Result } from "../domain/result";
import { isGate, UNFOLLOWED } from "../domain/sign-in";
import { keptAddress } from "../storage/caches";
import { sha256Of } from "../storage/sha256";

/** A file that has arrived whole. */
export interface Fetched {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly response: Response;
}

interface FetchOptions {
  /** The site's base path. */
  readonly base: string;
  /** Whose file it is: the errors' codes say so. The encoder's when absent. */
  readonly role?: ModelRole | undefined;
  /** Ends the transfer; what has arrived is dropped. */
  readonly signal?: AbortSignal | undefined;
  /** Bytes that are there so far. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** Replaced in tests. */
  readonly fetchFile?: typeof fetch;
}

/**
 * Fetches a file and holds it against the size and the hash that the manifest gives.
 *
 * Errors: `encoder-unreachable` or `reader-unreachable` when it did not arrive, `signed-out` when a gate answered for it,
 * `encoder-invalid` or `reader-invalid` for anything else in its place.
 */
export async function fetchChecked(
  file: ManifestFile,
  { base, role = "encoder", signal, onBytes, fetchFile = (...request) => fetch(...request) }: FetchOptions,
): Promise<Result<Fetched, AppError>> {
  const unreachable = (found: string) =>
    err<AppError>({ code: `${role}-unreachable`, detail: `${file.path}: ${found}` });
  const invalid = (found: string) => err<AppError>({ code: `${role}-invalid`, detail: `${file.path}: ${found}` });
  let response: Response;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    // `no-cache` asks whether the browser's copy is current, and tells the service worker that this one is looked after.
    const request: RequestInit = { cache: "no-cache", ...UNFOLLOWED, ...(signal && { signal }) };
    response = await fetchFile(keptAddress(base, file), request);
    if (await isGate(response)) return err({ code: "signed-out", detail: `${file.path}: HTTP ${response.status}` });
    if (!response.ok) return unreachable(`HTTP ${response.status}`);
    if (response.headers.get("Content-Type")?.includes("text/html")) return invalid("an HTML page");
    bytes = await readAll(response, file, onBytes);
  } catch (error) {
    return unreachable(String(error));
  }
  if (bytes.length !== file.size) return invalid(`${bytes.length} of ${file.size} bytes`);
  const sha256 = (await sha256Of(bytes)) ?? file.sha256;
  return sha256 === file.sha256 ? ok({ bytes, response }) : invalid(`SHA-256 ${sha256}`);
}

/** Room for the whole file at once: collected in parts it would lie in memory twice. */
async function readAll(
  response: Response,
  { size }: ManifestFile,
  onBytes: ((bytes: number) => void) | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const bytes = new Uint8Array(size);
  let length = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (length + part.value.length > size) {
      // More than announced is something else: no need to wait for its end.
      await reader.cancel();
      return new Uint8Array(size + 1);
    }
    bytes.set(part.value, length);
    length += part.value.length;
    onBytes?.(length);
  }
  return length === size ? bytes : bytes.slice(0, length);
}
