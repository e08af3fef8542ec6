import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase, type StoredSection } from "../../../src/storage/database";
import { createSectionStore } from "../../../src/storage/section-store";
import { packWith } from "../../support/packs";

const section = (key: string, sha256 = "a"): StoredSection => ({
  key,
  sha256,
  pack: packWith("en", "orders", "Pay"),
  index: { numbers: Uint32Array.of(1, 2) },
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("createSectionStore", () => {
  it("keeps a section, index and all, for the next visit", async () => {
    await createSectionStore("/help/").put(section("en/orders"));
    const next = createSectionStore("/help/");
    expect(await next.get("en/orders")).toEqual(section("en/orders"));
    expect(await next.get("en/other")).toBeUndefined();
  });

  it("replaces a section by its newer copy", async () => {
    const store = createSectionStore("/");
    await store.put(section("en/orders", "old"));
    await store.put(section("en/orders", "new"));
    expect((await store.get("en/orders"))?.sha256).toBe("new");
  });

  it("forgets what a language no longer has, and nothing of another language", async () => {
    const store = createSectionStore("/");
    const keys = ["en/", "en/orders", "en/gone", "en/退货", "en-GB/gone", "zh/gone"];
    for (const key of keys) await store.put(section(key));
    await store.retain("en", new Set(["en/", "en/orders"]));
    const kept = await Promise.all(keys.map((key) => store.get(key)));
    expect(keys.filter((_, n) => kept[n])).toEqual(["en/", "en/orders", "en-GB/gone", "zh/gone"]);
  });

  it("keeps sites under different paths of one origin apart", async () => {
    await createSectionStore("/a/").put(section("en/orders", "of a"));
    expect(await createSectionStore("/b/").get("en/orders")).toBeUndefined();
  });

  it.each([
    ["refuses", () => Promise.reject(new DOMException("denied", "SecurityError"))],
    [
      "throws at once, as in a sandboxed frame",
      () => {
        throw new DOMException("denied", "SecurityError");
      },
    ],
  ])("reads as empty where storage %s", async (_, open) => {
    const store = createSectionStore("/", open);
    await expect(store.put(section("en/orders"))).resolves.toBeUndefined();
    await expect(store.get("en/orders")).resolves.toBeUndefined();
    await expect(store.retain("en", new Set())).resolves.toBeUndefined();
  });

  it("tries again after storage could not be opened", async () => {
    const open = vi.fn(openDatabase).mockRejectedValueOnce(new DOMException("busy", "UnknownError"));
    const store = createSectionStore("/", open);
    await store.put(section("en/lost"));
    await store.put(section("en/orders"));
    expect(await store.get("en/orders")).toEqual(section("en/orders"));
    expect(await store.get("en/lost")).toBeUndefined();
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("opens the database anew after the browser has closed it", async () => {
    let database: Awaited<ReturnType<typeof openDatabase>> | undefined;
    const open = vi.fn(async (base: string) => {
      database = await openDatabase(base);
      return database;
    });
    const store = createSectionStore("/", open);
    await store.put(section("en/orders"));
    database!.close();
    expect(await store.get("en/orders")).toBeUndefined();
    expect(await store.get("en/orders")).toEqual(section("en/orders"));
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("opens the database once for many sections", async () => {
    const open = vi.fn(openDatabase);
    const store = createSectionStore("/", open);
    await Promise.all(["a", "b", "c"].map((name) => store.put(section(`en/${name}`))));
    expect(open).toHaveBeenCalledTimes(1);
  });
});
