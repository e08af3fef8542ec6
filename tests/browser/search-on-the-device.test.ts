import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { UpdatesFile } from "../../src/domain/notice";
import { eventually, useBrowser } from "./support/browser";
import { ask, field, options, titles } from "./support/search";
import { buildAndServe, pocketHelp, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let content: string;
let site: TestSite;

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), "pocket-help-content-"));
  await cp(projectFolder("content"), content, { recursive: true });
  site = await buildAndServe(content, "--base", "/");
});
afterAll(async () => {
  await site?.remove();
  await rm(content, { recursive: true, force: true });
});

/** Files beside the packs that are none: notices and lists of revisions, of every build so far. */
const others = new Set<string>();

/** Requests for sections' texts. */
function packs(requests: readonly string[]): string[] {
  const { locales } = JSON.parse(readFileSync(join(site.folder, "updates.json"), "utf8")) as UpdatesFile;
  for (const { notices, articles } of Object.values(locales))
    for (const path of [notices, articles]) others.add(`/${path}`);
  return requests.filter((url) => /\/packs\/[0-9a-f]{16}\.json$/.test(url) && !others.has(new URL(url).pathname));
}

/** Sections that the device holds, as `key hash`. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
    const name = names.find((candidate) => candidate.startsWith("pocket-help"));
    if (!name) return [];
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    if (database.objectStoreNames.length === 0) return [];
    const all = await new Promise<{ key: string; sha256: string }[]>((done) => {
      const request = database.transaction("sections").objectStore("sections").getAll();
      request.onsuccess = () => done(request.result as { key: string; sha256: string }[]);
    });
    database.close();
    return all.map(({ key, sha256 }) => `${key} ${sha256}`).sort();
  });
}

test("a second visit fetches no pack; after an edit it fetches the edited section's pack only, and finds the new words", async () => {
  const { page, context, asked: requests } = await browser.open();
  await page.goto(`${site.url}en/search/`);
  await ask(page, "refund");
  const first = packs(requests);
  expect(first.length).toBeGreaterThan(5);
  const found = await titles(page);
  await eventually(async () => (await kept(page)).length === first.length, "every section is kept on the device");
  await page.close();

  const second = await context.newPage();
  await second.goto(`${site.url}en/search/`);
  await ask(second, "refund");
  expect(await titles(second)).toEqual(found);
  expect(packs(requests)).toHaveLength(first.length);
  await second.close();

  const article = join(content, "en", "care", "clean-wool-rug.md");
  await writeFile(article, `${await readFile(article, "utf8")}\n\nNever use a zamboniwax on it.\n`);
  await pocketHelp("build", "--content", content, "--base", "/", "--out", site.folder);
  const third = await context.newPage();
  await third.goto(`${site.url}en/search/`);
  await ask(third, "zamboniwax");
  expect((await titles(third)).join()).toMatch(/wool rug/i);
  const fetched = packs(requests).slice(first.length);
  expect(fetched).toHaveLength(1);
  expect(first).not.toContain(fetched[0]);
});

test("a section that is gone from the site is gone from the device and from the results", async () => {
  const { page, context } = await browser.open();
  await page.goto(`${site.url}en/search/`);
  await ask(page, "linseed");
  expect(await options(page).count()).toBeGreaterThan(0);
  await eventually(async () => (await kept(page)).some((line) => line.startsWith("en/care ")), "the section is kept");
  await page.close();
  await rm(join(content, "en", "care"), { recursive: true });
  await rm(join(content, "zh", "care"), { recursive: true });
  await pocketHelp("build", "--content", content, "--base", "/", "--out", site.folder);
  const later = await context.newPage();
  await later.goto(`${site.url}en/search/`);
  await ask(later, "linseed");
  expect(await options(later).count()).toBe(0);
  await eventually(
    async () => !(await kept(later)).some((line) => line.startsWith("en/care ")),
    "the device forgets it",
  );
});

test("what the device holds is checked: damaged sections are fetched anew", async () => {
  const { page, context, asked: requests } = await browser.open();
  await page.goto(`${site.url}en/search/`);
  await ask(page, "refund");
  const count = packs(requests).length;
  await eventually(async () => (await kept(page)).length === count, "every section is kept on the device");
  await page.evaluate(async () => {
    const name = (await indexedDB.databases())
      .map((database) => database.name ?? "")
      .find((n) => n.startsWith("pocket-help"))!;
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result);
    });
    const transaction = database.transaction("sections", "readwrite");
    const store = transaction.objectStore("sections");
    const all = await new Promise<{ pack: unknown; index: unknown }[]>((done) => {
      const request = store.getAll();
      request.onsuccess = () => done(request.result as { pack: unknown; index: unknown }[]);
    });
    for (const section of all) store.put({ ...section, pack: { articles: "none" }, index: { damaged: true } });
    await new Promise((done) => {
      transaction.oncomplete = done;
    });
    database.close();
  });
  await page.close();
  const second = await context.newPage();
  await second.goto(`${site.url}en/search/`);
  await ask(second, "refund");
  expect(await options(second).count()).toBeGreaterThan(0);
  expect(packs(requests).length).toBe(2 * count);
});

test("two tabs of the same site search at the same time", async () => {
  const { page, context } = await browser.open();
  const other = await context.newPage();
  await Promise.all([page.goto(`${site.url}en/search/`), other.goto(`${site.url}zh/search/`)]);
  await Promise.all([ask(page, "refund"), ask(other, "退款")]);
  expect(await options(page).count()).toBeGreaterThan(0);
  expect(await options(other).count()).toBeGreaterThan(0);
});

test("where storage is blocked, in the page and in the worker, search and the switches work in memory", async () => {
  const { page, context, problems } = await browser.open();
  const block = () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The user denied permission to access the database.", "SecurityError");
    };
    if (typeof window === "undefined") return;
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  };
  await context.addInitScript(block);
  let workers = 0;
  // Init scripts do not reach workers.
  await context.route("**/assets/main-*.js", async (route) => {
    workers += 1;
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${block})();\n${await response.text()}` });
  });
  await page.goto(`${site.url}en/`);
  await page.locator("[data-theme-switch]").selectOption("dark");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await page.keyboard.press("/");
  await ask(page, "refund");
  expect(await options(page).count()).toBeGreaterThan(0);
  // Once, and again when the service worker stores it.
  expect(workers).toBeGreaterThan(0);
  await options(page).first().click();
  await page.waitForURL("**/en/*/*/**", { waitUntil: "load" });
  expect(await page.locator("article").count()).toBe(1);
  await page.keyboard.press("/");
  await field(page).waitFor();
  expect(problems).toEqual([]);
  // A script may still be on its way for the service worker.
  await context.unrouteAll({ behavior: "wait" });
});
