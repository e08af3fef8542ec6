import { describe, expect, it, vi } from "vitest";
import { fetchedContent } from "../../../src/worker/content-source";
import { manifestOf, packFile, packWith } from "../../support/packs";

const pack = packWith("en", "orders", "Pay");
const file = packFile(pack);

/** A source whose every request is answered like this. */
function answering(respond: () => Response | Promise<Response>) {
  const fetchFile = vi.fn(async (..._: Parameters<typeof fetch>) => respond());
  return { source: fetchedContent("/help/", fetchFile), fetchFile };
}

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } });

describe("fetchedContent", () => {
  it("asks the site itself: always anew for the manifest, from the cache for packs, which never change", async () => {
    const manifest = manifestOf([pack]);
    const first = answering(() => json(manifest));
    expect(await first.source.manifest()).toEqual({ ok: true, value: manifest });
    expect(first.fetchFile.mock.calls).toEqual([
      ["/help/packs/manifest.json", { cache: "no-cache", credentials: "same-origin", redirect: "manual" }],
    ]);
    const second = answering(() => json(pack));
    expect(await second.source.pack(file)).toEqual({ ok: true, value: pack });
    expect(second.fetchFile.mock.calls).toEqual([
      [`/help/${file.path}`, { cache: "default", credentials: "same-origin", redirect: "manual" }],
    ]);
  });

  it.each([
    [
      "no network",
      () => Promise.reject(new TypeError("Failed to fetch")),
      "content-unreachable",
      "TypeError: Failed to fetch",
    ],
    ["a server in trouble", () => new Response("", { status: 500 }), "content-unreachable", "HTTP 500"],
    ["a pack that is gone", () => new Response("", { status: 404 }), "content-unreachable", "HTTP 404"],
    [
      "a login page",
      () => new Response("<!doctype html>", { headers: { "content-type": "text/html" } }),
      "signed-out",
      "HTTP 200",
    ],
    ["a refusal", () => new Response("", { status: 401 }), "signed-out", "HTTP 401"],
    [
      "a redirection",
      () => Object.defineProperty(new Response(""), "type", { value: "opaqueredirect" }),
      "signed-out",
      "HTTP 200",
    ],
    [
      "a page of ours where a host has no file",
      () => new Response('<script id="page-data">', { headers: { "content-type": "text/html" } }),
      "content-invalid",
      "text/html instead of JSON",
    ],
    [
      "a transfer cut off",
      () => new Response('{"version":1,', { headers: { "content-type": "application/json" } }),
      "content-invalid",
      "application/json instead of JSON",
    ],
  ] as const)("tells %s apart", async (_, respond, code, detail) => {
    const { source } = answering(respond);
    expect(await source.manifest()).toEqual({ ok: false, error: { code, detail: `packs/manifest.json: ${detail}` } });
    expect(await source.pack(file)).toEqual({ ok: false, error: { code, detail: `${file.path}: ${detail}` } });
  });

  it("refuses content of another version", async () => {
    const { source } = answering(() => json({ ...manifestOf([pack]), version: 9 }));
    expect(await source.manifest()).toEqual({
      ok: false,
      error: { code: "content-version", detail: "manifest: version 9, this app reads 1" },
    });
  });
});
