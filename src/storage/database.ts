import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { SectionPack } from "../domain/pack";

/** Raised with every change of the stores below; `upgrade` then leads from every earlier version to it. */
export const DATABASE_VERSION = 1;

/** A section as the device keeps it: its texts, and the index that was built from them. */
export interface StoredSection {
  /** `<locale>/<section>` */
  readonly key: string;
  /** SHA-256 of the pack, from the manifest: another hash means other texts. */
  readonly sha256: string;
  /** Version of the index format, see `SEGMENT_VERSION` in search. */
  readonly indexVersion: number;
  readonly pack: SectionPack;
  /** Structured-cloneable; opaque here. */
  readonly index: unknown;
}

interface Stores extends DBSchema {
  sections: { key: string; value: StoredSection };
}

export type Database = IDBPDatabase<Stores>;

/**
 * Opens the site's database. Sites under different paths of one origin keep apart by their base.
 *
 * @throws DOMException where storage is blocked, as in some private windows and third-party frames
 */
export function openDatabase(base: string): Promise<Database> {
  return openDB<Stores>(`pocket-help:${base}`, DATABASE_VERSION, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) database.createObjectStore("sections", { keyPath: "key" });
    },
    // Another tab wants a newer version: make room for it instead of holding it up.
    blocking(_currentVersion, _blockedVersion, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
