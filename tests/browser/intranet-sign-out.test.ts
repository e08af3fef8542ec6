import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { type OfflineSite, offlineSite, underWorker } from "./support/offline-site";
import { answered } from "./support/search";
import { type SsoProxy, ssoProxy } from "./support/sso-proxy";

const browser = useBrowser();
let site: OfflineSite;
let gate: SsoProxy;

beforeAll(async () => {
  site = await offlineSite();
  gate = await ssoProxy(site.url);
});
afterAll(async () => {
  await gate?.stop();
  await site?.remove();
});

/** Names of everything that the origin keeps in this browser. */
function kept(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await caches.keys()),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
  ]);
}

async function readAndSearch(page: Page, root: string): Promise<void> {
  await page.goto(`${root}en/flying/launch-a-kite/`);
  await underWorker(page);
  await page.goto(`${root}en/search/?q=kite`);
  await answered(page);
  await eventually(async () => (await kept(page)).length > 4, "something is kept");
}

async function signedIn(page: Page): Promise<void> {
  await page.goto(gate.url);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator("html[data-ready]").waitFor();
}

test("a page of the same origin has everything erased in a hidden frame, other tabs forget too", async () => {
  const { page, context } = await browser.open();
  await signedIn(page);
  await readAndSearch(page, gate.url);
  const other = await context.newPage();
  await readAndSearch(other, gate.url);
  gate.expire();
  const portal = await context.newPage();
  // The session has ended by then; the page comes from the device.
  await portal.goto(gate.portal(`${gate.url}en/your-data/#sign-out`));
  await eventually(async () => (await kept(portal)).length === 0, "nothing is kept");
  for (const tab of [page, other]) await tab.getByRole("heading", { name: "numbat-sign-in" }).waitFor();
  await portal.waitForTimeout(500);
  expect(await kept(portal)).toEqual([]);
});

test("the frame tells the page that asked", async () => {
  const { page } = await browser.open();
  await page.goto(site.url);
  await page.route("**/portal", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><iframe src="/en/your-data/#sign-out" hidden></iframe>
        <script>addEventListener("message", (event) => { document.title = event.origin + " " + event.data.pocketHelp; });</script>`,
    }),
  );
  await page.evaluate(() => localStorage.setItem("pocket-help:/:recentSearches", '["kite"]'));
  await page.goto(`${site.url}portal`);
  await eventually(async () => (await page.title()) === `${new URL(site.url).origin} signed-out`, "the frame tells");
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("another site's link or frame erases nothing; a link of the own origin does", async () => {
  const { page } = await browser.open();
  await page.goto(site.url);
  await page.evaluate(() => localStorage.setItem("pocket-help:/:recentSearches", '["kite"]'));
  const foreign = site.url.replace("127.0.0.1", "localhost");
  await page.goto(foreign);
  await page.evaluate((href) => {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = "away";
    document.body.prepend(link);
    link.click();
  }, `${site.url}en/your-data/#sign-out`);
  await page.locator(".your-data").waitFor();
  expect(await page.locator(".data-done").textContent()).toBe("");
  expect(await page.evaluate(() => localStorage.getItem("pocket-help:/:recentSearches"))).toBe('["kite"]');
  await page.goto(`${site.url}en/`);
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "/en/your-data/#sign-out";
    document.body.prepend(link);
    link.click();
  });
  await page.locator(".data-done").getByText("everything on this device is erased").waitFor();
  expect(await kept(page)).toEqual([]);
});

test("Clear-Site-Data on the host's sign-out address leaves nothing, and no open tab writes anything back", async () => {
  const { page, context } = await browser.open();
  await signedIn(page);
  await readAndSearch(page, gate.url);
  const open = await context.newPage();
  await readAndSearch(open, gate.url);
  await open.goto(`${gate.url}en/flying/launch-a-kite/`);
  await open.locator("html[data-content-at]").waitFor();
  const out = await context.newPage();
  await out.goto(new URL("/sign-out", gate.url).href);
  await out.getByRole("heading", { name: "Signed out" }).waitFor();
  // The tab finds out that its storage is gone, and loads anew: the gate answers.
  await open.getByRole("heading", { name: "numbat-sign-in" }).waitFor();
  await page.close();
  await out.waitForTimeout(500);
  expect(await kept(out)).toEqual([]);
  await signedIn(out);
  await underWorker(out);
  expect(await out.evaluate(() => localStorage.length)).toBe(0);
});
