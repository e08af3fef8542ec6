import { describe, expect, it } from "vitest";
import { CACHE_KINDS, cacheKind, cacheName, keptAddress, stamped, takenAt } from "../../../src/storage/caches";

describe("cache names", () => {
  it("tell this site's caches, of every kind and version, from any other", () => {
    for (const kind of CACHE_KINDS) {
      expect(cacheKind("/help/", cacheName("/help/", kind))).toBe(kind);
      expect(cacheKind("/help/", cacheName("/help/", kind, "1"))).toBe(kind);
      expect(cacheKind("/", cacheName("/help/", kind))).toBeUndefined();
    }
    expect(cacheKind("/help/", "workbox-precache-v2")).toBeUndefined();
    expect(cacheKind("/help/", "pocket-help:/help/:other")).toBeUndefined();
  });
});

describe("keptAddress", () => {
  const file = (path: string) => ({ path, size: 1, sha256: "ab" });
  it("tells releases of a page apart, and needs no help with hashed names", () => {
    expect(keptAddress("/help/", file("zh/退货/index.html"))).toBe("/help/zh/%E9%80%80%E8%B4%A7/index.html?sha256=ab");
    expect(keptAddress("/", file("media/a-1.png"))).toBe("/media/a-1.png");
  });
});

describe("stamped", () => {
  it("says when it was taken and nothing of the transfer", async () => {
    const headers = { "Content-Type": "text/html", "Content-Encoding": "gzip", "Content-Length": "3" };
    const copy = stamped("whole", new Response("x", { headers }), 1000);
    expect([...copy.headers.keys()]).toEqual(["content-type", "x-pocket-help-taken"]);
    expect([takenAt(copy), await copy.text()]).toEqual([1000, "whole"]);
    expect(takenAt(new Response())).toBe(0);
  });
});
