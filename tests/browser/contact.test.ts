import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let site: TestSite;

beforeAll(async () => {
  site = await buildAndServe(projectFolder("content"), "--base", "/");
});
afterAll(() => site?.remove());

const address = async (page: Page, prefix: string) =>
  decodeURIComponent(
    (await page.locator(`a[data-channel][href^="${prefix}"]:visible`).first().getAttribute("href")) ?? "",
  );

test("every page ends in a way to a person, and the page travels along", async () => {
  const { page } = await browser.open();
  for (const path of ["en/", "en/returns/", "en/returns/return-an-item/", "en/search/", "en/no-such-page/"]) {
    await page.goto(site.url + path);
    const link = page.locator("main a[data-contact-link]").last();
    expect(await link.isVisible(), path).toBe(true);
    const target = new URL((await link.getAttribute("href"))!, site.url);
    expect(target.pathname).toBe("/en/contact/");
    expect(target.searchParams.get("page"), path).toBe(`/${path}`);
  }
});

test("question and page go into the mail and the chat as they are written", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/returns/return-an-item/`);
  await page.locator("main a[data-contact-link]").last().click();
  const question = "Ünïcode & 100 % “quotes”\nsecond line + more";
  await page.locator("[name=question]").fill(question);
  await eventually(async () => (await address(page, "mailto:")).includes("second line"), "the mail holds the question");
  const mail = await address(page, "mailto:");
  expect(mail).toContain("Ünïcode & 100 % “quotes”\r\nsecond line + more");
  expect(mail).toContain(`${site.url}en/returns/return-an-item/`);
  const chat = await address(page, "https://chat.example.com");
  expect(chat).toContain(question);
  expect(chat).toContain(`${site.url}en/returns/return-an-item/`);
  expect(await page.locator("[data-contact-from] a").textContent()).toBe("Return an item in five steps");
});

test("what is written before the page's script is there stays, and goes into the mail", async () => {
  const { page, context } = await browser.open();
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await context.route(/start-tool-page/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.url}en/contact/?q=refund`, { waitUntil: "commit" });
  await page.locator("[name=question]").fill("It broke.");
  release();
  await eventually(async () => (await address(page, "mailto:")).includes("It broke."), "the mail holds the question");
  expect(await page.locator("[name=question]").inputValue()).toBe("It broke.");
});

test("the topic leaves the channels that serve it", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/contact/`);
  const shown = async () => (await page.locator(".channel:visible h3").allTextContents()).map((text) => text.trim());
  const all = await shown();
  expect(all).toContain("Email the complaints team");
  await page.locator("#contact-topic").selectOption("return");
  expect(await shown()).toContain("Start a return");
  expect(await shown()).not.toContain("Email the complaints team");
  await page.locator("#contact-topic").selectOption("complaint");
  expect(await shown()).toContain("Email the complaints team");
  expect(await shown()).not.toContain("Start a return");
  await page.locator("#contact-topic").selectOption("");
  expect(await shown()).toEqual(all);
});

test("opening hours are those of the shop's time zone, wherever the reader is", async () => {
  for (const [now, words] of [
    ["2026-11-23T10:00:00Z", "Open now"],
    ["2026-11-22T10:00:00Z", "Closed now"],
    ["2026-12-25T10:00:00Z", "Closed now"],
    ["2026-11-23T07:59:00Z", "Closed now"],
  ] as const) {
    const { page, context } = await browser.open({ timezoneId: "Asia/Shanghai" });
    await context.clock.setFixedTime(new Date(now));
    await page.goto(`${site.url}en/contact/`);
    const line = page.locator(".hours-now").first();
    await eventually(() => line.isVisible(), "the hours are worked out");
    expect(await line.textContent(), now).toContain(words);
  }
});

test("the message can be copied whole", async () => {
  const { page } = await browser.open({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(`${site.url}en/contact/?q=${encodeURIComponent("Where is my lamp?")}&page=/en/returns/`);
  await eventually(
    async () => (await page.locator("[name=question]").inputValue()) !== "",
    "the question is filled in",
  );
  await page.getByRole("button", { name: "Copy message" }).click();
  const text = () => page.evaluate(() => navigator.clipboard.readText());
  await eventually(async () => (await text()) !== "", "the clipboard is filled");
  expect(await text()).toMatch(/^Where is my lamp\?[\s\S]*en\/returns\/$/);
});

test("a page of another site is not carried into messages", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/contact/?q=Hello&page=${encodeURIComponent("https://evil.example/")}`);
  await eventually(
    async () => (await page.locator("[name=question]").inputValue()) === "Hello",
    "the question is filled in",
  );
  expect(await address(page, "mailto:")).not.toContain("evil.example");
  expect(await page.locator("[data-contact-from]").isVisible()).toBe(false);
});
