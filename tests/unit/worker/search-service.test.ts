import { describe, expect, it } from "vitest";
import type { AppError } from "../../../src/domain/errors";
import type { SectionPack } from "../../../src/domain/pack";
import { err, ok, type Result } from "../../../src/domain/result";
import type { SearchQuery, SearchResults } from "../../../src/domain/search";
import { buildMeanings } from "../../../src/search/build-meanings";
import { createSearchIndex } from "../../../src/search/search-index";
import { SEGMENT_VERSION } from "../../../src/search/segment";
import type { StoredSection } from "../../../src/storage/database";
import type { ContentSource } from "../../../src/worker/content-source";
import type { MeaningService } from "../../../src/worker/meaning-service";
import type { SearchState } from "../../../src/worker/protocol";
import { createSearchService } from "../../../src/worker/search-service";
import { madeUpEncoder } from "../../support/encoder";
import { manifestOf, packFile, packWith } from "../../support/packs";

const OFFLINE: AppError = { code: "content-unreachable", detail: "offline" };
const packs = [
  packWith("en", "orders", "Track parcel"),
  packWith("en", "returns", "Return parcel"),
  packWith("zh", "orders", "包裹"),
];

/** A site in memory: `broken` names what cannot be had (`manifest` or a section's key) and may change at any time. */
class FakeSite implements ContentSource {
  packs: readonly SectionPack[] = packs;
  readonly broken = new Set<string>();
  readonly fetched: string[] = [];
  /** When set, packs wait for it. */
  gate: Promise<void> | undefined;

  async manifest() {
    this.fetched.push("manifest");
    return this.broken.has("manifest") ? err(OFFLINE) : ok(manifestOf(this.packs));
  }

  async pack({ path }: { path: string }): Promise<Result<SectionPack, AppError>> {
    await this.gate;
    const pack = this.packs.find((pack) => packFile(pack).path === path)!;
    const key = `${pack.locale}/${pack.section}`;
    this.fetched.push(key);
    return this.broken.has(key) ? err(OFFLINE) : ok(pack);
  }
}

class FakeStore {
  readonly kept = new Map<string, StoredSection>();
  readonly retained: [string, string[]][] = [];
  async get(key: string) {
    return this.kept.get(key);
  }
  async put(section: StoredSection) {
    this.kept.set(section.key, section);
  }
  async keys(locale: string) {
    return [...this.kept.keys()].filter((key) => key.startsWith(`${locale}/`));
  }
  async retain(locale: string, keys: ReadonlySet<string>) {
    this.retained.push([locale, [...keys]]);
  }
}

/** A site without an encoder. */
const NO_MEANINGS: MeaningService = {
  add: () => undefined,
  forget: () => undefined,
  query: async () => undefined,
  isReady: () => false,
  settled: async () => undefined,
  table: () => undefined,
  hold: () => undefined,
  load: () => undefined,
};

function service(site = new FakeSite(), store = new FakeStore()) {
  const states: string[] = [];
  const tell = (locale: string, state: SearchState) => {
    const { status, ...rest } = state;
    states.push(
      `${locale} ${status} ${Object.values(rest)
        .map((value) => (typeof value === "object" ? value.code : value))
        .join("/")}`,
    );
  };
  const search = createSearchService({
    source: site,
    store,
    index: createSearchIndex(),
    meanings: NO_MEANINGS,
    onManifest: () => undefined,
    onState: tell,
  });
  const find = async (text: string, locale = "en", isWanted = () => true) =>
    titles(await search.search({ text, locale }, isWanted));
  return { site, store, states, open: search.open, find };
}

