import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { heading, type OfflineSite, offlineSite, underWorker } from "./support/offline-site";

const browser = useBrowser();
let site: OfflineSite;

beforeAll(async () => {
  site = await offlineSite("/help/");
});
afterEach(() => site.start());
afterAll(() => site?.remove());

const row = (page: Page, name: string) => page.locator(".keep-list > li").filter({ hasText: name }).first();
const complete = (page: Page) =>
  eventually(async () => (await page.locator(".keep .callout-tip").count()) === 1, "all is there");

async function openPanel(query = ""): Promise<Page> {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/offline/${query}`);
  await underWorker(page);
  await row(page, "Flying").waitFor();
  return page;
}

test("a kept section opens with its pictures and films, its other language and the rest do not", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/repair/`);
  await underWorker(page);
  await page.getByRole("link", { name: "Keep for offline" }).click();
  await row(page, "Repair").waitFor();
  expect(await row(page, "Repair").locator("input").isChecked()).toBe(true);
  const button = page.locator(".keep button[type=submit]");
  expect(await button.textContent()).toMatch(/^Keep selected \(\d+ kB\)$/);
  await button.click();
  await complete(page);
  expect(await row(page, "Repair").locator(".keep-state").textContent()).toMatch(/^Complete, as of \w+ \d+$/);
  await site.stop();

  await page.goto(`${site.url}en/repair/mend-a-tear/`);
  expect(await heading(page)).toBe("Mend a tear");
  await page.locator("article img").scrollIntoViewIfNeeded();
  await eventually(
    () => page.locator("article img").evaluate((image: HTMLImageElement) => image.naturalWidth),
    "the picture shows",
  );
  await page.goto(`${site.url}en/repair/film/`);
  const length = () => page.locator("article video").evaluate((video: HTMLVideoElement) => video.duration);
  await page.locator("article video").evaluate((video: HTMLVideoElement) => video.load());
  await eventually(async () => (await length()) > 0, "the film can be played");
  const part = await page.evaluate(
    async (address) => {
      const response = await fetch(address, { headers: { Range: "bytes=2-5" } });
      return [response.status, response.headers.get("Content-Range"), (await response.arrayBuffer()).byteLength];
    },
    await page.locator("article video").evaluate((video: HTMLVideoElement) => video.currentSrc),
  );
  expect(part).toEqual([206, expect.stringMatching(/^bytes 2-5\/\d+$/), 4]);

  await page.goto(`${site.url}en/flying/land-a-kite/`);
  expect(await heading(page)).toBe("This page isn’t on your device");
  await page.goto(`${site.url}zh/repair/mend-a-tear/`);
  expect(await heading(page)).toBe("此页面不在您的设备上");
});

test("what was cut off by the server goes on by itself on the next page, and fetches nothing twice", async () => {
  const page = await openPanel();
  const context = page.context();
  const held: (() => void)[] = [];
  let hold = true;
  await context.route(/repair\/mend-a-tear\/|media\/tape/, async (route) => {
    if (hold && !route.request().isNavigationRequest()) await new Promise<void>((go) => held.push(go));
    await route.continue().catch(() => undefined);
  });
  await row(page, "Repair").locator("input").check();
  await page.locator(".keep button[type=submit]").click();
  const bar = page.getByRole("progressbar");
  await eventually(async () => Number(await bar.getAttribute("value")) > 0, "some bytes have come");
  expect(Number(await bar.getAttribute("max"))).toBeGreaterThan(1000);
  expect(await bar.getAttribute("aria-valuetext")).toMatch(/kB of \d+ kB$/);
  await eventually(async () => held.length > 0, "a file is under way");
  await site.stop();
  hold = false;
  for (const go of held) go();
  await page.locator(".keep .callout-warning").waitFor();
  expect(await page.locator(".keep .callout-warning").textContent()).toContain("The connection was lost");
  expect(await row(page, "Repair").locator(".keep-state").textContent()).toBe("Not complete yet");

  await site.start();
  const fetched: string[] = [];
  context.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(`${site.url}en/`);
  await eventually(
    () =>
      page.evaluate(
        () =>
          new Promise((done) => {
            const open = indexedDB.open("pocket-help:/help/");
            open.onsuccess = () => {
              const all = open.result.transaction("kept").objectStore("kept").getAll();
              all.onsuccess = () => {
                done(all.result.length > 0 && all.result.every((section: { copy?: object }) => section.copy));
                open.result.close();
              };
            };
          }),
      ),
    "the section is whole",
  );
  expect(fetched).toContain("/help/en/repair/mend-a-tear/index.html");
  expect(fetched).not.toContain("/help/en/repair/film/index.html");
});

