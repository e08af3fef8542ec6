import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RootManifest } from "../../src/domain/pack";
import { VAULT_FILE, type VaultHeader } from "../../src/domain/vault";
import { hashFile } from "../../src/pipeline/models/verify-model";
import { fetchBytes } from "../../src/vault/fetch-sealed";
import { type OpenVault, openVault, readSealed, sealedFile } from "../../src/vault/open-vault";
import { addFiles, filesIn } from "../support/folders";
import { TINY_ENCODER } from "../support/model-mirror";
import { eventually, useBrowser } from "./support/browser";
import { goToForm, PASSPHRASE, type SealedSite, sealedSite, unlock } from "./support/sealed-site";
import { answered, field, titles } from "./support/search";
import { violations, watchViolations } from "./support/violations";

const browser = useBrowser();
let site: SealedSite;
let folder: string;

/** A centre whose meanings are made by an encoder of the hub, when it is built. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pocket-help-sealed-hub-"));
  const files = await Promise.all(
    (await filesIn(TINY_ENCODER)).map(async (path) => ({ path, ...(await hashFile(join(TINY_ENCODER, path))) })),
  );
  const settings = { dtype: "q8", pooling: "mean", prefixes: { query: "", passage: "" }, dimensions: 16 };
  const pin = { role: "encoder", id: "acme/tiny", source: "", revision: "", licence: "mit", ...settings, files };
  await addFiles(folder, { "models/models.json": JSON.stringify({ version: 1, models: [pin] }) });
  await cp(TINY_ENCODER, join(folder, "models/acme/tiny"), { recursive: true });
  site = await sealedSite([], { config: { models: { encoder: "acme/tiny" } }, files: folder });
}, 60_000);
afterAll(async () => {
  await site?.remove();
  await rm(folder, { recursive: true, force: true });
});

async function openedVault(): Promise<OpenVault> {
  const fromFolder = async (address: string) => new Response(await readFile(join(site.folder, address)));
  const header = JSON.parse(await readFile(join(site.folder, VAULT_FILE), "utf8")) as VaultHeader;
  const vault = await openVault(header, { passphrase: PASSPHRASE }, ({ path }) => fetchBytes("", path, fromFolder));
  if (!vault.ok) throw new Error(vault.error.code);
  return vault.value;
}

async function readPlain(vault: OpenVault, path: string): Promise<RootManifest> {
  const sealed = sealedFile(vault, path)?.path ?? "";
  const plain = await readSealed(vault, sealed, await readFile(join(site.folder, sealed)));
  if (!plain.ok) throw new Error(plain.error.code);
  return JSON.parse(new TextDecoder().decode(plain.value)) as RootManifest;
}

test("the meanings of sealed articles are sealed, and search by meaning compares them once they are unlocked", async () => {
  const vault = await openedVault();
  const open = JSON.parse(await readFile(join(site.folder, "packs/manifest.json"), "utf8")) as RootManifest;
  const sealed = await readPlain(vault, "packs/manifest.json");
  const vectors = (manifest: RootManifest) =>
    manifest.locales.flatMap(({ sections }) => sections.map(({ section, vectors }) => `${section}: ${vectors?.path}`));
  const own = vectors(sealed).filter((path) => !vectors(open).includes(path));
  // One for each language.
  expect(own.map((path) => path.split(":")[0])).toEqual(["payroll", "payroll"]);
  const [path = ""] = own.map((line) => line.split(": ")[1] ?? "");
  expect(await filesIn(site.folder)).not.toContain(path);

  const { page, context, problems, requests } = await browser.open();
  await watchViolations(context);
  await goToForm(page, site);
  await unlock(page);
  await page.locator("a[data-open-search]").first().click();
  await field(page).fill("salary increase");
  const wanted = new URL(sealedFile(vault, path)?.path ?? "", site.url).href;
  await eventually(async () => requests.includes(wanted), "the sealed meanings are asked for");
  await answered(page);
  expect(await page.locator(".search-note").allTextContents()).toEqual([expect.stringContaining("Similar meaning")]);
  expect((await titles(page)).join()).toContain("Marmottitle");
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});
