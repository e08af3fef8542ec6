import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { createMeaningStore } from "../../../src/storage/meaning-store";

const meanings = (key: string) => ({ key, sha256: "a", meanings: { vectors: Int8Array.of(1, -2) } });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("createMeaningStore", () => {
  it("keeps meanings for the next visit", async () => {
    await createMeaningStore("/help/").put(meanings("en/orders"));
    const next = createMeaningStore("/help/");
    expect(await next.get("en/orders")).toEqual(meanings("en/orders"));
    expect(await next.get("en/other")).toBeUndefined();
  });

  it("forgets what a language no longer has, and nothing of another language", async () => {
    const store = createMeaningStore("/");
    const keys = ["en/", "en/orders", "en/gone", "zh/gone"];
    for (const key of keys) await store.put(meanings(key));
    await store.retain("en", new Set(["en/", "en/orders"]));
    const kept = await Promise.all(keys.map((key) => store.get(key)));
    expect(keys.filter((_, n) => kept[n])).toEqual(["en/", "en/orders", "zh/gone"]);
  });

  it("reads as empty where storage is refused", async () => {
    const store = createMeaningStore("/", () => Promise.reject(new DOMException("denied", "SecurityError")));
    await expect(store.put(meanings("en/orders"))).resolves.toBeUndefined();
    expect(await store.get("en/orders")).toBeUndefined();
  });
});
