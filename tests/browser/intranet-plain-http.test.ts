import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CHROMIUM_ARGS } from "../support/chromium";
import { ensureBrowser } from "../support/find-browser";
import { eventually } from "./support/browser";
import { article, type OfflineSite, offlineSite } from "./support/offline-site";
import { answered, field, titles } from "./support/search";

let browser: Browser;
let site: OfflineSite;
let root: string;

beforeAll(async () => {
  site = await offlineSite();
  // No address of this device, which browsers take for secure: one of an intranet.
  root = site.url.replace("127.0.0.1", "intranet.test");
  const args = [...CHROMIUM_ARGS, "--host-resolver-rules=MAP intranet.test 127.0.0.1"];
  browser = await chromium.launch({ executablePath: ensureBrowser(), args });
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
});

async function visit(path: string): Promise<{ page: Page; problems: readonly string[] }> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(10_000);
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  await page.goto(root + path);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  return { page, problems };
}

test("reading and search by words and by meaning work, and lists are remembered", async () => {
  const { page, problems } = await visit("en/flying/launch-a-kite/");
  await page.locator("html[data-content-at]").waitFor();
  await page.goto(`${root}en/search/`);
  await field(page).fill("tear");
  await answered(page);
  expect(await titles(page)).toContain("Mend a tear");
  await field(page).fill("fix ripped fabric");
  await eventually(async () => (await titles(page)).includes("Mend a tear"), "meaning finds it");
  await page.goto(`${root}en/`);
  await page.getByText("Launch a kite").first().waitFor();
  expect(problems).toEqual([]);
});

test("a question is answered, and the answer can be copied", async () => {
  const { page, problems } = await visit("en/ask/");
  await page.locator("#ph-ask-island input").fill("How do I mend a tear?");
  await page.keyboard.press("Enter");
  await page.getByText("Use ripstop tape").first().waitFor();
  await page.locator("#ph-ask-island").getByRole("button", { name: /copy/i }).first().click();
  await page.getByText("Copied").first().waitFor();
  expect(problems).toEqual([]);
});

test("contact works, and notices are shown", async () => {
  const notice = "---\ntitle: Storm\nfrom: 2020-01-01\nuntil: 2099-01-01\nseverity: info\n---\n\nNo flying today.\n";
  await site.rebuild({ "en/notices/storm.md": notice });
  const { page, problems } = await visit("en/contact/?q=hello");
  await page.locator("main a[href^='mailto:']").first().waitFor();
  await page.goto(`${root}en/`);
  await page.getByText("No flying today.").waitFor();
  expect(problems).toEqual([]);
});

test("the pages about this device say what is missing and why, in both languages", async () => {
  const { page, problems } = await visit("en/offline/");
  await page.locator(".callout-warning").getByText("This address is not secure (http)").waitFor();
  await page.goto(`${root}zh/offline/`);
  await page.locator(".callout-warning").getByText("此网址不安全（http）").waitFor();
  await page.goto(`${root}en/your-data/`);
  await page.locator(".your-data").getByText("This address is not secure (http)").waitFor();
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Erase everything" }).click();
  await page.locator(".data-done").getByText("Everything is erased").waitFor();
  expect(problems).toEqual([]);
});

test("an article that was read and has changed is named, although nothing can be kept", async () => {
  const { page, problems } = await visit("en/flying/land-a-kite/");
  await page.locator("html[data-content-at]").waitFor();
  await site.rebuild({ "en/flying/land-a-kite.md": article("Land a kite", "Walk towards it very slowly.") });
  await page.goto(`${root}en/`);
  await page.locator('.note[data-note="changed"]').getByRole("link", { name: "Land a kite" }).waitFor();
  expect(problems).toEqual([]);
});

test("nothing of this throws when everything is erased by a sign-out of the same origin", async () => {
  const { page, problems } = await visit("en/flying/launch-a-kite/");
  await page.locator("html[data-content-at]").waitFor();
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "/en/your-data/#sign-out";
    document.body.prepend(link);
    link.click();
  });
  await page.locator(".data-done").getByText("everything on this device is erased").waitFor();
  expect(await page.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length])).toEqual([0, 0]);
  expect(problems).toEqual([]);
});
