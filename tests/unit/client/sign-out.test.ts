// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cacheName } from "../../../src/storage/caches";

const deleted: string[] = [];
const names = new Set<string>();

beforeEach(() => {
  vi.resetModules();
  deleted.length = 0;
  names.add(cacheName("/help/", "pages"));
  vi.stubGlobal("caches", {
    keys: async () => [...names],
    has: async (name: string) => names.has(name),
    delete: async (name: string) => {
      deleted.push(name);
      return names.delete(name);
    },
  });
  localStorage.setItem("pocket-help:/help/:recentSearches", '["kite"]');
  sessionStorage.setItem("pocket-help:/help/:fragment", "#ask=kite");
  localStorage.setItem("pocket-help:/other/:recentSearches", '["tent"]');
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
});

test.each([
  ["with", true],
  ["without", false],
])("everything of this site goes, and nothing of another one, %s channels between pages", async (_, has) => {
  if (!has) Reflect.deleteProperty(globalThis, "BroadcastChannel");
  const { signOut } = await import("../../../src/client/sign-out");
  const { isForgotten } = await import("../../../src/storage/forgotten");
  await signOut("/help/");
  expect(isForgotten()).toBe(true);
  expect(Object.keys(localStorage)).toEqual(["pocket-help:/other/:recentSearches"]);
  expect(Object.keys(sessionStorage)).toEqual([]);
  expect(deleted).toContain(cacheName("/help/", "pages"));
});

test("whoever listens hears of it before anything is erased", async () => {
  const { signOut } = await import("../../../src/client/sign-out");
  const { onForgotten } = await import("../../../src/client/forgotten");
  const heard = vi.fn(() => localStorage.getItem("pocket-help:/help/:recentSearches"));
  onForgotten(heard);
  await signOut("/help/");
  expect(heard).toHaveReturnedWith('["kite"]');
  expect(heard).toHaveBeenCalledOnce();
});
