import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readQrCode } from "../support/read-qr-code";
import { axeViolations } from "./support/axe";
import { useBrowser } from "./support/browser";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";
import { violations, watchViolations } from "./support/violations";

const browser = useBrowser();
let site: TestSite;

beforeAll(async () => {
  site = await buildAndServe(projectFolder("content"), "--base", "/help/");
});
afterAll(() => site?.remove());

const PERMISSIONS = ["clipboard-read", "clipboard-write"];

async function openArticle(locale = "en", options = {}) {
  const visit = await browser.open({ reducedMotion: "reduce", permissions: PERMISSIONS, ...options });
  await watchViolations(visit.context);
  await visit.page.goto(`${site.url}${locale}/orders/cancel-order/?utm_source=mail`);
  await visit.page.locator("html[data-ready]").waitFor();
  return visit;
}

const dialog = (page: Page) => page.locator("dialog.share-dialog");
const button = (page: Page) => page.locator("[data-share]");
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function openDialog(page: Page): Promise<void> {
  await button(page).click();
  await dialog(page).locator("svg.qr-code").waitFor();
}

/** What a phone would read from the code in the dialog. */
async function scanned(page: Page): Promise<string> {
  const svg = dialog(page).locator("svg.qr-code");
  const size = Number((await svg.getAttribute("viewBox"))!.split(" ")[2]);
  return readQrCode((await svg.locator("path").getAttribute("d"))!, size);
}

test("an article fetches nothing for sharing until somebody wants to share", async () => {
  const { page, requests } = await openArticle();
  await page.waitForTimeout(500);
  expect(requests.filter((address) => /share|passage|qr/i.test(address))).toEqual([]);
});

describe.each(["en", "zh"] as const)("in %s", (locale) => {
  test("the dialog gives the article's address to copy and to scan, by keyboard alone", async () => {
    const { page, problems, requests } = await openArticle(locale);
    const address = `${site.url}${locale}/orders/cancel-order/`;
    await button(page).focus();
    await page.keyboard.press("Enter");
    await dialog(page).locator("svg.qr-code").waitFor();
    expect(await dialog(page).locator("input[readonly]").inputValue()).toBe(address);
    expect(await scanned(page)).toBe(address);
    expect(await dialog(page).locator("svg.qr-code").getAttribute("aria-label")).toContain(address);
    expect(await dialog(page).locator("figcaption").textContent()).toContain(address);
    await dialog(page).locator(".share-address .button").focus();
    await page.keyboard.press("Enter");
    await dialog(page)
      .locator("[role=status]", { hasText: /Copied|已复制/ })
      .waitFor();
    expect(await clipboard(page)).toBe(address);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    expect(await button(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await violations(page)).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(new URL(site.url).origin))).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("from the section that is being read, the address and the code lead there", async () => {
    const { page } = await openArticle(locale);
    const heading = page.locator("[data-prose] h2[id]").nth(1);
    await heading.evaluate((element) => element.scrollIntoView({ block: "start" }));
    await page.locator("[data-contents] a[aria-current]").first().waitFor({ state: "attached" });
    const current = await page.locator("[data-contents] a[aria-current]").first().getAttribute("href");
    await button(page).evaluate((element) => (element as HTMLElement).click());
    await dialog(page).locator("svg.qr-code").waitFor();
    await dialog(page).locator(".share-section input").check();
    const address = await dialog(page).locator("input[readonly]").inputValue();
    expect(address).toBe(`${site.url}${locale}/orders/cancel-order/${current}`);
    expect(await scanned(page)).toBe(address);
  });

  test("selected words get a link that marks them, reached with one Tab", async () => {
    const { page, problems } = await openArticle(locale);
    await page
      .locator("[data-prose] p")
      .last()
      .click({ clickCount: 3, position: { x: 4, y: 8 } });
    const words = (await page.locator("[data-prose] > p").last().textContent()) ?? "";
    expect(letters(words).length).toBeGreaterThan(30);
    await page.locator(".passage-link").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const box = await page.locator(".passage-link button").boundingBox();
    expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".passage-link") !== null)).toBe(true);
    await page.keyboard.press("Enter");
    await page.locator(".passage-link", { hasText: /Link copied|链接已复制/ }).waitFor();
    const link = await clipboard(page);
    expect(link.startsWith(`${site.url}${locale}/orders/cancel-order/#ph-quote=`)).toBe(true);

    const other = await browser.open();
    await other.page.goto(link);
    await other.page.locator("mark.quoted").first().waitFor();
    const marked = (await other.page.locator("mark.quoted").allTextContents()).join("");
    expect(letters(marked)).toBe(letters(words));
    expect(problems).toEqual([]);
  });
});

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");

test("without a selection the offer goes; Escape takes both away", async () => {
  const { page } = await openArticle("en", { viewport: { width: 320, height: 640 } });
  const select = () => page.locator("[data-prose] p").first().selectText();
  await select();
  await page.locator(".passage-link").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.locator(".passage-link").waitFor({ state: "detached" });
  await select();
  await page.locator(".passage-link").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".passage-link").waitFor({ state: "detached" });
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("");
});

test("the code is dark on light in dark colours, and can be saved as it is", async () => {
  const { page } = await openArticle("en", { colorScheme: "dark", viewport: { width: 320, height: 640 } });
  await openDialog(page);
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(
    await dialog(page)
      .locator("svg.qr-code rect")
      .evaluate((rect) => getComputedStyle(rect).fill),
  ).toBe("rgb(255, 255, 255)");
  expect(
    await dialog(page)
      .locator("svg.qr-code path")
      .evaluate((path) => getComputedStyle(path).fill),
  ).toBe("rgb(0, 0, 0)");
  const download = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Save as SVG" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("cancel-order.svg");
  const svg = await readFile((await file.path())!, "utf8");
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)![1]);
  expect(readQrCode(/ d="([^"]+)"/.exec(svg)![1]!, size)).toBe(`${site.url}en/orders/cancel-order/`);
});

test("where the device has a share sheet, it gets title and address; nothing else does", async () => {
  const { page } = await openArticle();
  await openDialog(page);
  expect(await dialog(page).getByRole("button", { name: "Send to an app…" }).count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.evaluate(() => {
    navigator.share = async (data) => document.body.setAttribute("data-shared", JSON.stringify(data));
  });
  await openDialog(page);
  await dialog(page).getByRole("button", { name: "Send to an app…" }).click();
  expect(JSON.parse((await page.locator("body").getAttribute("data-shared")) ?? "")).toEqual({
    title: "How do I cancel an order?",
    url: `${site.url}en/orders/cancel-order/`,
  });
});

test("where the clipboard is refused, the address is copied by its selection, or stays selected", async () => {
  const { page } = await openArticle("en", { permissions: [] });
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    document.execCommand = () => false;
  });
  await openDialog(page);
  await dialog(page).locator(".share-address .button").click();
  await dialog(page).locator("[role=status]", { hasText: "Press Ctrl+C to copy" }).waitFor();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(`${site.url}en/orders/cancel-order/`);
});

test("without JavaScript there is no button that does nothing", async () => {
  const { page } = await browser.open({ javaScriptEnabled: false });
  await page.goto(`${site.url}en/orders/cancel-order/`);
  expect(await button(page).isVisible()).toBe(false);
});