test("closing the tab in the middle loses nothing; stopping means stopping", async () => {
  const page = await openPanel();
  const context = page.context();
  let hold = true;
  await context.route(/repair\/film\//, async (route) => {
    while (hold && !route.request().isNavigationRequest()) await new Promise((done) => setTimeout(done, 50));
    await route.continue().catch(() => undefined);
  });
  await row(page, "Repair").locator("input").check();
  await page.locator(".keep button[type=submit]").click();
  await page.getByRole("progressbar").waitFor();
  const second = await context.newPage();
  await page.close();
  await second.goto(`${site.url}en/offline/`);
  await second.getByRole("progressbar").waitFor();
  await second.getByRole("button", { name: "Stop" }).click();
  // It goes once the device has written the stop down.
  await second.getByRole("progressbar").waitFor({ state: "detached" });
  expect(await row(second, "Repair").locator(".keep-state").textContent()).toBe("Not complete yet");
  hold = false;
  await second.reload();
  await row(second, "Repair").waitFor();
  await new Promise((done) => setTimeout(done, 600));
  expect(await row(second, "Repair").locator(".keep-state").textContent()).toBe("Not complete yet");
  await second.getByRole("button", { name: "Continue" }).click();
  await complete(second);
});

test("all of a language is one tick, and what is removed is gone", async () => {
  const page = await openPanel();
  await page
    .getByLabel(/^All sections/)
    .first()
    .check();
  await page.locator(".keep button[type=submit]").click();
  await complete(page);
  await page.getByRole("button", { name: "Remove Flying" }).click();
  await row(page, "Flying").locator("input").first().waitFor();
  const files = await page.evaluate(async () => {
    const cache = await caches.open("pocket-help:/help/:files");
    return (await cache.keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(files.filter((path) => path.includes("/flying/"))).toEqual([]);
  expect(files.some((path) => path.includes("/repair/"))).toBe(true);
});

test("too little room is said before anything is fetched", async () => {
  const page = await openPanel();
  // Chromium answers with a made-up quota; others tell.
  await page.evaluate(() => {
    navigator.storage.estimate = async () => ({ usage: 9000, quota: 10_000 });
  });
  await row(page, "Repair").locator("input").check();
  await page.locator(".keep button[type=submit]").click();
  await page.locator(".keep .callout-warning").waitFor();
  expect(await page.locator(".keep .callout-warning").textContent()).toMatch(
    /^About \d+ kB of room is missing\. Free some space, or choose less\.$/,
  );
});

test("room that runs out in the middle leaves what was kept before whole", async () => {
  const page = await openPanel();
  await row(page, "Flying").locator("input").first().check();
  await page.locator(".keep button[type=submit]").click();
  await complete(page);
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(site.url);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
  await row(page, "Repair").locator("input").check();
  await page.locator(".keep button[type=submit]").click();
  await page.locator(".keep .callout-warning").waitFor();
  expect(await page.locator(".keep .callout-warning").textContent()).toContain("There is no room left");
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await site.stop();
  await page.goto(`${site.url}en/flying/land-a-kite/`);
  expect(await heading(page)).toBe("Land a kite");
});

test("a file that is not what the manifest says is refused", async () => {
  const page = await openPanel();
  await page
    .context()
    .route(/repair\/film\/index\.html/, (route) =>
      route.fulfill({ contentType: "text/html", body: "<h1>Sign in</h1>" }),
    );
  await row(page, "Repair").locator("input").check();
  await page.locator(".keep button[type=submit]").click();
  await page.locator(".keep .callout-warning").waitFor();
  expect(await page.locator(".keep .callout-warning").textContent()).toContain("Something else arrived");
});
