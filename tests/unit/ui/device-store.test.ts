// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { THEME_KEY } from "../../../src/domain/settings-names";
import { DEVICE_KEYS, storageName } from "../../../src/ui/behaviour/device-keys";
import { createDeviceStore } from "../../../src/ui/behaviour/device-store";
import { forgetSearch, rememberArticle, rememberSearch } from "../../../src/ui/behaviour/recent-lists";
import { pageBootstrap } from "../../../src/ui/page-bootstrap";

beforeEach(() => localStorage.clear());

const forbidden = new Proxy({} as Storage, {
  get: () => () => {
    throw new DOMException("denied", "SecurityError");
  },
});

describe("device store", () => {
  it("keeps values under the names it declares", () => {
    const store = createDeviceStore("/help/");
    store.set("locale", "zh");
    store.set("theme", "dark");
    expect({ ...localStorage }).toEqual({ "pocket-help:/help/:locale": '"zh"', "pocket-help:theme": '"dark"' });
    expect(DEVICE_KEYS.map((key) => storageName(key, "/"))).toEqual([
      ...new Set(DEVICE_KEYS.map((key) => storageName(key, "/"))),
    ]);
  });

  it("keeps two centres on one origin apart", () => {
    createDeviceStore("/a/").set("recentSearches", ["x"]);
    expect(createDeviceStore("/b/").get("recentSearches")).toBeUndefined();
  });

  it("lives in memory where storage is forbidden", () => {
    const store = createDeviceStore("/", forbidden);
    store.set("theme", "dark");
    expect(store.get("theme")).toBe("dark");
    store.remove("theme");
    expect(store.get("theme")).toBeUndefined();
  });

  it("believes what it could not store any more over what it once stored", () => {
    const full = {
      getItem: () => '"light"',
      setItem: forbidden.setItem,
      removeItem: () => undefined,
    } as unknown as Storage;
    const store = createDeviceStore("/", full);
    expect(store.get("theme")).toBe("light");
    store.set("theme", "dark");
    expect(store.get("theme")).toBe("dark");
  });

  it.each([
    ["theme", '"purple"'],
    ["theme", "{"],
    ["recentSearches", '{"a":1}'],
    ["recentSearches", "[1]"],
    ["tabs", "[]"],
    ["recentlyRead", '[{"id":"x"}]'],
  ] as const)("does not believe %s = %s", (key, text) => {
    localStorage.setItem(storageName(key, "/"), text);
    expect(createDeviceStore("/").get(key)).toBeUndefined();
  });
});

describe("recent lists", () => {
  it("put the latest first, once, and replace beginnings of it", () => {
    const store = createDeviceStore("/");
    for (const query of ["ret", "delivery", "return a parcel", "x", "  "]) rememberSearch(store, query);
    expect(store.get("recentSearches")).toEqual(["return a parcel", "delivery"]);
    forgetSearch(store, "delivery");
    expect(store.get("recentSearches")).toEqual(["return a parcel"]);
  });

  it("are short", () => {
    const store = createDeviceStore("/");
    for (let i = 0; i < 40; i += 1) {
      rememberSearch(store, `question ${i}!`);
      rememberArticle(store, { id: `a${i % 30}`, title: "T", href: "/a/", locale: "en", at: i });
    }
    expect(store.get("recentSearches")).toHaveLength(8);
    expect(store.get("recentlyRead")).toHaveLength(16);
    expect(store.get("recentlyRead")?.[0]).toMatchObject({ id: "a9", at: 39 });
  });
});

describe("theme bootstrap", () => {
  // It is text that the build inlines; here it runs as the browser would run it.
  const run = () => new Function(pageBootstrap)();

  it("applies the remembered colours before the first paint", () => {
    createDeviceStore("/help/").set("theme", "dark");
    run();
    expect(document.documentElement.dataset.theme).toBe("dark");
    expect(document.documentElement.classList.contains("js")).toBe(true);
  });

  it("leaves the device's colours on nonsense", () => {
    delete document.documentElement.dataset.theme;
    localStorage.setItem(THEME_KEY, "{nonsense");
    run();
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});
