import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { checkContent } from "../../../../src/client/offline/content-updates";
import type { SiteContent } from "../../../../src/client/offline/site-content";
import { type RootManifest, revisionOf, type SectionPack } from "../../../../src/domain/pack";
import { createKeptStore } from "../../../../src/storage/kept-store";
import { manifestOf, packFile, packWith } from "../../../support/packs";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const before = [packWith("en", "orders", "Pay"), packWith("en", "returns", "Send back")];
const edited: SectionPack = {
  ...before[0]!,
  articles: [{ ...before[0]!.articles[0]!, passages: [{ anchor: "", headings: [], text: "Pay later." }] }],
};
const after = [edited, before[1]!];
const read = [{ id: "en/orders/Pay", revision: revisionOf(before[0]!.articles[0]!) }];

function release(packs: readonly SectionPack[], content: string): RootManifest {
  return { ...manifestOf(packs), content };
}

function siteWith(packs: readonly SectionPack[], content: string): SiteContent & { fetched: string[] } {
  const fetched: string[] = [];
  const manifest = release(packs, content);
  return {
    fetched,
    root: async () => manifest,
    access: async () => "open",
    lastRoot: async () => manifest,
    section: async () => undefined,
    pack: async ({ path }) => {
      const pack = packs.find((pack) => packFile(pack).path === path);
      fetched.push(pack?.section ?? path);
      return pack;
    },
  };
}

describe("checkContent", () => {
  it("remembers the first release it sees, and is content while nothing changes", async () => {
    const store = createKeptStore("/");
    for (let visit = 0; visit < 2; visit++) {
      const site = siteWith(before, "1");
      expect(await checkContent("/", store, site, read)).toEqual({ status: "current" });
      expect(site.fetched).toEqual([]);
    }
    expect((await store.release())?.manifest.content).toBe("1");
  });

  it("tells of a change in what was read, and reads only the section it is in", async () => {
    const store = createKeptStore("/");
    await checkContent("/", store, siteWith(before, "1"), read);
    const site = siteWith(after, "2");
    expect(await checkContent("/", store, site, read)).toMatchObject({
      status: "offered",
      update: { bytes: 0, concernsKept: false, changed: [{ id: "en/orders/Pay", title: "Pay" }] },
    });
    expect(site.fetched).toEqual(["orders"]);
  });

  it("says nothing of a change that nobody here has read", async () => {
    const store = createKeptStore("/");
    await checkContent("/", store, siteWith(before, "1"), []);
    expect(await checkContent("/", store, siteWith(after, "2"), [])).toEqual({ status: "current" });
    expect((await store.release())?.manifest.content).toBe("2");
  });

  it("says nothing when only what is listed with an article has changed", async () => {
    const store = createKeptStore("/");
    await checkContent("/", store, siteWith(before, "1"), read);
    const tagged = { ...before[0]!, articles: [{ ...before[0]!.articles[0]!, tags: ["new"] }] };
    expect(await checkContent("/", store, siteWith([tagged, before[1]!], "2"), read)).toEqual({ status: "current" });
  });

  it("changes nothing when the site cannot be reached", async () => {
    const store = createKeptStore("/");
    const site = { ...siteWith(before, "1"), root: async () => undefined };
    expect(await checkContent("/", store, site, read)).toEqual({ status: "unreachable" });
    expect(await store.release()).toBeUndefined();
  });
});
