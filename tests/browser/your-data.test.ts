import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseName } from "../../src/storage/database";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { type OfflineSite, offlineSite, underWorker } from "./support/offline-site";
import { answered } from "./support/search";
import { violations, watchViolations } from "./support/violations";

const browser = useBrowser();
let site: OfflineSite;

beforeAll(async () => {
  site = await offlineSite("/help/");
});
afterAll(() => site?.remove());

const item = (page: Page, id: string) => page.locator(`[data-item=${id}]`);

/** Uses everything that stores something. */
async function liveALittle(page: Page): Promise<void> {
  await page.goto(`${site.url}en/flying/land-a-kite/`);
  await underWorker(page);
  await page.locator("[data-vote=no]").click();
  await page.getByLabel("It is out of date").check();
  await page.locator("[data-theme-switch]").selectOption("light");
  await page.goto(`${site.url}en/search/?q=tear`);
  await answered(page);
  await page.locator("[role=option]").first().click();
  await page.waitForURL(/mend-a-tear/);
  await page.locator("article img").scrollIntoViewIfNeeded();
  await page.locator("header a[data-language=zh]").click();
  await page.goto(`${site.url}en/offline/`);
  await page.locator(".keep-list input").first().check();
  await page.locator(".keep button[type=submit]").click();
  await page.locator(".keep .callout-tip").waitFor();
}

/** What the browser itself says is stored for the site's origin. */
function storedForReal(page: Page, name: string) {
  return page.evaluate(async (name) => {
    const stores = await new Promise<string[]>((done) => {
      const open = indexedDB.open(name);
      open.onsuccess = () => {
        done([...open.result.objectStoreNames]);
        open.result.close();
      };
    });
    return {
      keys: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      cookies: document.cookie,
      databases: (await indexedDB.databases()).map(({ name }) => name),
      stores,
      caches: await caches.keys(),
    };
  }, name);
}

test("names everything that is stored, and nothing else is", async () => {
  const visit = await browser.open();
  const { page, requests } = visit;
  await watchViolations(visit.context);
  await liveALittle(page);
  await page.goto(`${site.url}en/your-data/`);
  await item(page, "key-votes").waitFor();
  const named = await page
    .locator("[data-item]")
    .evaluateAll((items) => items.map((item) => item.getAttribute("data-item")!));
  const real = await storedForReal(page, databaseName("/help/"));
  const prefix = "pocket-help:/help/:";
  const expected = [
    ...real.keys.map((key) => `key-${key === "pocket-help:theme" ? "theme" : key.slice(prefix.length)}`),
    ...real.stores.map((store) => `place-${store}`),
    ...real.caches.map((cache) => `place-${cache.slice(prefix.length).split(":")[0]}`),
  ];
  expect(expected.length).toBeGreaterThan(9);
  expect(expected.filter((id) => !named.includes(id))).toEqual([]);
  expect([real.session, real.cookies, real.databases]).toEqual([[], "", [databaseName("/help/")]]);
  expect(await page.locator(".your-data .callout").textContent()).toBe(
    `There are ${named.length} kinds of things below. None of them is ever sent anywhere.`,
  );
  for (const id of expected)
    expect(await item(page, id).locator(".data-amount").textContent(), id).toMatch(/^\d+ entr/);
  expect(requests.filter((address) => !address.startsWith(site.url))).toEqual([]);
  expect(await violations(page)).toEqual([]);
  expect(visit.problems).toEqual([]);
});

