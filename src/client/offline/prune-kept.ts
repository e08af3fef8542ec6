import { cacheName, keptAddress } from "../../storage/caches";
import type { KeptSection } from "../../storage/database";
import { filesOf } from "./site-content";

/** Takes files out of the cache that no copy needs. Unfinished sections are spared: their files are wanted again. */
export async function pruneKept(base: string, sections: readonly KeptSection[]): Promise<void> {
  // On plain-http sites there are no caches, and nothing was kept.
  if (!("caches" in globalThis) || sections.some(({ copy }) => !copy)) return;
  const cache = await caches.open(cacheName(base, "files"));
  const needed = new Set(
    sections.flatMap(({ copy }) => (copy ? filesOf(copy.manifest).map((file) => keptAddress(base, file)) : [])),
  );
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    if (!needed.has(pathname + search)) await cache.delete(request);
  }
}
