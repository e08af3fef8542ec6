import type { ManifestFile } from "../domain/pack";

/**
 * The caches of the service worker and of "keep for offline", by what they hold. The page "your data" names,
 * exports and erases exactly these.
 */
export const CACHE_KINDS = [
  /** Scripts, styles and icons of one version of the app; several versions live side by side. */
  "app",
  /** Pages that were read, the pages that every visit needs, and the content's manifest. */
  "pages",
  /** Pictures and other files of pages that were read. */
  "seen",
  /** Files of the sections that the reader keeps. */
  "files",
  /** Files of the model that search by meaning uses, and of what runs it. */
  "models",
] as const;
export type CacheKind = (typeof CACHE_KINDS)[number];

const PREFIX = "pocket-help:";

/** @param version of the app, for its caches only */
export function cacheName(base: string, kind: CacheKind, version?: string): string {
  return `${PREFIX}${base}:${kind}${version === undefined ? "" : `:${version}`}`;
}

/** What a cache of this site holds; `undefined` for any other cache of the origin. */
export function cacheKind(base: string, name: string): CacheKind | undefined {
  const start = `${PREFIX}${base}:`;
  if (!name.startsWith(start)) return undefined;
  const kind = name.slice(start.length).split(":")[0];
  return CACHE_KINDS.find((candidate) => candidate === kind);
}

/**
 * The address under which the kept cache holds a file. Pages change under their name, so their hash joins it and
 * two releases can lie side by side; everything else has its hash in its name already.
 */
export function keptAddress(base: string, file: ManifestFile): string {
  const address = base + file.path.split("/").map(encodeURIComponent).join("/");
  return file.path.endsWith(".html") ? `${address}?sha256=${file.sha256}` : address;
}

/** When a copy was taken from the site, in a header of its own: `Date` may be a proxy's. ISO 8601. */
export const TAKEN_HEADER = "X-Pocket-Help-Taken";

/**
 * A response to be stored, stamped with the time. Headers stay, but for those that spoke of the transfer.
 *
 * @param body the whole body of `response`, decoded
 */
export function stamped(body: BodyInit, response: Response, at: number): Response {
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Transfer-Encoding"]) headers.delete(name);
  headers.set(TAKEN_HEADER, new Date(at).toISOString());
  return new Response(body, { headers });
}

/** Milliseconds since 1970; 0 for a response without a stamp. */
export function takenAt(response: Response): number {
  return Date.parse(response.headers.get(TAKEN_HEADER) ?? "") || 0;
}
