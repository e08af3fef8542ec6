import { CACHE_KINDS, type CacheKind, cacheKind, TAKEN_HEADER } from "../../storage/caches";
import { databaseName, openDatabase, STORE_NAMES, type StoreName } from "../../storage/database";
import { serviceWorkers } from "./service-worker";

/** A place on this device where the site keeps something, other than the settings in `localStorage`. */
export type DevicePlace = StoreName | CacheKind;

/** Every such place, from the registries that the code itself uses. */
export const DEVICE_PLACES: readonly DevicePlace[] = [...STORE_NAMES, ...CACHE_KINDS];

/** What lies in one place. */
export interface PlaceContent {
  readonly place: DevicePlace;
  readonly entries: number;
  /** Bytes, estimated for structured data. */
  readonly bytes: number;
}

/** What the browser lets the site keep. A place that cannot be read holds nothing as far as anybody can tell. */
export async function listPlaces(base: string): Promise<PlaceContent[]> {
  const contents: PlaceContent[] = [];
  for (const store of STORE_NAMES) {
    const values = await readStore(base, store);
    contents.push({
      place: store,
      entries: values.length,
      bytes: values.reduce<number>((sum, value) => sum + sizeOf(value), 0),
    });
  }
  for (const kind of CACHE_KINDS) {
    let [entries, bytes] = [0, 0];
    for (const name of await cachesOf(base, kind)) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        entries++;
        bytes += (await (await cache.match(request))?.blob())?.size ?? 0;
      }
    }
    contents.push({ place: kind, entries, bytes });
  }
  return contents;
}

/** Everything in a place, as data to be exported: of stored files their addresses, sizes and times. */
export async function exportPlace(base: string, place: DevicePlace): Promise<unknown> {
  if (isStore(place)) {
    // The index and the meanings are search's own working forms of the texts beside them.
    const values = await readStore(base, place);
    return values.map((value) => ({ ...(value as object), index: undefined, meanings: undefined }));
  }
  const files: unknown[] = [];
  for (const name of await cachesOf(base, place)) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      const { pathname } = new URL(request.url);
      files.push({
        address: pathname,
        bytes: (await response?.blob())?.size,
        stored: response?.headers.get(TAKEN_HEADER) ?? undefined,
      });
    }
  }
  return files;
}

export async function erasePlace(base: string, place: DevicePlace): Promise<void> {
  if (isStore(place)) {
    const database = await openDatabase(base).catch(() => undefined);
    await database?.clear(place);
    database?.close();
    return;
  }
  for (const name of await cachesOf(base, place)) await caches.delete(name);
}

/** Removes every place, and the service worker, which would fill some of them again. */
export async function eraseAllPlaces(base: string): Promise<void> {
  const registrations =
    (await serviceWorkers()
      ?.getRegistrations()
      .catch(() => [])) ?? [];
  for (const registration of registrations) {
    if (new URL(registration.scope).pathname === base) await registration.unregister();
  }
  for (const kind of CACHE_KINDS) await erasePlace(base, kind);
  for (const store of STORE_NAMES) await erasePlace(base, store);
  // Not awaited: a tab that has the database open would hold it up; it is empty already.
  if ("indexedDB" in globalThis) indexedDB.deleteDatabase(databaseName(base));
}

/** Bytes that the browser counts for this origin and would allow it; `undefined` when it does not tell. */
export async function storageEstimate(): Promise<{ usage: number; quota: number; persisted: boolean } | undefined> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    const persisted = await navigator.storage.persisted();
    return usage === undefined || quota === undefined ? undefined : { usage, quota, persisted };
  } catch {
    return undefined;
  }
}

function isStore(place: DevicePlace): place is StoreName {
  return (STORE_NAMES as readonly string[]).includes(place);
}

async function readStore(base: string, store: StoreName): Promise<readonly unknown[]> {
  try {
    const database = await openDatabase(base);
    const values = await database.getAll(store);
    database.close();
    return values;
  } catch {
    return [];
  }
}

async function cachesOf(base: string, kind: CacheKind): Promise<string[]> {
  try {
    return (await caches.keys()).filter((name) => cacheKind(base, name) === kind);
  } catch {
    return [];
  }
}

/** Bytes of a value, near enough: typed arrays as they are, everything else as JSON. */
function sizeOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === "string") return new Blob([value]).size;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item) + 1, 2);
  if (typeof value !== "object" || value === null) return String(value).length;
  return Object.entries(value).reduce((sum, [key, item]) => sum + key.length + 3 + sizeOf(item), 2);
}