test("exports all of it as a file, erases one thing, then everything", async () => {
  const { page } = await browser.open();
  await liveALittle(page);
  await page.goto(`${site.url}en/your-data/`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as a file (JSON)" }).click(),
  ]);
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(file.stored["key-votes"]).toEqual({
    "en/flying/land-a-kite": { helped: false, reason: "outdated", at: expect.any(Number) },
  });
  expect(file.stored["place-kept"][0].key).toBe("en/flying");
  expect(file.stored["place-pages"].map(({ address }: { address: string }) => address)).toContain("/help/en/search/");
  expect(file.sent).toEqual([]);

  await item(page, "key-votes").getByRole("button").click();
  await item(page, "key-votes").getByRole("button", { name: "Cancel" }).click();
  await item(page, "key-votes").getByRole("button").click();
  await item(page, "key-votes").getByRole("button", { name: "Erase", exact: true }).click();
  await eventually(
    async () => (await item(page, "key-votes").locator(".data-amount").textContent()) === "Nothing",
    "the answers are gone",
  );
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Erase everything" }).click();
  await page.getByText("Everything is erased.").waitFor();
  const left = await page.evaluate(async () => ({
    keys: Object.keys(localStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ keys: [], caches: [], workers: 0 });
});

test("what every visit needs comes back with the next page after it was erased", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/your-data/`);
  await underWorker(page);
  await page.reload();
  await item(page, "place-app").getByRole("button").waitFor();
  for (const place of ["place-app", "place-pages"]) {
    await item(page, place).getByRole("button").click();
    await item(page, place).getByRole("button", { name: "Erase", exact: true }).click();
    await item(page, place).getByText("Nothing", { exact: true }).waitFor();
  }
  await page.goto(`${site.url}en/`);
  await eventually(
    () =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const app = names.find((name) => name.includes(":app:"));
        const files = app ? (await (await caches.open(app)).keys()).length : 0;
        return files > 20 && (await caches.match("/help/zh/not-on-device/")) !== undefined;
      }),
    "the app's files are there again",
  );
  await site.stop();
  await page.goto(`${site.url}zh/contact/`);
  expect(await page.locator("h1").first().textContent()).toBe("联系人工客服");
  await site.start();
});

test("the pages about the device, and a page that comes from it, are accessible", async () => {
  const visit = await browser.open();
  const { page } = visit;
  await liveALittle(page);
  expect(await axeViolations(page)).toEqual([]);
  await page.goto(`${site.url}en/your-data/`);
  await item(page, "key-votes").getByRole("button").click();
  await item(page, "key-votes").getByRole("alertdialog").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await site.stop();
  await page.goto(`${site.url}en/flying/land-a-kite/`);
  await page.locator("[data-copy-age]").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.goto(`${site.url}zh/flying/land-a-kite/`);
  await page.locator("[data-retry]").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await site.start();
});

test("an answer to “Did this help?” is shown on return, and can be taken back", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}zh/flying/launch-a-kite/`);
  await page.locator("[data-vote=yes]").click();
  await page.reload();
  expect(await page.locator("[data-given=yes]").isVisible()).toBe(true);
  expect(await page.locator("[data-given=yes]").textContent()).toContain("您表示这篇内容有帮助。");
  await page.getByRole("button", { name: "撤回" }).click();
  await page.reload();
  expect(await page.locator("[data-vote=yes]").isVisible()).toBe(true);
});

test("where storage is forbidden, the pages say so and the rest works", async () => {
  const { page, context, problems } = await browser.open();
  await context.addInitScript(() => {
    const forbid = (name: string) =>
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    for (const name of ["localStorage", "indexedDB"]) forbid(name);
    Object.defineProperty(Navigator.prototype, "serviceWorker", {
      value: {
        controller: null,
        register: () => Promise.reject(new DOMException("denied", "SecurityError")),
        addEventListener() {},
        startMessages() {},
        ready: new Promise(() => {}),
        getRegistrations: async () => [],
        getRegistration: async () => undefined,
      },
    });
    CacheStorage.prototype.open = () => Promise.reject(new DOMException("denied", "SecurityError"));
    CacheStorage.prototype.keys = () => Promise.reject(new DOMException("denied", "SecurityError"));
  });
  await page.goto(`${site.url}en/your-data/`);
  await item(page, "place-pages").waitFor();
  expect(new Set(await page.locator(".data-amount").allTextContents())).toEqual(new Set(["Nothing"]));
  await page.goto(`${site.url}en/offline/`);
  await page.locator(".keep-list input").first().check();
  await page.locator(".keep button[type=submit]").click();
  await page.getByText("The browser does not let this site store pages").waitFor();
  await page.goto(`${site.url}en/search/?q=tear`);
  await answered(page);
  expect(await page.locator("[role=option]").count()).toBeGreaterThan(0);
  expect(problems).toEqual([]);
});
