import { describe, expect, test } from "vitest";
import { openSealedSite } from "../../../src/client/vault";
import { PASSPHRASE, servedVault } from "../../support/vault";

const PAGE = "en/pay/raise/index.html";
const FILES = { [PAGE]: "<h1>A raise</h1>", "media/a.png": "picture" };

async function opened() {
  const served = await servedVault("/help/", FILES);
  const site = await openSealedSite("/help/", { passphrase: PASSPHRASE }, served.fetch);
  if (!site.ok) throw new Error(site.error.code);
  return { served, sealed: site.value };
}

const code = async (fetchFile: typeof fetch, passphrase = PASSPHRASE) => {
  const site = await openSealedSite("/help/", { passphrase }, fetchFile);
  return site.ok ? "open" : site.error.code;
};

describe("openSealedSite", () => {
  test("reads what the vault holds, and knows nothing of other files", async () => {
    const { sealed } = await opened();
    const page = await sealed.read(PAGE);
    expect(page.ok && new TextDecoder().decode(page.value)).toBe("<h1>A raise</h1>");
    expect(await sealed.read("en/index.html")).toEqual({ ok: true, value: undefined });
    expect(sealed.typeOf(PAGE)).toBe("text/html");
  });

  test("names files by what says nothing about them, and finds them by it", async () => {
    const { served, sealed } = await opened();
    const name = sealed.nameOf(PAGE)!;
    expect(served.paths.get(PAGE)).toContain(name);
    expect(name).toMatch(/^[\w-]+$/);
    expect(sealed.named(name)).toBe(PAGE);
    expect(sealed.nameOf("en/index.html")).toBeUndefined();
    expect(sealed.named("raise")).toBeUndefined();
  });

  test("tells the site that is away from a login page in the vault's place, and both from a wrong key", async () => {
    const { fetch: site } = await servedVault("/help/", FILES);
    expect(await code(site)).toBe("open");
    expect(await code(site, "another")).toBe("vault-wrong-key");
    expect(await code(async () => Promise.reject(new TypeError("away")))).toBe("vault-unreachable");
    expect(await code(async () => new Response(null, { status: 502 }))).toBe("vault-unreachable");
    expect(await code(async () => new Response("<h1>Hello</h1>"))).toBe("vault-damaged");
  });

  test("says which of its files did not arrive, when one is read", async () => {
    const served = await servedVault("/help/", FILES);
    const path = served.paths.get(PAGE)!;
    const broken: typeof fetch = async (address) =>
      String(address).endsWith(path) ? new Response(null, { status: 503 }) : served.fetch(address);
    const site = await openSealedSite("/help/", { passphrase: PASSPHRASE }, broken);
    expect(site.ok && (await site.value.read(PAGE))).toEqual({
      ok: false,
      error: { code: "vault-unreachable", detail: `${path}: HTTP 503` },
    });
  });

  const signInPage = () => new Response("<h1>Sign in</h1>", { headers: { "Content-Type": "text/html" } });
  const gates: readonly (readonly [string, () => Response])[] = [
    ["a status", () => new Response(null, { status: 401 })],
    ["a page of its own", signInPage],
    ["a redirection", () => Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" })],
  ];

  test.each(gates)("knows a gate that answers with %s, whichever file it keeps back", async (_, answer) => {
    const served = await servedVault("/help/", FILES);
    const gate =
      (kept: string): typeof fetch =>
      async (address) =>
        String(address).endsWith(kept) ? answer() : served.fetch(address);
    expect(await code(gate("vault.json"))).toBe("vault-signed-out");
    expect(await code(gate(served.header.index.path))).toBe("vault-signed-out");
    const site = await openSealedSite("/help/", { passphrase: PASSPHRASE }, gate(served.paths.get(PAGE)!));
    expect(site.ok && (await site.value.read(PAGE))).toMatchObject({ error: { code: "vault-signed-out" } });
  });
});
