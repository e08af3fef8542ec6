import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let site: TestSite;

beforeAll(async () => {
  site = await buildAndServe(projectFolder("tests", "fixtures", "browser", "handbook"), "--base", "/help/");
});
afterAll(() => site?.remove());

const WORDS = {
  en: { text: "Part of this page did not arrive.", reload: "Reload" },
  zh: { text: "本页有一部分没有加载成功。", reload: "刷新" },
} as const;

/** Scripts that a page asks for besides those in its HTML. */
async function withoutMore(path: string) {
  const visit = await browser.open({ serviceWorkers: "block" });
  const { page, context } = visit;
  const html = await (await page.request.get(site.url + path)).text();
  let away = true;
  await context.route("**/assets/*.js", (route) =>
    away && !html.includes(new URL(route.request().url()).pathname) ? route.abort() : route.continue(),
  );
  await page.goto(site.url + path);
  return {
    ...visit,
    comeBack: () => {
      away = false;
    },
  };
}

/** The browser reports what did not arrive; of ours nothing may come. */
const ours = (problems: readonly string[]) =>
  problems.filter((problem) => !problem.includes("Failed to load resource"));

test.each(
  ["search", "ask", "print", "offline", "your-data"].flatMap((name) =>
    (["en", "zh"] as const).map((locale) => [name, locale] as const),
  ),
)("the page %s (%s) says that its code has not arrived, and reloads", async (name, locale) => {
  const { page, problems, comeBack } = await withoutMore(`${locale}/${name}/`);
  const message = page.getByRole("alert").filter({ hasText: WORDS[locale].text });
  await message.waitFor();
  expect(await page.locator("main [aria-busy]").count()).toBe(0);
  expect(await axeViolations(page)).toEqual([]);
  expect(ours(problems)).toEqual([]);
  comeBack();
  await message.getByRole("button", { name: WORDS[locale].reload }).click();
  await eventually(() => page.evaluate(() => document.readyState === "complete"), "the page is there anew");
  await page.locator("main").locator("h1").waitFor();
  expect(await message.count()).toBe(0);
});

test("an article is read all the same, and nothing is reported", async () => {
  const articles = await browser.open();
  await articles.page.goto(`${site.url}en/`);
  const path = await articles.page
    .locator("main a[href*='/help/en/']")
    .evaluateAll((links: HTMLAnchorElement[]) =>
      links.map((link) => link.pathname.replace("/help/", "")).find((path) => path.split("/").length === 4),
    );
  const { page, problems } = await withoutMore(path ?? "");
  await page.locator("html[data-ready]").waitFor();
  await page.waitForTimeout(1500);
  expect(await page.locator("[data-prose]").isVisible()).toBe(true);
  expect(ours(problems)).toEqual([]);
});
