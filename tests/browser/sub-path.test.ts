import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, type OpenPage, useBrowser } from "./support/browser";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let site: TestSite;
let origin: string;

beforeAll(async () => {
  site = await buildAndServe(projectFolder("tests", "fixtures", "browser", "handbook"), "--base", "/help/");
  origin = new URL(site.url).origin;
});
afterAll(() => site?.remove());

const path = (url: string) => decodeURIComponent(new URL(url).pathname);

function expectInside({ requests, problems }: OpenPage): void {
  const outside = requests.filter((address) => !address.startsWith(site.url));
  expect(outside).toEqual([]);
  expect(problems).toEqual([]);
}

test("a tour by clicks through nested sections, spaces and Han names never leaves the base", async () => {
  const tour = await browser.open();
  const { page } = tour;
  const main = page.locator("main");
  const follow = async (name: string, expected: string) => {
    await main.getByRole("link", { name, exact: true }).first().click();
    await eventually(async () => path(page.url()) === expected, `${name} leads to ${expected}`);
    expect(await page.locator("h1").isVisible()).toBe(true);
  };
  expect(path(site.url)).toBe("/help/");
  await page.goto(site.url);
  await follow("Everything an article can hold", "/help/en/tools/everything/");
  const loaded = () => page.locator("article img").evaluate((image: HTMLImageElement) => image.naturalWidth);
  await page.locator("article img").scrollIntoViewIfNeeded();
  await eventually(loaded, "the picture is shown");
  expect(await page.locator("article video").evaluate((video: HTMLVideoElement) => video.src)).toContain(
    "/help/media/",
  );
  await page.locator("main nav").first().getByRole("link", { name: "Tools" }).click();
  await page
    .locator("main")
    .getByRole("link", { name: /hand tools/i })
    .first()
    .click();
  expect(path(page.url())).toBe("/help/en/tools/hand-tools/");
  await follow("Measure twice", "/help/en/tools/hand-tools/measure-twice/");
  await follow("saying hello", "/help/en/first-steps/say-hello/");
  await follow("measure twice", "/help/en/tools/hand-tools/measure-twice/");
  expect(new URL(page.url()).hash).toBe("#two-marks");
  await page.locator("header a[data-language=zh]").click();
  await page.goto(`${site.url}zh/`);
  await follow("一篇文章可以包含的内容", "/help/zh/tools/everything/");
  await follow("量两次", "/help/zh/tools/手工/量两次/");
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe("#两个记号");
  expect(await page.locator(":target").textContent()).toBe("两个记号");
  await follow("第一步", "/help/zh/入门-指南/第一步/");
  await follow("所有工具", "/help/zh/tools/everything/");
  await page.locator("main a[data-contact-link]").click();
  expect(path(page.url())).toBe("/help/zh/contact/");
  await page.locator("header a.site-name").click();
  expect(path(page.url())).toBe("/help/zh/");
  expectInside(tour);
});

test("every link of every page of the site leads to a page of the site", async () => {
  const { page } = await browser.open({ javaScriptEnabled: false });
  const seen = new Set<string>();
  const queue = [site.url];
  const dead: string[] = [];
  for (let address = queue.pop(); address; address = queue.pop()) {
    if (seen.has(address)) continue;
    seen.add(address);
    const response = await page.request.get(address);
    if (!response.ok()) dead.push(`${response.status()} ${address}`);
    if (!/html/.test(response.headers()["content-type"] ?? "")) continue;
    for (const [, , value] of (await response.text()).matchAll(/\s(href|src)="([^"]*)"/g)) {
      const target = new URL(value!.replaceAll("&amp;", "&"), address);
      if (target.origin !== origin) continue;
      if (!target.href.startsWith(site.url)) dead.push(`outside the base: ${target.href} on ${address}`);
      queue.push(target.origin + target.pathname);
    }
  }
  expect(dead).toEqual([]);
  expect(seen.size).toBeGreaterThan(25);
});

test("search finds Chinese and English articles below the base and opens their section", async () => {
  for (const [locale, words, target, hash] of [
    ["en", "marlinspike", "/help/en/tools/hand-tools/measure-twice/", "#two-marks"],
    ["zh", "马林尺", "/help/zh/tools/手工/量两次/", "#两个记号"],
  ] as const) {
    const visit = await browser.open();
    const { page } = visit;
    await page.goto(`${site.url}${locale}/search/?q=${encodeURIComponent(words)}`);
    await page.locator("[role=option]").first().click();
    await eventually(async () => path(page.url()) === target, `the result of ${words} opens`);
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe(hash);
    expectInside(visit);
  }
});

test("what is missing shows the site's own page with status 404, styled and inside the base", async () => {
  const visit = await browser.open();
  const { page, requests } = visit;
  const response = await page.goto(`${site.url}en/deep/er/nothing-here/`);
  expect(response?.status()).toBe(404);
  expect(await page.locator("h1").textContent()).toBe("This page isn’t here");
  expect(await page.locator(".site-header").evaluate((header) => getComputedStyle(header).position)).not.toBe("static");
  expect(requests.filter((address) => !address.startsWith(site.url))).toEqual([]);
  await page.locator("main").getByRole("link", { name: "Everything an article can hold" }).click();
  expect(path(page.url())).toBe("/help/en/tools/everything/");
});

test.each([
  ["old/everything.html", "/help/en/tools/everything/"],
  ["old/everything/", "/help/en/tools/everything/"],
  ["old tools/全部/", "/help/en/tools/everything/"],
  ["旧/第一步/", "/help/zh/入门-指南/第一步/"],
])("the old address %s leads to the article on a host that knows no redirects", async (old, target) => {
  const visit = await browser.open();
  await visit.page.goto(site.url + old);
  await eventually(async () => path(visit.page.url()) === target, `${old} leads to ${target}`);
  expectInside(visit);
});
