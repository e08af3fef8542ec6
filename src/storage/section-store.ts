import { type Database, openDatabase, type StoredSection } from "./database";
import { databaseUser } from "./use-database";

/** Keeps search's sections on the device. Every failure reads as "nothing kept": search then works in memory. */
export interface SectionStore {
  get(key: string): Promise<StoredSection | undefined>;
  put(section: StoredSection): Promise<void>;
  /** Keys of what is kept of a language. */
  keys(locale: string): Promise<readonly string[]>;
  /** Forgets what is kept of a language beyond the named keys. */
  retain(locale: string, keys: ReadonlySet<string>): Promise<void>;
}

/** @param open replaced in tests */
export function createSectionStore(
  base: string,
  open: (base: string) => Promise<Database> = openDatabase,
): SectionStore {
  const attempt = databaseUser(base, open);
  return {
    get: (key) => attempt((database) => database.get("sections", key)),
    put: async (section) => {
      await attempt((database) => database.put("sections", section));
    },
    keys: async (locale) => (await attempt((database) => database.getAllKeys("sections", ofLocale(locale)))) ?? [],
    retain: async (locale, keys) => {
      await attempt((database) => retainKeys(database, "sections", locale, keys));
    },
  };
}

/** Deletes what a store holds of a language beyond the named keys. */
export async function retainKeys(
  database: Database,
  store: "sections" | "meanings",
  locale: string,
  keys: ReadonlySet<string>,
): Promise<void> {
  const transaction = database.transaction(store, "readwrite");
  const kept = await transaction.store.getAllKeys(ofLocale(locale));
  await Promise.all(kept.filter((key) => !keys.has(key)).map((key) => transaction.store.delete(key)));
  await transaction.done;
}

/** The keys of a language: `<locale>/<section>`. */
function ofLocale(locale: string): IDBKeyRange {
  return IDBKeyRange.bound(`${locale}/`, `${locale}/\uffff`);
}
