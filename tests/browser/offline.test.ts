import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { eventually, type OpenPage, useBrowser } from "./support/browser";
import { heading, type OfflineSite, offlineSite, underWorker } from "./support/offline-site";
import { answered, ask, field, titles } from "./support/search";

const browser = useBrowser();
let site: OfflineSite;

beforeAll(async () => {
  site = await offlineSite();
});
afterEach(() => site.start());
afterAll(() => site?.remove());

const isOffline = ({ page }: OpenPage) => page.locator(".offline-badge").isVisible();

/** A first visit to these pages, after which the server is gone. */
async function visitThenStop(...paths: string[]): Promise<OpenPage> {
  const visit = await browser.open();
  for (const path of paths) {
    await visit.page.goto(site.url + path, { waitUntil: "load" });
    await underWorker(visit.page);
  }
  expect(visit.problems).toEqual([]);
  await site.stop();
  return visit;
}

test("the very first page can be reloaded with the server gone, picture and all, and says how old it is", async () => {
  const visit = await visitThenStop("en/flying/launch-a-kite/");
  const { page } = visit;
  await page.locator("article img").scrollIntoViewIfNeeded();
  await page.reload();
  expect(await heading(page)).toBe("Launch a kite");
  await eventually(
    () => page.locator("article img").evaluate((image: HTMLImageElement) => image.naturalWidth),
    "the picture shows",
  );
  expect(await page.locator("[data-copy-age] p").textContent()).toMatch(/^Shown from this device, as of \w+ \d+/);
  await eventually(() => isOffline(visit), "the badge shows");
});

test("home, search, contact, the other language and pages read before open; links with a query too", async () => {
  const { page } = await visitThenStop("en/flying/launch-a-kite/", "en/flying/land-a-kite/");
  for (const [path, title] of [
    ["", "How can we help?"],
    ["en/", "How can we help?"],
    ["en/flying/launch-a-kite/?from=mail#main", "Launch a kite"],
    ["en/flying/land-a-kite", "Land a kite"],
    ["en/search/?q=kite", "Search"],
    ["en/contact/?page=%2Fen%2F&q=hello", "Talk to a person"],
    ["zh/", "有什么可以帮您？"],
    ["zh/offline/", "离线阅读"],
    ["zh/your-data/", "此设备上的数据"],
  ] as const) {
    await page.goto(site.url + path);
    expect(await heading(page), path).toBe(title);
  }
});

test("search answers from what the device has", async () => {
  const visit = await browser.open();
  const { page } = visit;
  await page.goto(`${site.url}en/search/?q=tear`);
  await answered(page);
  await underWorker(page);
  await site.stop();
  await page.goto(`${site.url}en/search/?q=launch`);
  await answered(page);
  expect(await titles(page)).toEqual(["Launch a kite"]);
  expect(await page.locator(".search-status").textContent()).toMatch(/From what is on this device, as of \w+ \d+\.$/);
  await ask(page, "tape");
  expect(await titles(page)).toEqual(["Mend a tear"]);
  expect(await field(page).inputValue()).toBe("tape");
});

test("a page that is not here says so, offers the nearest and a person, and gives way when the site is back", async () => {
  const visit = await browser.open();
  const { page } = visit;
  await page.goto(`${site.url}en/search/?q=kite`);
  await answered(page);
  await underWorker(page);
  await site.stop();
  await page.goto(`${site.url}en/repair/mend-a-tear/`);
  expect(await heading(page)).toBe("This page isn’t on your device");
  const nearest = page.locator("#ph-device-island a");
  await eventually(async () => (await nearest.count()) > 0, "the nearest are offered");
  expect(await nearest.first().textContent()).toBe("Mend a tear");
  const person = page.locator("main a[data-contact-link]");
  expect(await person.getAttribute("href")).toContain(encodeURIComponent("/en/repair/mend-a-tear/"));
  await site.start();
  await page.locator("[data-retry]").click();
  await eventually(async () => (await heading(page)) === "Mend a tear", "the page itself is shown");
  await eventually(async () => !(await isOffline(visit)), "the badge is gone");
});

