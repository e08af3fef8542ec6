import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { beforeEach, describe, expect, it } from "vitest";
import { DATABASE_VERSION, databaseName, openDatabase, STORE_NAMES } from "../../../src/storage/database";
import { packWith } from "../../support/packs";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** How the database looked in each version before today's, written by the code of that time. */
const EARLIER: Readonly<Record<number, (name: string) => Promise<void>>> = {
  1: async (name) => {
    const database = await openDB(name, 1, {
      upgrade: (database) => void database.createObjectStore("sections", { keyPath: "key" }),
    });
    const pack = packWith("en", "orders", "Pay");
    await database.put("sections", { key: "en/orders", sha256: "a", indexVersion: 1, pack, index: { version: 1 } });
    await database.put("sections", { key: "zh/orders", sha256: "b", indexVersion: 1, pack, index: undefined });
    database.close();
  },
  2: async (name) => {
    const database = await openDB(name, 2, {
      upgrade: (database) => {
        for (const store of ["sections", "kept", "release"]) database.createObjectStore(store, { keyPath: "key" });
      },
    });
    const pack = packWith("en", "orders", "Pay");
    await database.put("sections", { key: "en/orders", sha256: "a", pack, index: { version: 1 } });
    await database.put("sections", { key: "zh/orders", sha256: "b", pack, index: undefined });
    database.close();
  },
};

describe("openDatabase", () => {
  it("makes exactly the registered stores", async () => {
    const database = await openDatabase("/help/");
    expect([...database.objectStoreNames].sort()).toEqual([...STORE_NAMES].sort());
    database.close();
  });

  it("has a way from every earlier version", () => {
    expect(Object.keys(EARLIER).map(Number)).toEqual(Array.from({ length: DATABASE_VERSION - 1 }, (_, n) => n + 1));
  });

  it.each(Object.entries(EARLIER))("comes from version %s with everything that was there", async (_, fill) => {
    await fill(databaseName("/help/"));
    const database = await openDatabase("/help/");
    expect(database.version).toBe(DATABASE_VERSION);
    expect([...database.objectStoreNames].sort()).toEqual([...STORE_NAMES].sort());
    const pack = packWith("en", "orders", "Pay");
    expect(await database.getAll("sections")).toEqual([
      { key: "en/orders", sha256: "a", pack, index: { version: 1 } },
      { key: "zh/orders", sha256: "b", pack, index: undefined },
    ]);
    expect(await database.getAll("kept")).toEqual([]);
    expect(await database.getAll("meanings")).toEqual([]);
    database.close();
  });

  it("makes room for a newer version in another tab", async () => {
    await openDatabase("/help/");
    const newer = await openDB(databaseName("/help/"), DATABASE_VERSION + 1);
    expect(newer.version).toBe(DATABASE_VERSION + 1);
    newer.close();
  });

  it("refuses a database that a newer version has left behind", async () => {
    (await openDB(databaseName("/help/"), DATABASE_VERSION + 1)).close();
    await expect(openDatabase("/help/")).rejects.toThrow();
  });
});
