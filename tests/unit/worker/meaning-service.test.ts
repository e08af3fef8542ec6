import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import type { SiteEncoder } from "../../../src/domain/pack";
import { ok } from "../../../src/domain/result";
import { createSearchIndex } from "../../../src/search/search-index";
import type { StoredMeanings } from "../../../src/storage/database";
import { createModelStore } from "../../../src/storage/model-store";
import { encoderLoader } from "../../../src/worker/encoders/load-encoder";
import { createMeaningService } from "../../../src/worker/meaning-service";
import { createModelFiles } from "../../../src/worker/model-files";
import type { MeaningState } from "../../../src/worker/protocol";
import { madeUpModel, madeUpTensors } from "../../support/encoder";
import { FakeCache } from "../../support/fake-cache";
import { packFile, packWith } from "../../support/packs";
import { writeSafetensors } from "../../support/safetensors";

const packs = [packWith("en", "account", "Reset a password"), packWith("en", "orders", "Where my parcel is")];
const chinese = [packWith("zh", "account", "重置密码")];
const worded = (chosen: typeof packs) =>
  chosen.map((pack) => ({ key: `${pack.locale}/${pack.section}`, sha256: packFile(pack).sha256, pack }));

const model = madeUpModel();
const encoderOf = (bytes: Uint8Array): SiteEncoder => {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return {
    kind: "static",
    id: "made-up",
    dimensions: 24,
    files: [{ path: `models/made-up/${sha256}.bin`, size: bytes.length, sha256 }],
  };
};

const pause = () => new Promise((done) => setTimeout(done, 60));

/** What stays from visit to visit. */
interface Device {
  readonly cache: FakeCache;
  readonly meanings: Map<string, StoredMeanings>;
  refuses: boolean;
}
const device = (): Device => ({ cache: new FakeCache(), meanings: new Map(), refuses: false });

/** A worker's search by meaning, on a device, at a site that answers like this. */
function visit(on = device(), answer: () => Response = () => new Response(model as BodyInit)) {
  const index = createSearchIndex();
  for (const pack of [...packs, ...chinese]) index.add(pack);
  const states: MeaningState[] = [];
  const fetched: string[] = [];
  const encoded: string[] = [];
  const refused = () => Promise.reject(new DOMException("denied", "SecurityError"));
  const modelStore = createModelStore("/", () => (on.refuses ? refused() : Promise.resolve(on.cache.cache)));
  const site = { answer };
  const files = createModelFiles("/", modelStore, async (path) => {
    fetched.push(String(path));
    return site.answer();
  });
  const service = createMeaningService({
    index,
    store: {
      get: async (key) => on.meanings.get(key),
      put: async (stored) => void (on.refuses || on.meanings.set(stored.key, stored)),
      retain: async (locale, keys) => {
        for (const key of on.meanings.keys())
          if (key.startsWith(`${locale}/`) && !keys.has(key)) on.meanings.delete(key);
      },
    },
    files,
    loadEncoder: async (wanted, onBytes) => {
      // A model of the hub is stood in for by the table.
      const table = wanted.kind === "hub" ? encoderOf(model) : wanted;
      const loaded = await encoderLoader("/", files)(table, onBytes);
      if (!loaded.ok) return loaded;
      const { value } = loaded;
      return ok({
        ...value,
        section: (section) => {
          encoded.push(section.key);
          return value.section(section);
        },
      });
    },
    onState: (state) => states.push(state),
  });
  const ended = async () => {
    for (let last = states.at(-1); last?.status === "loading" || !last; last = states.at(-1))
      await new Promise((done) => setTimeout(done, 5));
    await new Promise((done) => setTimeout(done, 20));
    return states.at(-1)!;
  };
  const find = async (text: string, locale = "en") => {
    const query = { text, locale };
    return index
      .search(query, await service.query(query))
      .articles.map(({ article, because }) => `${because} ${article}`);
  };
  return { service, states, fetched, encoded, ended, find, site, on };
}

const add = (service: ReturnType<typeof visit>["service"], encoder = encoderOf(model)) =>
  service.add("en", encoder, worded(packs));

