import { beforeEach, describe, expect, test, vi } from "vitest";
import type { SectionStore } from "../../../src/storage/section-store";
import { fetchBytes } from "../../../src/vault/fetch-sealed";
import { openVault } from "../../../src/vault/open-vault";
import { fetchedContent } from "../../../src/worker/content-source";
import { createVaultOverlay } from "../../../src/worker/vault-overlay";
import { manifestOf, packFile, packWith } from "../../support/packs";
import { PASSPHRASE, servedVault } from "../../support/vault";

const open = packWith("en", "orders", "Pay");
const sealed = packWith("en", "payroll", "Raise");
const whole = manifestOf([open, sealed]);

const published: Record<string, unknown> = {
  "/help/packs/manifest.json": manifestOf([open]),
  [`/help/${packFile(open).path}`]: open,
};

const store = {
  get: vi.fn(),
  keys: vi.fn(async () => []),
  put: vi.fn(async () => undefined),
  retain: vi.fn(async () => undefined),
} satisfies SectionStore;
beforeEach(() => vi.clearAllMocks());

/** The site with a vault that holds the whole manifest and the sealed pack. */
async function site() {
  const vault = await servedVault("/help/", {
    "packs/manifest.json": JSON.stringify(whole),
    [packFile(sealed).path]: JSON.stringify(sealed),
  });
  const fetchFile: typeof fetch = async (address) => {
    const value = published[String(address)];
    return value ? new Response(JSON.stringify(value)) : vault.fetch(address);
  };
  const overlay = createVaultOverlay("/help/", fetchFile);
  const opened = await openVault(vault.header, { passphrase: PASSPHRASE }, ({ path }) =>
    fetchBytes("/help/", path, vault.fetch),
  );
  if (!opened.ok) throw new Error(opened.error.code);
  return {
    vault: opened.value,
    overlay,
    source: overlay.watched(fetchedContent("/help/", overlay.fetch)),
    sections: overlay.sections(store),
  };
}

const kept = (pack: typeof open) => ({
  key: `en/${pack.section}`,
  sha256: packFile(pack).sha256,
  pack,
  index: undefined as never,
});

describe("the vault's overlay", () => {
  test("without a vault leaves the site and the device's store as they are", async () => {
    const { source, sections } = await site();
    expect(await source.manifest()).toEqual({ ok: true, value: manifestOf([open]) });
    expect(await source.pack(packFile(sealed))).toMatchObject({ ok: false, error: { code: "content-unreachable" } });
    await sections.put(kept(sealed));
    await sections.retain("en", new Set());
    expect([store.put.mock.calls.length, store.retain.mock.calls.length]).toEqual([1, 1]);
  });

  test("with one gives the whole site, decrypted, and open files from the site", async () => {
    const { vault, overlay, source } = await site();
    overlay.use(vault);
    expect(await source.manifest()).toEqual({ ok: true, value: whole });
    expect(await source.pack(packFile(sealed))).toEqual({ ok: true, value: sealed });
    expect(await source.pack(packFile(open))).toEqual({ ok: true, value: open });
  });

  test("stores nothing but packs that it has fetched openly, and forgets none of the open site's", async () => {
    const { vault, overlay, source, sections } = await site();
    overlay.use(vault);
    await sections.put(kept(open));
    await source.pack(packFile(sealed));
    await sections.put(kept(sealed));
    await overlay
      .meanings({ ...store, get: vi.fn() })
      .put({ key: "en/payroll", sha256: "", meanings: undefined as never });
    await sections.retain("en", new Set());
    expect([store.put.mock.calls, store.retain.mock.calls]).toEqual([[], []]);
    await source.pack(packFile(open));
    await sections.put(kept(open));
    expect(store.put.mock.calls).toEqual([[kept(open)]]);
  });

  test("calls a sealed pack that does not arrive unreachable, and anything else in its place invalid", async () => {
    const { vault } = await site();
    const code = async (fetchFile: typeof fetch) => {
      const overlay = createVaultOverlay("/help/", fetchFile);
      overlay.use(vault);
      const pack = await fetchedContent("/help/", overlay.fetch).pack(packFile(sealed));
      return pack.ok ? "read" : pack.error.code;
    };
    expect(await code(async () => Promise.reject(new TypeError("away")))).toBe("content-unreachable");
    expect(await code(async () => new Response("<h1>Sign in</h1>"))).toBe("content-invalid");
  });
});
