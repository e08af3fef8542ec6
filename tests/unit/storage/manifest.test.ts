import { describe, expect, it } from "vitest";
import { readManifest, readPack } from "../../../src/storage/manifest";
import { manifestOf, packWith } from "../../support/packs";

const pack = packWith("en", "orders", "Pay");
const manifest = manifestOf([pack]);

it("what the build wrote is read back as it is", () => {
  expect(readManifest(manifest)).toEqual({ ok: true, value: manifest });
  expect(readPack(pack)).toEqual({ ok: true, value: pack });
});

describe("what is refused", () => {
  it.each([
    ["text", "<!doctype html>", { code: "content-invalid", detail: "manifest: string" }],
    ["null", null, { code: "content-invalid", detail: "manifest: object" }],
    ["a list", [], { code: "content-version", detail: "manifest: version undefined, this app reads 1" }],
    [
      "a newer version",
      { ...manifest, version: 2 },
      { code: "content-version", detail: "manifest: version 2, this app reads 1" },
    ],
    ["half a manifest", { version: 1 }, { code: "content-invalid", detail: "manifest: parts are missing" }],
  ])("as a manifest: %s", (_, value, error) => {
    expect(readManifest(value)).toEqual({ ok: false, error });
  });

  it.each([
    ["a manifest", manifest, { code: "content-invalid", detail: "pack: parts are missing" }],
    [
      "an older version",
      { ...pack, version: 0 },
      { code: "content-version", detail: "pack: version 0, this app reads 1" },
    ],
    [
      "a pack without articles",
      { ...pack, articles: undefined },
      { code: "content-invalid", detail: "pack: parts are missing" },
    ],
  ])("as a pack: %s", (_, value, error) => {
    expect(readPack(value)).toEqual({ ok: false, error });
  });
});