describe("search by meaning", () => {
  it("comes when the encoder is there and the passages are encoded; before that words do", async () => {
    const { service, states, ended, find, fetched } = visit();
    add(service);
    expect(await find("forgot passphrase")).toEqual([]);
    expect(await ended()).toEqual({ status: "ready", locales: ["en"] });
    expect(await find("forgot passphrase")).toEqual(["meaning en/account/Reset a password"]);
    expect(states[0]).toEqual({ status: "loading", loaded: 0, total: model.length });
    expect(fetched).toEqual([`/${encoderOf(model).files[0]!.path}`]);
  });

  it("leaves a text that is still being typed to the words", async () => {
    const { service, ended } = visit();
    add(service);
    await ended();
    expect(await service.query({ text: "forgot", locale: "en", partial: true })).toBeUndefined();
    expect(await service.query({ text: "forgot", locale: "zh" })).toBeUndefined();
  });

  it("fetches the encoder once for all languages", async () => {
    const { service, ended, fetched, find } = visit();
    add(service);
    service.add("zh", encoderOf(model), worded(chinese));
    await ended();
    expect(fetched).toHaveLength(1);
    expect(await find("忘记口令", "zh")).toEqual(["meaning zh/account/重置密码"]);
    expect(service.isReady("en") && service.isReady("zh")).toBe(true);
  });

  it("is off on a site without an encoder, and what an earlier one left goes", async () => {
    const on = device();
    const first = visit(on);
    add(first.service);
    await first.ended();
    const { service, states, fetched, ended } = visit(on);
    service.add("en", undefined, worded(packs));
    expect(states).toEqual([{ status: "off" }]);
    await ended();
    expect([fetched, on.meanings.size, on.cache.stored.size]).toEqual([[], 0, 0]);
  });
});

describe("on the next visit", () => {
  it("neither the encoder is fetched nor are passages encoded again", async () => {
    const on = device();
    const first = visit(on);
    add(first.service);
    await first.ended();
    expect([...on.meanings.keys()]).toEqual(["en/account", "en/orders"]);
    const kept = on.meanings.get("en/account");
    const { service, ended, fetched, find } = visit(on);
    add(service);
    await ended();
    expect(fetched).toEqual([]);
    expect(on.meanings.get("en/account")).toBe(kept);
    expect(await find("forgot passphrase")).toEqual(["meaning en/account/Reset a password"]);
  });

  it.each([
    ["of other texts", (kept: StoredMeanings) => ({ ...kept, sha256: "other" })],
    [
      "of another encoder",
      (kept: StoredMeanings) => ({ ...kept, meanings: { ...(kept.meanings as object), encoder: "other@1" } }),
    ],
    ["of another version", (kept: StoredMeanings) => ({ ...kept, meanings: { version: 99 } })],
    ["that are damaged", (kept: StoredMeanings) => ({ ...kept, meanings: undefined })],
  ])("meanings %s are made anew", async (_, change) => {
    const on = device();
    const first = visit(on);
    add(first.service);
    await first.ended();
    const whole = on.meanings.get("en/account")!;
    on.meanings.set("en/account", change(whole));
    const { service, ended } = visit(on);
    add(service);
    await ended();
    expect(on.meanings.get("en/account")).toEqual(whole);
  });

  it("a damaged copy of the encoder is fetched anew, and kept", async () => {
    const on = device();
    const first = visit(on);
    add(first.service);
    await first.ended();
    const [[address, copy]] = [...on.cache.stored] as [[string, Response]];
    const damaged = new Uint8Array(await copy.clone().arrayBuffer());
    damaged[damaged.length - 1]! ^= 1;
    on.cache.stored.set(address, new Response(damaged, { headers: copy.headers }));
    const { service, ended, fetched } = visit(on);
    add(service);
    expect((await ended()).status).toBe("ready");
    expect(fetched).toHaveLength(1);
    const third = visit(on);
    add(third.service);
    await third.ended();
    expect(third.fetched).toEqual([]);
  });

  it("another encoder takes the place of the old one, files and meanings", async () => {
    const on = device();
    const first = visit(on);
    add(first.service);
    await first.ended();
    const newer = writeSafetensors(madeUpTensors(), { format: "1", id: "made-up", version: "2" });
    const { service, ended, find } = visit(on, () => new Response(newer as BodyInit));
    add(service, encoderOf(newer));
    await ended();
    expect([...on.cache.stored.keys()]).toEqual([`/${encoderOf(newer).files[0]!.path}`]);
    expect(on.meanings.get("en/account")?.meanings).toMatchObject({ encoder: "made-up@2" });
    expect(await find("forgot passphrase")).toEqual(["meaning en/account/Reset a password"]);
  });
});

