import { type Database, openDatabase } from "./database";
import { isForgotten } from "./forgotten";

/** Runs something on the database; `undefined` where storage fails, whatever the reason. */
export type UseDatabase = <T>(use: (database: Database) => Promise<T>) => Promise<T | undefined>;

/**
 * Opens the database when it is first needed and keeps it open. A failure reads as "nothing there", and the next
 * call opens it anew.
 *
 * @param open replaced in tests
 */
export function databaseUser(base: string, open: (base: string) => Promise<Database> = openDatabase): UseDatabase {
  let opening: Promise<Database> | undefined;
  return async (use) => {
    if (isForgotten()) return undefined;
    try {
      opening ??= open(base);
      return await use(await opening);
    } catch {
      // Blocked, closed for a newer version, full, or damaged.
      opening = undefined;
      return undefined;
    }
  };
}
