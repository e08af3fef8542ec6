import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { ManifestFile, RootManifest, SectionManifest, SectionPack } from "../domain/pack";
import { forget, isForgotten } from "./forgotten";

/** Raised with every change of the stores below; `upgrade` then leads from every earlier version to it. */
export const DATABASE_VERSION = 3;

/** A section as search keeps it: its texts, and the index that was built from them. */
export interface StoredSection {
  /** `<locale>/<section>` */
  readonly key: string;
  /** SHA-256 of the pack, from the manifest: another hash means other texts. */
  readonly sha256: string;
  readonly pack: SectionPack;
  /** Structured-cloneable and opaque here; it carries its own version. */
  readonly index: unknown;
}

/** What the passages of a section mean, beside the texts they were made of. */
export interface StoredMeanings {
  /** `<locale>/<section>` */
  readonly key: string;
  /** SHA-256 of the pack they were made of. */
  readonly sha256: string;
  /** Structured-cloneable and opaque here; it carries its own version and names its encoder. */
  readonly meanings: unknown;
}

/** A section that the reader wants to have without a network. */
export interface KeptSection {
  /** `<locale>/<section>` */
  readonly key: string;
  /** The whole copy that pages are served from; absent while the first one is under way. */
  readonly copy?: KeptCopy;
  /** The reader has stopped it: it goes on when they say so. */
  readonly paused?: boolean;
}

/** A section whose copy is whole. */
export type WholeSection = KeptSection & { readonly copy: KeptCopy };

/** All files of a section, as one release of the content has them. */
export interface KeptCopy {
  /** `RootManifest.content` of that release. */
  readonly content: string;
  /** The section's manifest: equal hashes mean that nothing has changed. */
  readonly file: ManifestFile;
  readonly manifest: SectionManifest;
  /** When the site last said that the copy is current, milliseconds since 1970. */
  readonly at: number;
}

/** An article that differs from what the reader has read or kept. */
export interface ChangedArticle {
  readonly id: string;
  readonly title: string;
}

/** The content this device knows. One record. */
export interface KnownRelease {
  readonly key: "release";
  readonly manifest: RootManifest;
  readonly at: number;
  /** What the last update changed, until the reader has put the note away. */
  readonly changed: readonly ChangedArticle[];
}

interface Stores extends DBSchema {
  sections: { key: string; value: StoredSection };
  meanings: { key: string; value: StoredMeanings };
  kept: { key: string; value: KeptSection };
  release: { key: string; value: KnownRelease };
}

export type StoreName = "sections" | "meanings" | "kept" | "release";

/** Every store there is: the page "your data" names, exports and erases exactly these. */
export const STORE_NAMES = ["sections", "meanings", "kept", "release"] as const satisfies readonly StoreName[];

export type Database = IDBPDatabase<Stores>;

/** Sites under different paths of one origin keep apart by their base. */
export function databaseName(base: string): string {
  return `pocket-help:${base}`;
}

/**
 * Opens the site's database.
 *
 * @throws DOMException where storage is blocked, as in some private windows and third-party frames
 */
export async function openDatabase(base: string): Promise<Database> {
  // Opening it would create it anew.
  if (isForgotten()) throw new DOMException("Everything was erased.", "InvalidStateError");
  return openDB<Stores>(databaseName(base), DATABASE_VERSION, {
    upgrade: (database, oldVersion, _newVersion, transaction) => upgrade(database, oldVersion, transaction),
    // Another tab wants a newer version: make room for it instead of holding it up.
    blocking(_currentVersion, _blockedVersion, event) {
      (event.target as IDBDatabase).close();
    },
    // The browser has taken the database away, mostly because the site's data was cleared.
    terminated: () => forget("cleared"),
  });
}

function upgrade(
  database: Database,
  oldVersion: number,
  transaction: IDBPTransaction<Stores, StoreName[], "versionchange">,
): void {
  if (oldVersion < 1) database.createObjectStore("sections", { keyPath: "key" });
  if (oldVersion < 2) {
    database.createObjectStore("kept", { keyPath: "key" });
    database.createObjectStore("release", { keyPath: "key" });
    if (oldVersion === 1) void dropIndexVersions(transaction);
  }
  if (oldVersion < 3) database.createObjectStore("meanings", { keyPath: "key" });
}

/** Version 1 repeated the version that the index carries itself. */
async function dropIndexVersions(transaction: IDBPTransaction<Stores, StoreName[], "versionchange">): Promise<void> {
  const store = transaction.objectStore("sections");
  for (const key of await store.getAllKeys()) {
    const value = await store.get(key);
    if (!value) continue;
    const { key: name, sha256, pack, index } = value;
    await store.put({ key: name, sha256, pack, index });
  }
}