describe("another language", () => {
  const english = packWith("en", "home", "Router", "Parcel is late");
  const chinese = [packWith("zh", "orders", "退款"), packWith("zh", "account", "重置密码")];
  const words = (text: string) => ({ text, locale: "zh" });

  async function bilingual() {
    const site = new FakeSite();
    site.packs = [english, ...chinese];
    const encoder = await madeUpEncoder();
    const index = createSearchIndex();
    const meanings: MeaningService = {
      ...NO_MEANINGS,
      add: (locale, _, sections) => {
        for (const { pack } of sections) index.addMeanings(locale, pack.section, buildMeanings(pack, encoder));
        ready.add(locale);
      },
      query: async ({ partial }) => (partial ? undefined : encoder.query),
      isReady: (locale) => ready.has(locale),
    };
    const ready = new Set<string>();
    const search = createSearchService({
      source: site,
      store: new FakeStore(),
      index,
      meanings,
      onManifest: () => undefined,
      onState: () => undefined,
    });
    const ask = async (query: SearchQuery) => {
      const result = await search.search(query, () => true);
      if (!result?.ok) throw new Error(result?.error.code);
      const { otherLanguage } = result.value;
      return otherLanguage && [otherLanguage.locale, ...otherLanguage.articles.map(({ title }) => title.text)];
    };
    return { site, ask };
  }

  it("is loaded when one's own has nothing, and answers from the next time on", async () => {
    const { site, ask } = await bilingual();
    expect(await ask(words("网络"))).toBeUndefined();
    await settled();
    expect(site.fetched.slice(-2)).toEqual(["manifest", "en/home"]);
    expect(await ask(words("网络"))).toEqual(["en", "Router"]);
  });

  it.each([
    ["one's own has what is asked for", words("重置密码")],
    ["the text is still being typed", { ...words("网络"), partial: true }],
    ["only a section is asked", { ...words("网络"), section: "orders" }],
    ["the text is too short to mean anything", words("网")],
  ])("is left alone when %s", async (_, query) => {
    const { site, ask } = await bilingual();
    expect(await ask(query)).toBeUndefined();
    await settled();
    expect(site.fetched).not.toContain("en/home");
  });

  it("that cannot be had is asked for once", async () => {
    const { site, ask } = await bilingual();
    site.broken.add("en/home");
    for (let n = 0; n < 3; n++) {
      expect(await ask(words("网络"))).toBeUndefined();
      await settled();
    }
    expect(site.fetched.filter((name) => name === "en/home")).toHaveLength(1);
  });
});

function titles(result: Result<SearchResults, AppError> | undefined) {
  if (!result) return "unwanted";
  return result.ok ? result.value.articles.map(({ title }) => title.text).sort() : result.error.code;
}

const size = (...chosen: readonly number[]) => chosen.reduce((sum, n) => sum + packFile(packs[n]!).size, 0);
const settled = () => new Promise((done) => setTimeout(done, 10));

describe("a search", () => {
  it("waits while its language loads, and is answered with all of it", async () => {
    const { site, find, states } = service();
    let open = () => {};
    site.gate = new Promise((done) => {
      open = done;
    });
    const first = find("parcel");
    await settled();
    expect(states).toEqual(["en loading 0/0"]);
    open();
    expect(await first).toEqual(["Return parcel", "Track parcel"]);
    expect(await find("包裹", "zh")).toEqual(["包裹"]);
    expect(states.slice(0, 4)).toEqual([
      "en loading 0/0",
      `en loading ${size(0)}/${size(0, 1)}`,
      `en loading ${size(0, 1)}/${size(0, 1)}`,
      "en ready 2/0",
    ]);
  });

  it("loads nothing twice, however many ask at once", async () => {
    const { site, find, open } = service();
    await Promise.all([open("en"), find("parcel"), find("track"), open("en")]);
    expect(site.fetched.sort()).toEqual(["en/orders", "en/returns", "manifest"]);
  });

  it("that is no longer wanted when its turn comes is not run, and loading goes on", async () => {
    const { find } = service();
    let wanted = true;
    const dropped = find("parcel", "en", () => wanted);
    wanted = false;
    expect(await dropped).toBe("unwanted");
    expect(await find("track")).toEqual(["Track parcel"]);
  });

  it("in a language the site does not have finds nothing", async () => {
    const { find, states } = service();
    expect(await find("x", "fr")).toEqual([]);
    expect(states.at(-1)).toBe("fr ready 0/0");
  });
});

describe("when content cannot be had", () => {
  it("in part, the rest is searched and what is missing is told", async () => {
    const { site, find, states } = service();
    site.broken.add("en/returns");
    expect(await find("parcel")).toEqual(["Track parcel"]);
    expect(states.at(-1)).toBe("en ready 1/1");
  });

  it("in part, finding nothing is no answer: the search says so, and the next one fetches what is missing", async () => {
    const { site, find, states } = service();
    site.broken.add("en/returns");
    expect(await find("return")).toBe("content-unreachable");
    site.broken.clear();
    expect(await find("return")).toEqual(["Return parcel"]);
    expect(states.at(-1)).toBe("en ready 2/0");
  });

  it("at all, the search says so; the next one loads anew and succeeds", async () => {
    const { site, find, states } = service();
    site.broken.add("en/returns").add("en/orders");
    expect(await find("parcel")).toBe("content-unreachable");
    expect(states.at(-1)).toBe("en failed content-unreachable");
    site.broken.clear();
    expect(await find("parcel")).toEqual(["Return parcel", "Track parcel"]);
    expect(states.at(-1)).toBe("en ready 2/0");
    expect(site.fetched.filter((name) => name === "manifest")).toHaveLength(2);
  });

  it("not even the manifest, opening again tries again", async () => {
    const { site, open, states } = service();
    site.broken.add("manifest");
    await open("en");
    expect(states).toEqual(["en loading 0/0", "en failed content-unreachable"]);
    site.broken.clear();
    await open("en");
    expect(states.at(-1)).toBe("en ready 2/0");
  });

  it("because a pack holds nonsense, that section is missing", async () => {
    const site = new FakeSite();
    site.packs = [packs[0]!, { ...packs[1]!, articles: [{} as never] }];
    const { find, states } = service(site);
    expect(await find("parcel")).toEqual(["Track parcel"]);
    expect(states.at(-1)).toBe("en ready 1/1");
  });

  it("because of a defect of ours, the reader is told instead of left waiting, and can try again", async () => {
    const store = new FakeStore();
    store.get = () => Promise.reject(new Error("defect"));
    const { find, states } = service(new FakeSite(), store);
    expect(await find("parcel")).toBe("worker-failed");
    expect(states.at(-1)).toBe("en failed worker-failed");
    store.get = async () => undefined;
    expect(await find("parcel")).toEqual(["Return parcel", "Track parcel"]);
  });
});

