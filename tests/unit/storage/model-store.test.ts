import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createModelStore } from "../../../src/storage/model-store";
import { FakeCache } from "../../support/fake-cache";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const file = (path: string, text: string) => ({
  path,
  size: text.length,
  sha256: createHash("sha256").update(text).digest("hex"),
});
const table = file("models/a/1.bin", "table");

function store() {
  const cache = new FakeCache();
  return { cache, store: createModelStore("/help/", async () => cache.cache) };
}

describe("createModelStore", () => {
  it("keeps a file for the next visit, under its own address", async () => {
    const { cache, store: models } = store();
    expect(await models.has(table)).toBe(false);
    await models.put(table, bytesOf("table"), new Response());
    expect([...cache.stored.keys()]).toEqual(["/help/models/a/1.bin"]);
    expect(await models.has(table)).toBe(true);
    expect(await models.get(table)).toEqual(bytesOf("table"));
  });

  it("deletes a damaged copy", async () => {
    const { cache, store: models } = store();
    await models.put(table, bytesOf("table"), new Response());
    const headers = cache.stored.get("/help/models/a/1.bin")!.headers;
    cache.stored.set("/help/models/a/1.bin", new Response("tabla", { headers }));
    expect(await models.get(table)).toBeUndefined();
    expect(cache.stored.size).toBe(0);
  });

  it("believes a copy that the service worker has left", async () => {
    const { cache, store: models } = store();
    cache.stored.set("/help/models/a/1.bin", new Response("table"));
    expect(await models.get(table)).toEqual(bytesOf("table"));
  });

  it("deletes the files of earlier models", async () => {
    const { cache, store: models } = store();
    for (const [name, text] of [
      ["new", "n"],
      ["old", "o"],
    ] as const)
      await models.put(file(`models/${name}`, text), bytesOf(text), new Response());
    await models.retain([file("models/new", "n")]);
    expect([...cache.stored.keys()]).toEqual(["/help/models/new"]);
  });

  it("reads as empty where storage is refused", async () => {
    const models = createModelStore("/", () => Promise.reject(new DOMException("denied", "SecurityError")));
    await expect(models.put(table, bytesOf("table"), new Response())).resolves.toBeUndefined();
    expect(await models.get(table)).toBeUndefined();
    expect(await models.has(table)).toBe(false);
    await expect(models.retain([])).resolves.toBeUndefined();
  });
});