describe("when the encoder cannot be had", () => {
  const flipped = model.map((byte, n) => (n === model.length - 1 ? byte ^ 1 : byte));
  const otherFormat = writeSafetensors(madeUpTensors(), { format: "9", id: "made-up", version: "1" });
  it.each([
    ["is not there", model, () => new Response("", { status: 404 }), "encoder-unreachable"],
    ["has a flipped bit", model, () => new Response(flipped as BodyInit), "encoder-invalid"],
    ["is cut off", model, () => new Response(model.slice(0, 99) as BodyInit), "encoder-invalid"],
    [
      "is a sign-in page",
      model,
      () => new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } }),
      "signed-out",
    ],
    ["is of another format", otherFormat, () => new Response(otherFormat as BodyInit), "encoder-version", 1],
  ] as const)(
    "because it %s, words do, the state says why, and the next visit heals it",
    async (_, bytes, answer, code, kept: number = 0) => {
      const on = device();
      const { service, ended, find } = visit(on, answer);
      add(service, encoderOf(bytes));
      expect(await ended()).toMatchObject({ status: "unavailable", error: { code } });
      expect(await find("password")).toEqual(["words en/account/Reset a password"]);
      expect(await find("forgot passphrase")).toEqual([]);
      // What came as the manifest has it would come no better again.
      expect(on.cache.stored.size).toBe(kept);

      const next = visit(on);
      add(next.service);
      expect(await next.ended()).toEqual({ status: "ready", locales: ["en"] });
    },
  );

  it("it is had when the reader tries again", async () => {
    const { service, ended, site, states } = visit(device(), () => new Response("", { status: 503 }));
    add(service);
    expect((await ended()).status).toBe("unavailable");
    site.answer = () => new Response(model as BodyInit);
    service.load();
    await ended();
    await ended();
    expect(states.at(-1)).toEqual({ status: "ready", locales: ["en"] });
  });

  it("one that does not run here is not fetched again", async () => {
    const on = device();
    const answer = () => new Response(otherFormat as BodyInit);
    const first = visit(on, answer);
    add(first.service, encoderOf(otherFormat));
    await first.ended();
    const { service, ended, fetched } = visit(on, answer);
    add(service, encoderOf(otherFormat));
    expect(await ended()).toMatchObject({ status: "unavailable", error: { code: "encoder-version" } });
    expect(fetched).toEqual([]);
  });

  it("where nothing can be stored, it works in memory", async () => {
    const on = { ...device(), refuses: true };
    const { service, ended, find } = visit(on);
    add(service);
    expect((await ended()).status).toBe("ready");
    expect(await find("forgot passphrase")).toEqual(["meaning en/account/Reset a password"]);
    expect([on.cache.stored.size, on.meanings.size]).toEqual([0, 0]);
  });
});

describe("on a device that saves data", () => {
  it("the encoder is offered with its size, and fetched when it is asked for", async () => {
    const { service, ended, fetched, states } = visit();
    service.hold();
    add(service);
    expect(await ended()).toEqual({ status: "offered", bytes: model.length });
    expect(fetched).toEqual([]);
    service.load();
    await ended();
    expect(states.map(({ status }) => status)).toEqual([
      "offered",
      "loading",
      "loading",
      "loading",
      "loading",
      "ready",
    ]);
  });

  it("is fetched when it is asked for before it could be offered", async () => {
    const { service, ended } = visit();
    service.hold();
    add(service);
    service.load();
    expect((await ended()).status).toBe("ready");
  });

  it("one that is kept already is used", async () => {
    const on = device();
    const first = visit(on);
    add(first.service);
    await first.ended();
    const { service, ended, fetched } = visit(on);
    service.hold();
    add(service);
    expect((await ended()).status).toBe("ready");
    expect(fetched).toEqual([]);
  });
});

it("passages are encoded once, however often the encoder is asked for", async () => {
  const { service, ended, states, encoded } = visit();
  add(service);
  service.load();
  service.load();
  await ended();
  service.load();
  await pause();
  expect(encoded).toEqual(["en/account", "en/orders"]);
  expect(states.filter(({ status }) => status === "ready")).toHaveLength(1);
});

