import { exportPlace } from "../../client/offline/device-data";
import type { StoredItem } from "./stored-items";

/** Raised when the shape of the file changes. */
const EXPORT_VERSION = 1;

/** Everything on the device as one value; of stored files their addresses, sizes and times. */
export async function exportAll(base: string, items: readonly StoredItem[]): Promise<object> {
  const stored: Record<string, unknown> = {};
  for (const { id, source, value } of items) {
    stored[id] = source.type === "key" ? (value ?? null) : await exportPlace(base, source.place);
  }
  return { version: EXPORT_VERSION, site: base, at: new Date().toISOString(), stored, sent: [] };
}

/** Hands a file to the reader; nothing leaves the device. */
export function downloadJson(value: object, name: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
