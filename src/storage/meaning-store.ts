import { type Database, openDatabase, type StoredMeanings } from "./database";
import { retainKeys } from "./section-store";
import { databaseUser } from "./use-database";

/** Keeps what passages mean on the device. Every failure reads as "nothing kept": meanings are then built again. */
export interface MeaningStore {
  get(key: string): Promise<StoredMeanings | undefined>;
  put(meanings: StoredMeanings): Promise<void>;
  /** Forgets what is kept of a language beyond the named keys. */
  retain(locale: string, keys: ReadonlySet<string>): Promise<void>;
}

/** @param open replaced in tests */
export function createMeaningStore(
  base: string,
  open: (base: string) => Promise<Database> = openDatabase,
): MeaningStore {
  const attempt = databaseUser(base, open);
  return {
    get: (key) => attempt((database) => database.get("meanings", key)),
    put: async (meanings) => {
      await attempt((database) => database.put("meanings", meanings));
    },
    retain: async (locale, keys) => {
      await attempt((database) => retainKeys(database, "meanings", locale, keys));
    },
  };
}
