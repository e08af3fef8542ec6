import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fetchFiles } from "../../../../src/client/offline/fetch-files";
import type { ManifestFile } from "../../../../src/domain/pack";

class FakeCache {
  readonly stored = new Map<string, Response>();
  /** Entries that fit. */
  room = Number.POSITIVE_INFINITY;
  async match(address: string) {
    return this.stored.get(address);
  }
  async put(address: string, response: Response) {
    if (this.stored.size >= this.room) throw new DOMException("full", "QuotaExceededError");
    this.stored.set(address, response);
  }
}

const file = (path: string, text: string): ManifestFile => ({
  path,
  size: text.length,
  sha256: createHash("sha256").update(text).digest("hex"),
});
const files = [file("en/a/index.html", "page"), file("media/b-1.png", "picture"), file("packs/c.json", "{}")];
const SITE: Readonly<Record<string, string>> = {
  "/en/a/index.html": "page",
  "/media/b-1.png": "picture",
  "/packs/c.json": "{}",
};

async function run(
  cache: FakeCache,
  answer: (path: string) => Response | Promise<Response>,
  signal = new AbortController().signal,
) {
  const asked: string[] = [];
  const bytes: number[] = [];
  const result = await fetchFiles(cache as unknown as Cache, files, {
    base: "/",
    signal,
    onBytes: (loaded) => bytes.push(loaded),
    fetchFile: async (path) => {
      asked.push(String(path));
      return answer(String(path));
    },
  });
  return { asked, bytes, outcome: result.ok ? "ok" : result.error };
}

const good = (path: string) => new Response(SITE[path]);

describe("fetchFiles", () => {
  it("stores every file under its address and counts its bytes", async () => {
    const cache = new FakeCache();
    const { outcome, bytes } = await run(cache, good);
    expect(outcome).toBe("ok");
    expect([...cache.stored.keys()].sort()).toEqual([
      `/en/a/index.html?sha256=${files[0]!.sha256}`,
      "/media/b-1.png",
      "/packs/c.json",
    ]);
    expect(bytes.at(-1)).toBe(13);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
  });

  it("fetches nothing twice, and counts what is there", async () => {
    const cache = new FakeCache();
    await run(cache, good);
    const { asked, bytes } = await run(cache, good);
    expect(asked).toEqual([]);
    expect(bytes.at(-1)).toBe(13);
  });

  it.each([
    ["changed", (path: string) => new Response(path.endsWith("png") ? "pictur3" : SITE[path])],
    ["changed", (path: string) => new Response(`${SITE[path]} and more`)],
    ["changed", () => new Response("gone", { status: 404 })],
    ["unreachable", () => new Response("busy", { status: 503 })],
    ["unreachable", () => Promise.reject(new TypeError("network"))],
  ])("is %s and stores nothing of it", async (fault, answer) => {
    const cache = new FakeCache();
    expect((await run(cache, answer)).outcome).toBe(fault);
    expect(cache.stored.has("/media/b-1.png")).toBe(false);
  });

  it("tells a full device from everything else, and keeps what fitted", async () => {
    const cache = new FakeCache();
    cache.room = 1;
    expect((await run(cache, good)).outcome).toBe("quota");
    expect(cache.stored.size).toBe(1);
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    controller.abort();
    expect((await run(new FakeCache(), good, controller.signal)).outcome).toBe("cancelled");
  });
});
