import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { article, heading, type OfflineSite, offlineSite, underWorker } from "./support/offline-site";

const browser = useBrowser();
let site: OfflineSite;

beforeEach(async () => {
  site = await offlineSite();
});
afterEach(() => site?.remove());

const note = (page: Page, name: string) => page.locator(`.note[data-note=${name}]`);

async function keepAll(page: Page): Promise<void> {
  await page.goto(`${site.url}en/offline/`);
  await underWorker(page);
  await page
    .getByLabel(/^All sections/)
    .first()
    .check();
  await page.locator(".keep button[type=submit]").click();
  await page.locator(".keep .callout-tip").waitFor();
}

test("newer content is offered, fetches only what changed, switches at once, and lists what was read or kept", async () => {
  const { page, context } = await browser.open();
  await page.goto(`${site.url}en/flying/land-a-kite/`);
  await keepAll(page);
  await site.rebuild({ "en/flying/land-a-kite.md": article("Land a kite", "Wind the line in first.") });
  const requests: string[] = [];
  context.on("request", (request) => requests.push(new URL(request.url()).pathname));

  await page.goto(`${site.url}en/contact/`);
  await note(page, "content").waitFor();
  expect(await note(page, "content").locator("p").textContent()).toBe("Newer content is available for what you keep.");
  expect(requests.filter((path) => path.endsWith("index.html"))).toEqual([]);
  // Until the reader agrees, the kept pages stay what they were.
  await site.stop();
  await page.goto(`${site.url}en/flying/land-a-kite/`);
  expect(await page.locator("article").textContent()).toContain("Walk towards it slowly.");
  await site.start();

  await page.goto(`${site.url}en/contact/`);
  await note(page, "content")
    .getByRole("button", { name: /^Get it/ })
    .click();
  await note(page, "changed").waitFor();
  expect(await note(page, "changed").locator("li").allTextContents()).toEqual(["Land a kite"]);
  const pages = requests.filter((path) => path.endsWith("index.html"));
  expect(pages).toContain("/en/flying/land-a-kite/index.html");
  expect(pages.filter((path) => path.includes("/repair/"))).toEqual([]);
  expect(requests.filter((path) => path.startsWith("/media/"))).toEqual([]);

  await site.stop();
  await page.goto(`${site.url}en/flying/land-a-kite/`);
  expect(await page.locator("article").textContent()).toContain("Wind the line in first.");
  expect(await note(page, "content").count()).toBe(0);
  await note(page, "changed").getByRole("button", { name: "Close" }).click();
  await eventually(() => page.evaluate(changesAreForgotten), "the device has forgotten the list");
  await page.reload();
  await new Promise((done) => setTimeout(done, 700));
  expect(await note(page, "changed").count()).toBe(0);
});

test("a closed offer stays closed, and the page “Read offline” still brings what is new", async () => {
  const { page } = await browser.open();
  await keepAll(page);
  await site.rebuild({ "en/flying/land-a-kite.md": article("Land a kite", "Wind the line in first.") });
  await page.goto(`${site.url}en/`);
  await note(page, "content").getByRole("button", { name: "Close" }).click();
  await page.goto(`${site.url}en/offline/`);
  await page.locator(".keep-state", { hasText: "the site has a newer state" }).first().waitFor();
  expect(await note(page, "content").count()).toBe(0);
  await page.getByRole("button", { name: "Get the newer state" }).click();
  await note(page, "changed").waitFor();
  expect(await note(page, "changed").locator("li").allTextContents()).toEqual(["Land a kite"]);
  await page.locator(".keep-state", { hasText: "Complete, as of" }).first().waitFor();
  expect(await page.locator(".keep-state", { hasText: "newer state" }).count()).toBe(0);
});