test("in Chinese, a page that is not here says so in Chinese", async () => {
  const { page } = await visitThenStop("zh/");
  await page.goto(`${site.url}zh/repair/mend-a-tear/`);
  expect(await heading(page)).toBe("此页面不在您的设备上");
});

test("contact says what needs a network; phone and copying work", async () => {
  const visit = await visitThenStop("en/");
  const { page } = visit;
  await page.goto(`${site.url}en/contact/`);
  await eventually(() => isOffline(visit), "the badge shows");
  const words = (type: string) => page.locator(`.channel[data-type=${type}] .channel-network`).textContent();
  expect(await words("phone")).toBe("Works without the internet.");
  expect(await words("email")).toBe("Your mail program sends it once you are online.");
  expect(await words("chat")).toBe("Needs a connection.");
  expect(await page.locator("a[href^='tel:']").getAttribute("href")).toBe("tel:+442079460000");
  await page.locator("#contact-question").fill("My kite is stuck");
  await page.locator(".copy-button").click();
  await eventually(async () => (await page.locator(".copy-button.is-done").count()) === 1, "the message is copied");
});

test("with the network on, nothing says offline", async () => {
  const visit = await browser.open();
  const { page } = visit;
  await page.goto(`${site.url}en/contact/`);
  await underWorker(page);
  expect(await isOffline(visit)).toBe(false);
  expect(await page.locator(".channel-network").first().isVisible()).toBe(false);
  expect(await page.locator("[data-copy-age]").isVisible()).toBe(false);
  expect(visit.problems).toEqual([]);
});

test("what is no page of ours is shown and never stored", async () => {
  const visit = await browser.open();
  const { page, context } = visit;
  await page.goto(`${site.url}en/`);
  await underWorker(page);
  const { server, stop } = await strangeServer(new URL(site.url).port);
  try {
    await page.goto(`${site.url}en/repair/mend-a-tear/`);
    expect(await heading(page)).toBe("Please sign in");
    await page.goto(`${site.url}en/flying/land-a-kite/`);
    expect(await heading(page)).toBe("Please sign in");
    expect(new URL(page.url()).pathname).toBe("/login");
  } finally {
    await stop();
  }
  expect(server.listening).toBe(false);
  await page.goto(`${site.url}en/repair/mend-a-tear/`);
  expect(await heading(page)).toBe("This page isn’t on your device");
  await page.goto(`${site.url}en/`);
  expect(await heading(page)).toBe("How can we help?");
  await context.close();

  /** Takes the site's place at its address: a sign-in page for everything, by redirect or in the page's own place. */
  async function strangeServer(port: string) {
    const { createServer } = await import("node:http");
    await site.stop();
    const server = createServer((request, response) => {
      if (request.url?.includes("land-a-kite")) {
        response.writeHead(302, { Location: "/login" }).end();
        return;
      }
      response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><h1>Please sign in</h1>");
    });
    await new Promise<void>((done) => server.listen(Number(port), "127.0.0.1", done));
    const stop = () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    return { server, stop };
  }
});

test("a slow site gives way to the device's copy after three seconds", async () => {
  const visit = await browser.open();
  const { page } = visit;
  await page.goto(`${site.url}en/flying/land-a-kite/`);
  await underWorker(page);
  const { createServer } = await import("node:http");
  await site.stop();
  const server = createServer(() => {});
  await new Promise<void>((done) => server.listen(Number(new URL(site.url).port), "127.0.0.1", done));
  const start = Date.now();
  await page.goto(`${site.url}en/flying/land-a-kite/`, { waitUntil: "domcontentloaded" });
  expect(await heading(page)).toBe("Land a kite");
  expect(Date.now() - start).toBeLessThan(6000);
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
