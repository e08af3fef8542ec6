import { expect, test, vi } from "vitest";
import { createSiteUpdates } from "../../../src/client/site-updates";

const FILES: Record<string, unknown> = {
  "/help/updates.json": { version: 1, locales: { en: { notices: "packs/n.json", articles: "packs/a.json" }, zh: {} } },
  "/help/packs/n.json": { version: 1, locale: "en", notices: [{ id: "one" }] },
  "/help/packs/a.json": { version: 1, locale: "en", articles: { "orders/track": "r1" } },
};
const fetcher = (files = FILES) =>
  vi.fn(async (url: string, _init?: RequestInit) =>
    url in files ? Response.json(files[url]) : new Response("", { status: 404 }),
  );

test("notices and revisions are found through updates.json, which is asked once and always afresh", async () => {
  const fetchFile = fetcher();
  const updates = createSiteUpdates("/help/", fetchFile);
  expect(await updates.notices("en")).toEqual([{ id: "one" }]);
  expect(await updates.revisions("en")).toEqual({ "orders/track": "r1" });
  expect(fetchFile.mock.calls.map(([url, init]) => [url, init?.cache])).toEqual([
    ["/help/updates.json", "no-cache"],
    ["/help/packs/n.json", "default"],
    ["/help/packs/a.json", "default"],
  ]);
});

test("a language without notices has none, and asks for no more", async () => {
  const fetchFile = fetcher();
  const updates = createSiteUpdates("/help/", fetchFile);
  expect(await updates.notices("zh")).toEqual([]);
  expect(await updates.notices("fr")).toEqual([]);
  expect(fetchFile).toHaveBeenCalledOnce();
});

test.each([
  ["nothing there", {}],
  ["another version", { "/help/updates.json": { version: 2, locales: { en: { notices: "packs/n.json" } } } }],
  ["something else in its place", { "/help/updates.json": "<!doctype html>" }],
])("%s: no notices this time, and no failure", async (_, files) => {
  const updates = createSiteUpdates("/help/", fetcher(files));
  expect(await updates.notices("en")).toEqual([]);
  expect(await updates.revisions("en")).toBeUndefined();
});

test("a network that is down is no failure either", async () => {
  const updates = createSiteUpdates("/help/", () => Promise.reject(new TypeError("down")));
  expect(await updates.notices("en")).toEqual([]);
});
