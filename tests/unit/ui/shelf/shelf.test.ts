// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import type { RememberedArticle } from "../../../../src/ui/behaviour/device-keys";
import { createDeviceStore, type DeviceStore } from "../../../../src/ui/behaviour/device-store";
import { rememberPosition } from "../../../../src/ui/shelf/reading-position";
import { isSaved, refreshSaved, toggleSaved } from "../../../../src/ui/shelf/saved";
import { changedSince, markSeen, savedArticles, toContinue } from "../../../../src/ui/shelf/shelf-lists";

let store: DeviceStore;
beforeEach(() => {
  localStorage.clear();
  store = createDeviceStore("/");
});

const article = (slug: string, parts: Partial<RememberedArticle> = {}): RememberedArticle => ({
  id: `en/orders/${slug}`,
  title: slug,
  href: `/en/orders/${slug}/`,
  locale: "en",
  at: 1,
  ...parts,
});
const ids = (entries: readonly { article: RememberedArticle }[]) => entries.map((entry) => entry.article.title);

test("an article is put on the shelf and taken off it again", () => {
  expect(toggleSaved(store, article("track"))).toBe(true);
  expect(toggleSaved(store, article("cancel"))).toBe(true);
  expect(ids(savedArticles(store, "en"))).toEqual(["cancel", "track"]);
  expect(savedArticles(store, "zh")).toEqual([]);
  expect(toggleSaved(store, article("cancel"))).toBe(false);
  expect(isSaved(store, "en/orders/cancel")).toBe(false);
});

test("places are kept between the beginning and the end, newest first, and lead back there", () => {
  store.set("recentlyRead", [article("track"), article("cancel"), article("wrap")]);
  rememberPosition(store, "en/orders/track", { share: 0.5, anchor: "费用", heading: "费用", at: 10 });
  rememberPosition(store, "en/orders/cancel", { share: 0.3, at: 20 });
  rememberPosition(store, "en/orders/wrap", { share: 0.02, at: 30 });
  expect(toContinue(store, "en").map(({ href, share }) => [href, share])).toEqual([
    ["/en/orders/cancel/", 0.3],
    ["/en/orders/track/#%E8%B4%B9%E7%94%A8", 0.5],
  ]);
  rememberPosition(store, "en/orders/cancel", { share: 0.97, at: 40 });
  expect(ids(toContinue(store, "en"))).toEqual(["track"]);
});

test("only the last places are kept", () => {
  for (let n = 0; n < 40; n++) rememberPosition(store, `en/${n}`, { share: 0.5, at: n });
  const kept = Object.keys(store.get("positions") ?? {});
  expect(kept).toHaveLength(30);
  expect(kept).toContain("en/39");
  expect(kept).not.toContain("en/9");
});

test("what was read or saved and says something else now is listed until it is seen", () => {
  store.set("recentlyRead", [article("track", { revision: "a" }), article("old")]);
  toggleSaved(store, article("cancel", { revision: "b" }));
  const revisions = { "orders/track": "a2", "orders/cancel": "b", "orders/old": "c" };
  expect(ids(changedSince(store, "en", revisions))).toEqual(["track"]);
  expect(ids(changedSince(store, "en", { ...revisions, "orders/cancel": "b2" }))).toEqual(["track", "cancel"]);
  markSeen(store, "en/orders/track", "a2");
  expect(changedSince(store, "en", revisions)).toEqual([]);
});

test("opening a saved article brings its entry up to date, in its place", () => {
  toggleSaved(store, article("track", { revision: "a" }));
  toggleSaved(store, article("cancel"));
  refreshSaved(store, article("track", { revision: "a2", title: "Track it", at: 99 }));
  expect(store.get("saved")?.map(({ title, revision, at }) => [title, revision, at])).toEqual([
    ["cancel", undefined, 1],
    ["Track it", "a2", 1],
  ]);
});
