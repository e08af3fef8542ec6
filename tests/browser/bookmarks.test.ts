import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { buildAndServe, pocketHelp, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let content: string;
let site: TestSite;

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), "pocket-help-shelf-"));
  await cp(projectFolder("tests", "fixtures", "browser", "shelf"), content, { recursive: true });
  site = await buildAndServe(content, "--base", "/help/");
});
afterAll(async () => {
  await site?.remove();
  await rm(content, { recursive: true, force: true });
});

const list = (page: Page, name: string) => page.locator(`[data-shelf-list="${name}"]`);

test("an article is saved, listed on home, and taken off again", async () => {
  const { page, problems } = await browser.open();
  await page.goto(`${site.url}en/`);
  expect(await page.locator("[data-shelf]").isVisible()).toBe(false);
  await page.goto(`${site.url}en/returns/send-back/`);
  const save = page.getByRole("button", { name: "Save" });
  await save.click();
  expect(await save.getAttribute("aria-pressed")).toBe("true");
  await page.reload();
  expect(await save.getAttribute("aria-pressed")).toBe("true");
  await page.goto(`${site.url}en/`);
  const saved = list(page, "saved");
  await saved.getByRole("link", { name: "Send it back" }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await saved.getByRole("button", { name: "Remove: Send it back" }).click();
  expect(await saved.isVisible()).toBe(false);
  await page.goto(`${site.url}en/returns/send-back/`);
  expect(await save.getAttribute("aria-pressed")).toBe("false");
  expect(problems).toEqual([]);
});

test("a long article goes on where it was left, by the reader's click alone", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/orders/long/`);
  const half = await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 300));
    const top = (document.querySelector("#part-7") as HTMLElement).getBoundingClientRect().top - 100;
    scrollTo({ top, behavior: "instant" });
    return top;
  });
  await page.waitForTimeout(100);
  await page.goto(`${site.url}en/`);
  const begun = list(page, "continue");
  await begun.getByRole("link", { name: "A long guide" }).waitFor();
  expect(await begun.textContent()).toMatch(/\d\d% read · Part 7/);

  await page.goto(`${site.url}en/orders/long/`);
  const resume = page.getByRole("button", { name: "Continue where you left off" });
  await resume.waitFor();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await axeViolations(page)).toEqual([]);
  await resume.click();
  await eventually(async () => Math.abs((await page.evaluate(() => scrollY)) - half) < 300, "the place");
  expect(await resume.isVisible()).toBe(false);

  await page.goto(`${site.url}en/`);
  await begun.getByRole("link", { name: "A long guide" }).click();
  await eventually(async () => new URL(page.url()).hash === "#part-7", "the heading's address");
  await page.goto(`${site.url}en/`);
  await begun.getByRole("button", { name: "Forget all: Continue reading" }).click();
  expect(await begun.isVisible()).toBe(false);
});

test("home names articles that have changed since they were read, until they are read again", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/returns/send-back/`);
  await page.goto(`${site.url}en/`);
  await page.waitForLoadState("networkidle");
  expect(await list(page, "changed").isVisible()).toBe(false);
  const file = join(content, "en", "returns", "send-back.md");
  await writeFile(file, `${await readFile(file, "utf8")}\nTape it well.\n`);
  await pocketHelp("build", "--content", content, "--out", site.folder, "--base", "/help/");
  await page.goto(`${site.url}en/`);
  await list(page, "changed").getByRole("link", { name: "Send it back" }).click();
  await page.getByText("Tape it well.").waitFor();
  await page.goto(`${site.url}en/`);
  await page.waitForLoadState("networkidle");
  expect(await list(page, "changed").isVisible()).toBe(false);
});
