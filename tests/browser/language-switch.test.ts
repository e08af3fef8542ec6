import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let site: TestSite;

beforeAll(async () => {
  site = await buildAndServe(projectFolder("tests", "fixtures", "browser", "handbook"), "--base", "/");
});
afterAll(() => site?.remove());

const path = (url: string) => decodeURIComponent(new URL(url).pathname);

test("the switch keeps the article", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/tools/everything/`);
  await page.locator("header a[data-language=zh]").click();
  expect(path(page.url())).toBe("/zh/tools/everything/");
  await page.locator("header a[data-language=en]").click();
  expect(path(page.url())).toBe("/en/tools/everything/");
});

test("the choice is remembered on the device: the root page then opens in it, and back again", async () => {
  const { page } = await browser.open();
  await page.goto(site.url);
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.locator("header a[data-language=zh]").click();
  await page.goto(site.url);
  await eventually(async () => path(page.url()) === "/zh/", "the root leads to Chinese");
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  await page.locator("header a[data-language=en]").click();
  await page.goto(site.url);
  await eventually(async () => (await page.locator("html").getAttribute("lang")) === "en", "the root is English again");
  expect(path(page.url())).toBe("/");
});

test("reading an article in another language is no choice: the root page stays in its own", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}zh/tools/everything/`);
  await page.goto(site.url);
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  expect(path(page.url())).toBe("/");
});

test("Back does not bounce off the forwarding root page", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/tools/everything/`);
  await page.locator("header a[data-language=zh]").click();
  await page.goto(site.url);
  await eventually(async () => path(page.url()) === "/zh/", "the root leads to Chinese");
  await page.goBack();
  expect(path(page.url())).toBe("/zh/tools/everything/");
});

test("without a translation the switch leads to the nearest page and says so", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/tools/only-in-english/`);
  const link = page.locator("header a[data-language=zh]");
  expect(await link.getAttribute("title")).toMatch(/not translated/);
  await link.click();
  expect(path(page.url())).toBe("/zh/tools/");
  await page.goto(`${site.url}zh/${encodeURIComponent("入门-指南")}/`);
  await page.locator("header a[data-language=en]").click();
  expect(path(page.url())).toBe("/en/");
});

test("pages of both languages name each other for search engines, and only real translations", async () => {
  const { page } = await browser.open();
  const alternates = () =>
    page
      .locator("link[rel=alternate]")
      .evaluateAll((links) => links.map((link) => `${link.getAttribute("hreflang")} ${link.getAttribute("href")}`));
  await page.goto(`${site.url}en/tools/everything/`);
  expect(await alternates()).toEqual([
    "en https://handbook.example/help/en/tools/everything/",
    "zh-CN https://handbook.example/help/zh/tools/everything/",
  ]);
  await page.goto(`${site.url}en/tools/only-in-english/`);
  expect(await alternates()).toEqual([]);
});

test("where storage is forbidden the switch still switches", async () => {
  const { page, context, problems } = await browser.open();
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto(`${site.url}en/tools/everything/`);
  await page.locator("header a[data-language=zh]").click();
  expect(path(page.url())).toBe("/zh/tools/everything/");
  expect(problems).toEqual([]);
});

test("a missing page speaks the language that its address names, and leads to its home", async () => {
  const { page } = await browser.open();
  const response = await page.goto(`${site.url}zh/gone/`);
  expect(response?.status()).toBe(404);
  await eventually(async () => (await page.locator("h1").getAttribute("lang")) === "zh-CN", "the heading is Chinese");
  await page.locator("main .lead a").click();
  expect(path(page.url())).toBe("/zh/");
});