describe("a language that is loaded anew", () => {
  it("is left to the words until its passages are encoded again, and the page is told", async () => {
    const { service, ended, find, states } = visit();
    add(service);
    await ended();
    states.length = 0;
    service.forget("en");
    expect(await find("forgot passphrase")).toEqual([]);
    add(service);
    await vi.waitFor(() => expect(service.isReady("en")).toBe(true));
    expect(await find("forgot passphrase")).toEqual(["meaning en/account/Reset a password"]);
    expect(states).toEqual([
      { status: "off" },
      { status: "loading", loaded: model.length, total: model.length },
      { status: "ready", locales: ["en"] },
    ]);
  });

  it("leaves the others ready", async () => {
    const { service, ended, states } = visit();
    add(service);
    service.add("zh", encoderOf(model), worded(chinese));
    await ended();
    service.forget("en");
    expect(states.at(-1)).toEqual({ status: "ready", locales: ["zh"] });
  });

  it("does not leave the page waiting for an encoder that nobody needs", async () => {
    const { service, fetched, states } = visit();
    add(service);
    service.forget("en");
    await pause();
    expect(fetched).toHaveLength(1);
    expect(states.at(-1)).toEqual({ status: "off" });
  });

  it("says nothing at the first time", () => {
    const { service, states } = visit();
    service.forget("en");
    expect(states).toEqual([]);
  });
});

describe("when a release with another encoder comes within a visit", () => {
  const newer = writeSafetensors(madeUpTensors(), { format: "1", id: "made-up", version: "2, and of another size" });
  const both = async (on = device()) => {
    const visited = visit(on);
    add(visited.service);
    visited.service.add("zh", encoderOf(model), worded(chinese));
    await visited.ended();
    visited.states.length = 0;
    visited.service.forget("en");
    return visited;
  };

  it("the old one serves until the new one is there, which then encodes all languages", async () => {
    const { service, site, find, states, on } = await both();
    site.answer = () => new Response(newer as BodyInit);
    add(service, encoderOf(newer));
    expect(await find("忘记口令", "zh")).toEqual(["meaning zh/account/重置密码"]);
    await vi.waitFor(() => expect(service.isReady("en") && service.isReady("zh")).toBe(true));
    expect(await find("forgot passphrase")).toEqual(["meaning en/account/Reset a password"]);
    expect(await find("忘记口令", "zh")).toEqual(["meaning zh/account/重置密码"]);
    for (const key of ["en/account", "zh/account"])
      expect(on.meanings.get(key)?.meanings).toMatchObject({ encoder: "made-up@2, and of another size" });
    expect(states[0]).toEqual({ status: "ready", locales: ["zh"] });
    expect(states[1]).toEqual({ status: "loading", loaded: newer.length, total: newer.length });
    expect(states.at(-1)).toMatchObject({ status: "ready", locales: expect.arrayContaining(["en", "zh"]) });
  });

  it("the old one goes on where the new one cannot be had, until it can", async () => {
    const { service, site, find, states } = await both();
    site.answer = () => new Response("", { status: 503 });
    add(service, encoderOf(newer));
    await pause();
    expect(await find("忘记口令", "zh")).toEqual(["meaning zh/account/重置密码"]);
    expect(states).toEqual([{ status: "ready", locales: ["zh"] }]);
    site.answer = () => new Response(newer as BodyInit);
    service.load();
    await vi.waitFor(() => expect(service.isReady("en") && service.isReady("zh")).toBe(true));
  });

  it("the load of one that is superseded says nothing more", async () => {
    let seen = 0;
    const { service, site, states } = visit(device(), () => {
      site.answer = () => new Response(newer as BodyInit);
      service.forget("en");
      seen = states.length;
      add(service, encoderOf(newer));
      return new Response(model as BodyInit);
    });
    add(service);
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ status: "ready", locales: ["en"] }));
    const later = states.slice(seen);
    expect(newer.length).not.toBe(model.length);
    for (const state of later) if (state.status === "loading") expect(state.total).toBe(newer.length);
  });

  it("vectors of the site's old model are not taken for those of its new one", async () => {
    const { service, states } = await both();
    const hub: SiteEncoder = {
      kind: "hub",
      id: "own/tiny",
      dimensions: 24,
      pooling: "mean",
      prefixes: { query: "", passage: "" },
      dtype: "q8",
      folder: "models/own/tiny/0a",
      runtime: "models/ort/1b",
      files: [],
    };
    add(service, hub);
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ status: "ready", locales: ["en"] }));
    expect(service.isReady("zh")).toBe(false);
  });
});
