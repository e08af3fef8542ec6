import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fetchChecked } from "../../../src/worker/fetch-checked";

const bytes = new TextEncoder().encode("a table of numbers");
const file = { path: "models/a/1.bin", size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };

async function fetched(respond: () => Response | Promise<Response>) {
  const asked: unknown[] = [];
  const progress: number[] = [];
  const result = await fetchChecked(file, {
    base: "/help/",
    onBytes: (loaded) => progress.push(loaded),
    fetchFile: async (...request) => {
      asked.push(request);
      return respond();
    },
  });
  return { result, asked, progress };
}

describe("fetchChecked", () => {
  it("asks the site itself for the file, tells how far it has come, and hands over what the manifest says", async () => {
    const { result, asked, progress } = await fetched(() => new Response(bytes));
    expect(asked).toEqual([
      ["/help/models/a/1.bin", { cache: "no-cache", credentials: "same-origin", redirect: "manual" }],
    ]);
    expect(result.ok && result.value.bytes).toEqual(bytes);
    expect(progress.at(-1)).toBe(bytes.length);
  });

  it.each([
    [
      "no network",
      () => Promise.reject(new TypeError("Failed to fetch")),
      "encoder-unreachable",
      "TypeError: Failed to fetch",
    ],
    ["a file that is not there", () => new Response("", { status: 404 }), "encoder-unreachable", "HTTP 404"],
    ["a server in trouble", () => new Response("", { status: 503 }), "encoder-unreachable", "HTTP 503"],
    [
      "a sign-in page in its place",
      () => new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } }),
      "signed-out",
      "HTTP 200",
    ],
    ["a refusal", () => new Response("", { status: 403 }), "signed-out", "HTTP 403"],
    [
      "a page of ours in its place",
      () => new Response('<script id="page-data">', { headers: { "Content-Type": "text/html; charset=utf-8" } }),
      "encoder-invalid",
      "an HTML page",
    ],
    ["a file cut off", () => new Response(bytes.slice(0, 5)), "encoder-invalid", `5 of ${bytes.length} bytes`],
    [
      "something longer",
      () => new Response(`${"x".repeat(200)}`),
      "encoder-invalid",
      `${bytes.length + 1} of ${bytes.length} bytes`,
    ],
    [
      "a flipped bit",
      () => new Response(bytes.map((byte, n) => (n === 3 ? byte ^ 1 : byte))),
      "encoder-invalid",
      /^SHA-256 [0-9a-f]{64}$/,
    ],
  ] as const)("tells %s", async (_, respond, code, detail) => {
    const { result } = await fetched(respond);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    const found = result.error.detail?.replace(`${file.path}: `, "");
    expect(result.error.code).toBe(code);
    if (typeof detail === "string") expect(found).toBe(detail);
    else expect(found).toMatch(detail);
  });

  it("tells the reader's troubles as the reader's, and stops when it is told to", async () => {
    const stop = new AbortController();
    const get = (respond: (init?: RequestInit) => Response) =>
      fetchChecked(file, {
        base: "/",
        role: "reader",
        signal: stop.signal,
        fetchFile: async (_, init) => respond(init),
      });
    expect(await get(() => new Response("x"))).toMatchObject({ error: { code: "reader-invalid" } });
    stop.abort();
    const stopped = await get((init) => {
      init?.signal?.throwIfAborted();
      return new Response(bytes);
    });
    expect(stopped).toMatchObject({ error: { code: "reader-unreachable" } });
  });
});
