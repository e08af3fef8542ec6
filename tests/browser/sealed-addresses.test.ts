import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { heading } from "./support/offline-site";
import { pdfPages } from "./support/pdf-text";
import { CANARIES, goToForm, type SealedSite, sealedSite, unlock } from "./support/sealed-site";

const browser = useBrowser();
let site: SealedSite;

beforeAll(async () => {
  site = await sealedSite();
});
afterAll(() => site?.remove());

const RAISE = "Marmottitle: when wages rise";
const OPAQUE = /\/help\/en\/unlock\/#[0-9a-f]{16,}$/;
const known = (text: string) => CANARIES.filter((canary) => decodeURIComponent(text).toLowerCase().includes(canary));

async function unlocked(path = "en/unlock/") {
  const visit = await browser.open({ permissions: ["clipboard-read", "clipboard-write"] });
  const { page } = visit;
  if (path === "en/unlock/") await goToForm(page, site);
  else {
    await page.goto(site.url + path);
    await page.locator("html.embedded").waitFor();
    await page.locator(".sealed-note a").click();
    await page.locator("form[data-unlock][data-ready]").waitFor();
  }
  await unlock(page);
  await page.locator("main").getByRole("link", { name: "Marmotsection", exact: true }).first().click();
  await page.locator("main").getByRole("link", { name: RAISE }).first().click();
  await eventually(async () => (await heading(page)) === RAISE, "the article");
  return visit;
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test("what is shared of a sealed article says nothing of it, and leads to it", async () => {
  const { page, problems } = await unlocked();
  await page.locator("[data-share]").click();
  const dialog = page.locator(".share-dialog");
  const address = await dialog.getByRole("textbox").inputValue();
  expect(address).toMatch(OPAQUE);
  expect(address).toBe(page.url());
  // A heading has no place in such an address.
  expect(await dialog.getByRole("checkbox").count()).toBe(0);
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: /save/i }).click();
  expect((await saved).suggestedFilename()).toBe("article.svg");
  await page.keyboard.press("Escape");
  await page.locator(".heading-line").hover();
  await page.locator(".heading-line a").click();
  await eventually(async () => (await copied(page)) !== "", "something is copied");
  expect(await copied(page)).toBe(address);
  expect(known(page.url())).toEqual([]);
  await page.goto("about:blank");
  await page.goto(address);
  await page.locator("form[data-unlock][data-ready]").waitFor();
  await unlock(page);
  expect(await heading(page)).toBe(RAISE);
  expect(problems).toEqual([]);
});

test("an open page keeps its own address meanwhile", async () => {
  const { page } = await unlocked();
  await page.locator("article").getByRole("link", { name: "when the gates open" }).click();
  await eventually(async () => (await heading(page)) === "When the gates open", "the open page");
  await page.locator("[data-share]").click();
  const address = await page.locator(".share-dialog").getByRole("textbox").inputValue();
  expect([`${site.url}en/gates/opening/`, page.url()]).toContain(address);
  expect(known(address)).toEqual([]);
});

test("the bar of a frame opens a tab of its own at an address that says nothing either", async () => {
  const { page, context } = await unlocked("en/?embed=1");
  const link = page.locator(".frame-bar a[target=_blank]");
  expect(await link.evaluate((element: HTMLAnchorElement) => element.href)).toMatch(OPAQUE);
  const opened = context.waitForEvent("page");
  await link.click();
  const tab = await opened;
  await tab.locator("form[data-unlock][data-ready]").waitFor();
  expect(known(tab.url())).toEqual([]);
});

test("on paper a sealed article has the date and that address, and no bar", async () => {
  const { page } = await unlocked();
  const sheets = (await pdfPages(await page.pdf({ format: "A4" }))).join("");
  const address = page.url();
  expect(sheets).toContain(address);
  expect(sheets).toContain("Printedon");
  expect(sheets).toContain("Marmotbodywagesrise");
  expect(sheets).not.toContain("marmotslug");
  for (const words of ["Unlocked", "Locknow"]) expect(sheets).not.toContain(words);
});
