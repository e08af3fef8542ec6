import { isForgotten } from "../../client/forgotten";
import { type DeviceKey, type DeviceValues, storageName } from "./device-keys";

/** Small things remembered on this device. Never throws: where storage is forbidden or full, it lives in memory. */
export interface DeviceStore {
  get<K extends DeviceKey>(key: K): DeviceValues[K] | undefined;
  set<K extends DeviceKey>(key: K, value: DeviceValues[K]): void;
  remove(key: DeviceKey): void;
}

export function createDeviceStore(base: string, storage: Storage | undefined = usableStorage()): DeviceStore {
  const memory = new Map<string, string>();

  function read(name: string): string | null {
    // Memory holds only what storage refused, so it is the younger of the two.
    const kept = memory.get(name);
    if (kept !== undefined) return kept;
    try {
      return storage?.getItem(name) ?? null;
    } catch {
      return null;
    }
  }

  return {
    get(key) {
      const text = read(storageName(key, base));
      if (text === null) return undefined;
      try {
        const value: unknown = JSON.parse(text);
        return checks[key](value) ? (value as never) : undefined;
      } catch {
        return undefined;
      }
    },
    set(key, value) {
      const name = storageName(key, base);
      const text = JSON.stringify(value);
      try {
        if (!storage || isForgotten()) throw new Error("no storage");
        storage.setItem(name, text);
        memory.delete(name);
      } catch {
        memory.set(name, text);
      }
    },
    remove(key) {
      const name = storageName(key, base);
      memory.delete(name);
      try {
        storage?.removeItem(name);
      } catch {
        // Forbidden storage holds nothing to remove.
      }
    },
  };
}

/** Touching `localStorage` throws in sandboxed frames and where cookies are blocked. */
function usableStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === "string";
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isArticleList = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (item) =>
      isRecord(item) &&
      isText(item.id) &&
      isText(item.title) &&
      isText(item.href) &&
      isText(item.locale) &&
      typeof item.at === "number",
  );
const isPosition = (value: unknown): boolean =>
  isRecord(value) && typeof value.share === "number" && typeof value.at === "number";

/** What another version or another hand left there is checked before it is believed. */
const checks: { readonly [K in DeviceKey]: (value: unknown) => boolean } = {
  theme: (value) => value === "light" || value === "dark" || value === "system",
  locale: isText,
  tabs: (value) => isRecord(value) && Object.values(value).every(isText),
  recentSearches: (value) => Array.isArray(value) && value.every(isText),
  recentlyRead: isArticleList,
  saved: isArticleList,
  positions: (value) => isRecord(value) && Object.values(value).every(isPosition),
  dismissedNotices: (value) => isRecord(value) && Object.values(value).every(isText),
  votes: (value) =>
    isRecord(value) && Object.values(value).every((vote) => isRecord(vote) && typeof vote.helped === "boolean"),
  dismissed: (value) => isRecord(value) && Object.values(value).every(isText),
  searchModel: isBoolean,
  readerModel: isBoolean,
  saveData: isBoolean,
};
