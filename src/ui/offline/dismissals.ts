import type { Dismissible } from "../behaviour/device-keys";
import type { DeviceStore } from "../behaviour/device-store";

/** Remembers what a note was about when it was closed. */
export function dismiss(store: DeviceStore, note: Dismissible, about: string): void {
  store.set("dismissed", { ...store.get("dismissed"), [note]: about });
}

/** The day, in UTC: long enough to leave somebody alone. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
