import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";
import { violations, watchViolations } from "./support/violations";

const browser = useBrowser();
const content = projectFolder("tests", "fixtures", "browser", "shelf");
let site: TestSite;
let staff: TestSite;

beforeAll(async () => {
  site = await buildAndServe(content, "--base", "/help/");
  staff = await buildAndServe(content, "--base", "/", "--audience", "staff");
});
afterAll(async () => {
  await site?.remove();
  await staff?.remove();
});

test("a notice of the day stands above the pages of its sections, politely, until it is dismissed", async () => {
  const { page, context, problems } = await browser.open();
  await watchViolations(context);
  await page.goto(`${site.url}en/orders/track/`);
  const notices = page.getByRole("region", { name: "Notices" });
  await notices.getByText("Important: Strike").waitFor();
  expect(await notices.locator(".notice").count()).toBe(1);
  expect(await notices.getByRole("status").count()).toBe(1);
  expect(await notices.getByRole("link").getAttribute("href")).toBe("/help/en/orders/track/");
  expect(await axeViolations(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);

  await page.goto(`${site.url}en/returns/send-back/`);
  await page.waitForLoadState("networkidle");
  expect(await page.locator(".notice").count()).toBe(0);

  await page.goto(`${site.url}en/orders/`);
  await notices.getByRole("button").click();
  expect(await page.locator(".notices").count()).toBe(0);
  await page.reload();
  await page.waitForLoadState("networkidle");
  expect(await page.locator(".notice").count()).toBe(0);
  expect(problems).toEqual([]);
});

test("each language has its own; without JavaScript there is none", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}zh/`);
  await page.getByRole("region", { name: "通知" }).getByText("假期照常发货。").waitFor();
  const plain = await browser.open({ javaScriptEnabled: false });
  await plain.page.goto(`${site.url}zh/`);
  expect(await plain.page.locator(".notice").count()).toBe(0);
});

test("no byte of a public build knows a staff notice; the staff edition shows it", async () => {
  const entries = await readdir(site.folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, "latin1")));
  expect(texts.join("\n")).not.toContain("Quokkanotice");
  const { page } = await browser.open();
  await page.goto(`${staff.url}en/`);
  await eventually(() => page.getByText("Quokkanotice").isVisible(), "the staff notice");
});
