import { createDeviceStore, type DeviceStore } from "../behaviour/device-store";

/**
 * A store that forgets: what is read while sealed articles are unlocked leaves no list, place or vote on the device.
 * It starts with the settings that say nothing about what is read.
 */
export function createMemoryStore(base: string, device: DeviceStore): DeviceStore {
  const store = createDeviceStore(base, memoryStorage());
  const copy = <K extends "theme" | "tabs" | "readerModel" | "searchModel" | "saveData" | "dismissed">(key: K) => {
    const value = device.get(key);
    if (value !== undefined) store.set(key, value);
  };
  for (const key of ["theme", "tabs", "readerModel", "searchModel", "saveData", "dismissed"] as const) copy(key);
  return store;
}

/** The part of `Storage` that the store uses. */
function memoryStorage(): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => {
      values.set(name, value);
    },
    removeItem: (name) => {
      values.delete(name);
    },
    clear: () => values.clear(),
  };
}
