import type { ChangedArticle, Database, KeptSection, KnownRelease, WholeSection } from "./database";
import { databaseUser } from "./use-database";

/** Which sections the reader keeps, in which state, and the content that the device knows. */
export interface KeptStore {
  all(): Promise<readonly KeptSection[]>;
  /** Notes that a section is wanted; what is there of it stays. @returns false where nothing can be stored */
  want(keys: readonly string[]): Promise<boolean>;
  /**
   * Puts new copies and the release they belong to in the place of the old ones, all in one transaction: a reader
   * sees the old release or the new one, never a mixture.
   */
  activate(copies: readonly WholeSection[], release?: KnownRelease): Promise<boolean>;
  /** The reader has stopped these, as far as they are not whole yet. */
  pause(keys: readonly string[]): Promise<void>;
  drop(keys: readonly string[]): Promise<void>;
  release(): Promise<KnownRelease | undefined>;
  putRelease(release: KnownRelease): Promise<void>;
  /** The reader has seen what changed. */
  clearChanged(): Promise<void>;
}

/** @param open replaced in tests */
export function createKeptStore(base: string, open?: (base: string) => Promise<Database>): KeptStore {
  const attempt = databaseUser(base, open);
  return {
    all: async () => (await attempt((database) => database.getAll("kept"))) ?? [],
    want: async (keys) =>
      (await attempt(async (database) => {
        const transaction = database.transaction("kept", "readwrite");
        for (const key of keys) {
          const { copy } = (await transaction.store.get(key)) ?? {};
          await transaction.store.put({ key, ...(copy && { copy }) });
        }
        await transaction.done;
        return true;
      })) ?? false,
    activate: async (copies, release) =>
      (await attempt(async (database) => {
        const transaction = database.transaction(["kept", "release"], "readwrite");
        const kept = transaction.objectStore("kept");
        try {
          // Taken out in the meantime, in this tab or another: it stays out.
          for (const section of copies) if (await kept.get(section.key)) await kept.put(section);
          if (release) await transaction.objectStore("release").put(release);
        } catch (error) {
          // What refuses to be stored throws before the database sees it, and the rest would be committed.
          transaction.done.catch(() => undefined);
          transaction.abort();
          throw error;
        }
        await transaction.done;
        return true;
      })) ?? false,
    pause: async (keys) => {
      await attempt(async (database) => {
        const transaction = database.transaction("kept", "readwrite");
        for (const key of keys) {
          const section = await transaction.store.get(key);
          if (section && !section.copy) await transaction.store.put({ key, paused: true });
        }
        await transaction.done;
      });
    },
    drop: async (keys) => {
      await attempt(async (database) => {
        const transaction = database.transaction("kept", "readwrite");
        await Promise.all(keys.map((key) => transaction.store.delete(key)));
        await transaction.done;
      });
    },
    release: () => attempt((database) => database.get("release", "release")),
    putRelease: async (release) => {
      await attempt((database) => database.put("release", release));
    },
    clearChanged: async () => {
      await attempt(async (database) => {
        const transaction = database.transaction("release", "readwrite");
        const release = await transaction.store.get("release");
        if (release) await transaction.store.put({ ...release, changed: [] satisfies ChangedArticle[] });
        await transaction.done;
      });
    },
  };
}
