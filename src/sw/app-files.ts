import { PrecacheController } from "workbox-precaching";
import { cacheKind, cacheName } from "../storage/caches";
import { assetsInUse } from "./assets-in-use";
import { appFiles, base, site } from "./site";

/**
 * The app's files, one cache for each version: an open page of an old version loads its later scripts from the old
 * cache, while new pages use the new one.
 */
const current = cacheName(base, "app", site.version);
const precache = new PrecacheController({ cacheName: current });
precache.addToCacheList([...appFiles]);

export function installApp(event: ExtendableEvent): Promise<unknown> {
  return precache.install(event);
}

/** Puts back what the reader has erased of this version: the app's own files belong to every visit. */
export async function mendApp(): Promise<void> {
  const cache = await caches.open(current);
  for (const { url, integrity } of appFiles) {
    const key = precache.getCacheKeyForURL(url);
    if (!key || (await cache.match(key))) continue;
    const response = await fetch(url, { integrity: integrity ?? "", credentials: "same-origin" });
    if (response.ok) await cache.put(key, response);
  }
}

/** A script, style or icon of any version that is still on the device. */
export async function appFile(request: Request): Promise<Response | undefined> {
  const own = await precache.matchPrecache(request);
  if (own) return own;
  for (const name of await appCaches()) {
    const found = await (await caches.open(name)).match(request);
    if (found) return found;
  }
  return undefined;
}

/** Removes versions that neither an open tab nor a stored page needs any more; in doubt they stay. */
export async function pruneApps(): Promise<void> {
  const old = (await appCaches()).filter((name) => name !== current);
  if (old.length === 0) return;
  const used = await assetsInUse();
  if (!used) return;
  const own = new Set(await addresses(current));
  const needed = [...used].filter((address) => !own.has(address));
  for (const name of old) {
    const there = new Set(await addresses(name));
    if (!needed.some((address) => there.has(address))) await caches.delete(name);
  }
}

async function appCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => cacheKind(base, name) === "app");
}

async function addresses(name: string): Promise<string[]> {
  return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
}
