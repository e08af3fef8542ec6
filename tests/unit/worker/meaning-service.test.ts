import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { SiteEncoder } from "../../../src/domain/pack";
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
    loadEncoder: encoderLoader("/", files),
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
  return { service, states, fetched, ended, find, site, on };
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
      "is a page",
      model,
      () => new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } }),
      "encoder-invalid",
    ],
    ["is of another format", otherFormat, () => new Response(otherFormat as BodyInit), "encoder-version"],
  ] as const)(
    "because it %s, words do, the state says why, and the next visit heals it",
    async (_, bytes, answer, code) => {
      const on = device();
      const { service, ended, find } = visit(on, answer);
      add(service, encoderOf(bytes));
      expect(await ended()).toMatchObject({ status: "unavailable", error: { code } });
      expect(await find("password")).toEqual(["words en/account/Reset a password"]);
      expect(await find("forgot passphrase")).toEqual([]);
      expect(on.cache.stored.size).toBe(0);

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
    expect(states.map(({ status }) => status)).toEqual(["offered", "loading", "loading", "loading", "ready"]);
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

it("a language that is loaded anew is left to the words until its passages are encoded again", async () => {
  const { service, ended, find } = visit();
  add(service);
  await ended();
  service.forget("en");
  expect(await find("forgot passphrase")).toEqual([]);
  add(service);
  await new Promise((done) => setTimeout(done, 50));
  expect(await find("forgot passphrase")).toEqual(["meaning en/account/Reset a password"]);
});
