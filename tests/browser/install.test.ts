import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { heading, type OfflineSite, offlineSite, underWorker } from "./support/offline-site";
import { answered, field, titles } from "./support/search";

const browser = useBrowser();
let site: OfflineSite;

beforeAll(async () => {
  site = await offlineSite("/help/");
});
afterAll(() => site?.remove());

test("the browser reads the manifest without a complaint and finds the site installable", async () => {
  const { page, context } = await browser.open();
  await page.goto(`${site.url}zh/`);
  await underWorker(page);
  const session = await context.newCDPSession(page);
  const { url, errors, data } = await session.send("Page.getAppManifest");
  expect(new URL(url).pathname).toBe("/help/zh/app.webmanifest");
  expect(errors).toEqual([]);
  expect(JSON.parse(data!)).toMatchObject({ lang: "zh-CN", scope: "/help/", id: "/help/", display: "standalone" });
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Private windows, which tests run in, can never install.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});

test("icons and shortcuts lead somewhere", async () => {
  const { page } = await browser.open();
  const manifest = JSON.parse(await readFile(join(site.folder, "en", "app.webmanifest"), "utf8"));
  expect(manifest.icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain("maskable");
  const origin = new URL(site.url).origin;
  for (const { src } of manifest.icons) expect((await page.request.get(origin + src)).status(), src).toBe(200);
  const titles: string[] = [];
  for (const { url } of manifest.shortcuts) {
    await page.goto(origin + url);
    titles.push(await heading(page));
  }
  expect(titles).toEqual(["Search", "Ask a question", "Talk to a person"]);
});

test.each([
  ["shared text", "?title=A+page&q=mend+a+tear&url=https%3A%2F%2Fx.example", "mend a tear"],
  ["a page shared without text", "?title=mend+a+tear&url=https%3A%2F%2Fx.example", "mend a tear"],
])("%s becomes a question", async (_, query, text) => {
  const { page } = await browser.open();
  const { share_target: target } = JSON.parse(await readFile(join(site.folder, "en", "app.webmanifest"), "utf8"));
  expect(target).toMatchObject({
    action: "/help/en/search/",
    method: "GET",
    params: { title: "title", text: "q", url: "url" },
  });
  await page.goto(new URL(target.action, site.url).href + query);
  await answered(page);
  expect(await field(page).inputValue()).toBe(text);
  expect((await titles(page))[0]).toBe("Mend a tear");
});

test("the browser's offer becomes a quiet hint, once", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/`);
  await underWorker(page);
  await page.evaluate(() => dispatchEvent(Object.assign(new Event("beforeinstallprompt"), { prompt: async () => {} })));
  const hint = page.locator(".note[data-note=install]");
  await hint.waitFor();
  expect(await hint.getByRole("button").allTextContents()).toEqual(["Install", "Close"]);
  await hint.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await page.evaluate(() => dispatchEvent(Object.assign(new Event("beforeinstallprompt"), { prompt: async () => {} })));
  await new Promise((done) => setTimeout(done, 1000));
  expect(await hint.count()).toBe(0);
});

test("an iPhone is told the way in its own words", async () => {
  const { page } = await browser.open({
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
  });
  await page.goto(`${site.url}zh/`);
  const hint = page.locator(".note[data-note=install]");
  await hint.waitFor();
  expect(await hint.locator("p").textContent()).toContain("添加到主屏幕");
});

test("without a service worker file the page is none the worse", async () => {
  const { page, context, problems } = await browser.open();
  await context.route("**/sw.js", (route) => route.fulfill({ status: 404, body: "gone" }));
  await page.goto(`${site.url}en/search/?q=tear`);
  await answered(page);
  expect(await titles(page)).toContain("Mend a tear");
  await eventually(
    () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length === 0),
    "none",
  );
  expect(problems.filter((problem) => !problem.includes("404"))).toEqual([]);
});
