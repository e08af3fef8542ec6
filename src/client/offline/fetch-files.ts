import type { ManifestFile } from "../../domain/pack";
import { err, ok, type Result } from "../../domain/result";
import { UNFOLLOWED } from "../../domain/sign-in";
import { keptAddress, stamped } from "../../storage/caches";
import { isForgotten } from "../../storage/forgotten";
import { sha256Of } from "../../storage/sha256";

/** Why files could not be kept. */
export type KeepFault =
  /** The site cannot be reached. */
  | "unreachable"
  /** A gate in front of the site wants a sign-in. */
  | "signed-out"
  /** Something else came in a file's place: the site has changed in between. */
  | "changed"
  /** The device has no room left. */
  | "quota"
  /** The browser keeps nothing for this site. */
  | "storage"
  | "cancelled";

interface FetchOptions {
  readonly base: string;
  readonly signal: AbortSignal;
  /** Bytes that are there now, those that were there before included. */
  readonly onBytes: (bytes: number) => void;
  /** Replaced in tests. */
  readonly fetchFile?: typeof fetch;
}

/** Files fetched at once. */
const PARALLEL = 4;

/**
 * Fetches files into a cache; those that are there already are not fetched again, so that an interrupted run goes on
 * where it stopped. Each is held against the size and the hash that the manifest gives.
 */
export async function fetchFiles(
  cache: Cache,
  files: readonly ManifestFile[],
  { base, signal, onBytes, fetchFile = fetch }: FetchOptions,
): Promise<Result<void, KeepFault>> {
  const queue = [...files];
  let loaded = 0;
  let fault: KeepFault | undefined;
  const work = async () => {
    for (let file = queue.shift(); file && !fault; file = queue.shift()) {
      const result = await fetchOne(cache, file, base, signal, fetchFile, (bytes) => {
        loaded += bytes;
        onBytes(loaded);
      });
      if (!result.ok) fault ??= result.error;
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return fault ? err(fault) : ok(undefined);
}

async function fetchOne(
  cache: Cache,
  file: ManifestFile,
  base: string,
  signal: AbortSignal,
  fetchFile: typeof fetch,
  onBytes: (bytes: number) => void,
): Promise<Result<void, KeepFault>> {
  const address = keptAddress(base, file);
  if (signal.aborted) return err("cancelled");
  if (await cache.match(address)) {
    onBytes(file.size);
    return ok(undefined);
  }
  let response: Response;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    // `no-cache` asks the site whether the browser's copy is current, and tells the service worker to keep none.
    response = await fetchFile(address.split("?")[0]!, { cache: "no-cache", ...UNFOLLOWED, signal });
    if (!response.ok) return err(response.status >= 500 ? "unreachable" : "changed");
    bytes = await readAll(response, file.size, onBytes);
  } catch {
    return err(signal.aborted ? "cancelled" : "unreachable");
  }
  if (bytes.length !== file.size || !(await hasHash(bytes, file.sha256))) return err("changed");
  if (isForgotten()) return err("cancelled");
  try {
    await cache.put(address, stamped(bytes, response, Date.now()));
    return ok(undefined);
  } catch (error) {
    return err((error as DOMException).name === "QuotaExceededError" ? "quota" : "storage");
  }
}

/** @param most a transfer that brings more than announced is cut off: it is something else */
async function readAll(
  response: Response,
  most: number,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value && length <= most; part = await reader?.read()) {
    parts.push(part.value);
    length += part.value.length;
    onBytes(part.value.length);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Without WebCrypto the size has to do; where there is no secure context there are no caches either. */
async function hasHash(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<boolean> {
  return ((await sha256Of(bytes)) ?? sha256) === sha256;
}
