import { type Database, openDatabase, type StoredSection } from "./database";

/** Keeps sections on the device. Every failure reads as "nothing kept": search then works in memory. */
export interface SectionStore {
  get(key: string): Promise<StoredSection | undefined>;
  put(section: StoredSection): Promise<void>;
  /** Forgets what is kept of a language beyond the named keys. */
  retain(locale: string, keys: ReadonlySet<string>): Promise<void>;
}

/** @param open replaced in tests */
export function createSectionStore(
  base: string,
  open: (base: string) => Promise<Database> = openDatabase,
): SectionStore {
  let opening: Promise<Database> | undefined;
  const attempt = async <T>(use: (database: Database) => Promise<T>): Promise<T | undefined> => {
    try {
      opening ??= open(base);
      return await use(await opening);
    } catch {
      // Blocked, closed for a newer version, full, or damaged. The next attempt opens it anew.
      opening = undefined;
      return undefined;
    }
  };
  return {
    get: (key) => attempt((database) => database.get("sections", key)),
    put: async (section) => {
      await attempt((database) => database.put("sections", section));
    },
    retain: async (locale, keys) => {
      await attempt(async (database) => {
        const transaction = database.transaction("sections", "readwrite");
        const kept = await transaction.store.getAllKeys(IDBKeyRange.bound(`${locale}/`, `${locale}/\uffff`));
        await Promise.all(kept.filter((key) => !keys.has(key)).map((key) => transaction.store.delete(key)));
        await transaction.done;
      });
    },
  };
}