describe("on the next visit", () => {
  /** What a first visit leaves on the device. */
  async function visited(): Promise<FakeStore> {
    const { open, store } = service();
    await open("en");
    return store;
  }

  it("a section that is kept and unchanged is not fetched again", async () => {
    const { site, find } = service(new FakeSite(), await visited());
    expect(await find("parcel")).toEqual(["Return parcel", "Track parcel"]);
    expect(site.fetched).toEqual(["manifest"]);
  });

  it("a section that has changed is fetched, and kept in place of the old", async () => {
    const site = new FakeSite();
    site.packs = [packs[0]!, packWith("en", "returns", "Return letter")];
    const { find, store } = service(site, await visited());
    expect(await find("parcel")).toEqual(["Track parcel"]);
    expect(await find("letter")).toEqual(["Return letter"]);
    expect(site.fetched).toEqual(["manifest", "en/returns"]);
    expect(store.kept.get("en/returns")?.sha256).toBe(packFile(site.packs[1]!).sha256);
  });

  it.each([
    [
      "of another index version",
      (kept: StoredSection) => ({ ...kept, index: { ...(kept.index as object), version: SEGMENT_VERSION + 1 } }),
    ],
    ["whose index is damaged", (kept: StoredSection) => ({ ...kept, index: { version: SEGMENT_VERSION } })],
    [
      "whose index is cut short",
      (kept: StoredSection) => ({ ...kept, index: { ...(kept.index as object), terms: [] } }),
    ],
    ["without an index", (kept: StoredSection) => ({ ...kept, index: undefined })],
  ])("a copy %s gets a new one from its own texts, without fetching them", async (_, damage) => {
    const store = await visited();
    const whole = store.kept.get("en/orders")!;
    store.kept.set("en/orders", damage(whole));
    const { site, find } = service(new FakeSite(), store);
    expect(await find("track")).toEqual(["Track parcel"]);
    expect(site.fetched).toEqual(["manifest"]);
    expect(store.kept.get("en/orders")).toEqual(whole);
  });

  it("a copy whose texts are gone is fetched and built anew", async () => {
    const store = await visited();
    const whole = store.kept.get("en/orders")!;
    store.kept.set("en/orders", { ...whole, pack: undefined as never });
    const { site, find } = service(new FakeSite(), store);
    expect(await find("track")).toEqual(["Track parcel"]);
    expect(site.fetched).toEqual(["manifest", "en/orders"]);
    expect(store.kept.get("en/orders")).toEqual(whole);
  });

  it("without the site, what is kept is searched; finding nothing there is no answer", async () => {
    const site = new FakeSite();
    site.broken.add("manifest");
    const { find, states } = service(site, await visited());
    expect(await find("parcel")).toEqual(["Return parcel", "Track parcel"]);
    expect(states.at(-1)).toBe("en ready 2/0");
    expect(await find("unheard-of")).toBe("content-unreachable");
    expect(await find("包裹", "zh")).toBe("content-unreachable");
  });

  it("a newer text that cannot be had leaves the older one in its place", async () => {
    const site = new FakeSite();
    site.packs = [packs[0]!, packWith("en", "returns", "Return letter")];
    site.broken.add("en/returns");
    const { find, store } = service(site, await visited());
    expect(await find("parcel")).toEqual(["Return parcel", "Track parcel"]);
    expect(store.kept.get("en/returns")?.sha256).toBe(packFile(packs[1]!).sha256);
  });

  it("what the site no longer has is forgotten", async () => {
    const { open, store } = service();
    await open("en");
    expect(store.retained).toEqual([["en", ["en/orders", "en/returns"]]]);
  });

  it("a section that could not be fetched this time is not forgotten", async () => {
    const site = new FakeSite();
    site.broken.add("en/returns");
    const { open, store } = service(site);
    await open("en");
    expect(store.retained).toEqual([["en", ["en/orders", "en/returns"]]]);
  });
});
