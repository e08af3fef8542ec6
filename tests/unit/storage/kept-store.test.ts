import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import type { KnownRelease, WholeSection } from "../../../src/storage/database";
import { createKeptStore } from "../../../src/storage/kept-store";
import { manifestOf, packFile, packWith } from "../../support/packs";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const pack = packWith("en", "orders", "Pay");
const whole = (key: string, content = "1"): WholeSection => ({
  key,
  copy: {
    content,
    file: packFile(pack),
    manifest: { version: 1, locale: "en", section: "orders", pack: packFile(pack), pages: [], media: [] },
    at: 5,
  },
});
const release = (content: string): KnownRelease => ({
  key: "release",
  manifest: { ...manifestOf([pack]), content },
  at: 5,
  changed: [{ id: "en/orders/Pay", title: "Pay" }],
});

describe("createKeptStore", () => {
  it("notes what is wanted, what is stopped, and what is whole", async () => {
    const store = createKeptStore("/");
    expect(await store.want(["en/orders", "en/returns"])).toBe(true);
    await store.pause(["en/returns"]);
    await store.activate([whole("en/orders")]);
    expect(await store.all()).toEqual([whole("en/orders"), { key: "en/returns", paused: true }]);
    await store.pause(["en/orders"]);
    await store.want(["en/orders", "en/returns"]);
    expect(await store.all()).toEqual([whole("en/orders"), { key: "en/returns" }]);
  });

  it("puts new copies and their release in place together, but brings nothing back that was taken out", async () => {
    const store = createKeptStore("/");
    await store.want(["en/a", "en/b", "en/c"]);
    await store.drop(["en/b"]);
    await store.activate([whole("en/a", "2"), whole("en/b", "2")], release("2"));
    expect(await store.all()).toEqual([whole("en/a", "2"), { key: "en/c" }]);
    expect((await store.release())?.manifest.content).toBe("2");
  });

  it("changes nothing when one of the copies cannot be stored", async () => {
    const store = createKeptStore("/");
    await store.want(["en/a", "en/b"]);
    const broken = { ...whole("en/b", "2"), copy: { at: () => 1 } } as unknown as WholeSection;
    expect(await store.activate([whole("en/a", "2"), broken], release("2"))).toBe(false);
    expect(await store.all()).toEqual([{ key: "en/a" }, { key: "en/b" }]);
    expect(await store.release()).toBeUndefined();
  });

  it("forgets what changed once it was seen", async () => {
    const store = createKeptStore("/");
    await store.putRelease(release("1"));
    await store.clearChanged();
    expect(await store.release()).toEqual({ ...release("1"), changed: [] });
  });

  it("reads as empty where storage refuses", async () => {
    const store = createKeptStore("/", () => Promise.reject(new DOMException("denied", "SecurityError")));
    expect(await store.want(["en/a"])).toBe(false);
    expect(await store.activate([whole("en/a")])).toBe(false);
    expect(await store.all()).toEqual([]);
    expect(await store.release()).toBeUndefined();
    await store.drop(["en/a"]);
  });
});
