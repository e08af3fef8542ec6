import { DEVICE_PLACES, type DevicePlace, listPlaces } from "../../client/offline/device-data";
import { DEVICE_KEYS, type DeviceKey } from "../behaviour/device-keys";
import type { DeviceStore } from "../behaviour/device-store";
import type { DeviceStrings } from "../strings/device-en";

/** One kind of thing that is kept on this device. */
export interface StoredItem {
  readonly id: string;
  readonly source:
    | { readonly type: "key"; readonly key: DeviceKey }
    | { readonly type: "place"; readonly place: DevicePlace };
  readonly name: string;
  readonly why: string;
  readonly entries: number;
  readonly bytes: number;
  /** What is stored, where it is small enough to be shown. */
  readonly value?: unknown;
}

/** All kinds, in the order of the registries that the code itself writes by; those that hold nothing included. */
export async function listItems(base: string, store: DeviceStore, d: DeviceStrings): Promise<StoredItem[]> {
  const keys = DEVICE_KEYS.map((key): StoredItem => {
    const value: unknown = store.get(key);
    return {
      id: `key-${key}`,
      source: { type: "key", key },
      ...d.dataKeys[key],
      entries: count(value),
      bytes: value === undefined ? 0 : new Blob([JSON.stringify(value)]).size,
      ...(count(value) > 0 && { value }),
    };
  });
  const contents = await listPlaces(base);
  const places = DEVICE_PLACES.map((place): StoredItem => {
    const content = contents.find((content) => content.place === place);
    return {
      id: `place-${place}`,
      source: { type: "place", place },
      ...d.dataPlaces[place],
      entries: content?.entries ?? 0,
      bytes: content?.bytes ?? 0,
    };
  });
  return [...keys, ...places];
}

function count(value: unknown): number {
  if (value === undefined) return 0;
  if (Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : 1;
}