test("without kept sections, only a change in what was read is told", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/flying/land-a-kite/`);
  await underWorker(page);
  await eventually(
    async () => (await page.evaluate(() => caches.match("/packs/manifest.json"))) !== undefined,
    "checked",
  );
  await site.rebuild({ "en/repair/mend-a-tear.md": article("Mend a tear", "Sew it.") });
  await page.goto(`${site.url}en/`);
  await new Promise((done) => setTimeout(done, 1000));
  expect(await page.locator(".note:not([data-note=install])").count()).toBe(0);
  await site.rebuild({ "en/flying/land-a-kite.md": article("Land a kite", "Wind the line in first.") });
  await page.goto(`${site.url}en/`);
  await note(page, "changed").waitFor();
  expect(await note(page, "changed").locator("a").getAttribute("href")).toBe("/en/flying/land-a-kite/");
});

test("a new version of the app waits; one tab takes it, the other keeps working with the old files", async () => {
  const { page, context, problems } = await browser.open();
  await page.goto(`${site.url}en/flying/land-a-kite/`);
  await underWorker(page);
  const other = await context.newPage();
  await other.goto(`${site.url}en/flying/launch-a-kite/`);
  await underWorker(other);
  const before = await newAppVersion(site.folder);

  await page.goto(`${site.url}en/contact/`);
  await note(page, "app").waitFor();
  expect(await note(page, "app").locator("p").textContent()).toBe("A new version is ready.");
  let reloads = 0;
  other.on("load", () => reloads++);
  await Promise.all([page.waitForEvent("load"), note(page, "app").getByRole("button", { name: "Reload" }).click()]);
  expect(await heading(page)).toBe("Talk to a person");
  await underWorker(page);
  // The old tab loads the code of its search only now; the server no longer has that version.
  await other.locator("a[data-open-search]").click();
  await other.locator("input[role=combobox]").fill("tear");
  await eventually(async () => (await other.locator("[role=option]").count()) > 0, "the old tab finds");
  expect(reloads).toBe(0);
  const apps = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(":app:")));
  expect((await apps()).length).toBe(2);
  expect(before.size).toBeGreaterThan(5);

  // With the last old tab and the last old page gone, the old version goes too.
  await other.close();
  await page.evaluate(async () => {
    const cache = await caches.open("pocket-help:/:pages");
    for (const request of await cache.keys()) if (/launch|land/.test(request.url)) await cache.delete(request);
  });
  await page.goto(`${site.url}en/contact/`);
  await eventually(
    async () => {
      if ((await apps()).length === 1) return true;
      await page.reload();
      await new Promise((done) => setTimeout(done, 1500));
      return false;
    },
    "the old version is cleared away",
    20_000,
  );
  expect(problems).toEqual([]);
});

/** Runs in the page. */
function changesAreForgotten(): Promise<boolean> {
  return new Promise((done) => {
    const open = indexedDB.open("pocket-help:/");
    open.onsuccess = () => {
      const get = open.result.transaction("release").objectStore("release").get("release");
      get.onsuccess = () => {
        done(get.result.changed.length === 0);
        open.result.close();
      };
    };
  });
}

/** Gives every script another name, as a new build of the app would, and takes the old ones away. */
async function newAppVersion(folder: string): Promise<ReadonlyMap<string, string>> {
  const { readdir } = await import("node:fs/promises");
  const assets = join(folder, "assets");
  const renamed = new Map((await readdir(assets)).map((name) => [name, name.replace(/(\.\w+)$/, "x$1")]));
  const replace = (text: string) => {
    let changed = text;
    for (const [from, to] of renamed) changed = changed.replaceAll(from, to);
    return changed;
  };
  const { createHash } = await import("node:crypto");
  const integrities = new Map<string, string>();
  const digest = (bytes: Buffer) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
  for (const [from, to] of renamed) {
    const old = await readFile(join(assets, from));
    const bytes = Buffer.from(replace(old.toString()));
    integrities.set(digest(old), digest(bytes));
    await writeFile(join(assets, from), bytes);
    await rename(join(assets, from), join(assets, to));
  }
  for (const path of (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".html"))) {
    await writeFile(join(folder, path), replace(await readFile(join(folder, path), "utf8")));
  }
  let worker = replace(await readFile(join(folder, "sw.js"), "utf8"));
  for (const [from, to] of integrities) worker = worker.replace(from, to);
  await writeFile(join(folder, "sw.js"), worker.replace(/("version":")[0-9a-f]+/, "$1another"));
  return renamed;
}
