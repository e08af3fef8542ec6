import { afterAll, beforeAll, expect, test } from "vitest";
import { useBrowser } from "./support/browser";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let site: TestSite;

beforeAll(async () => {
  site = await buildAndServe(projectFolder("tests", "fixtures", "browser", "handbook"), "--base", "/");
});
afterAll(() => site?.remove());

async function read(path: string, width = 1280) {
  const { page, problems } = await browser.open({ javaScriptEnabled: false, viewport: { width, height: 900 } });
  const response = await page.goto(new URL(path, site.url).href);
  return { page, problems, status: response?.status() };
}

test("an article's whole text stands in one visible <article>", async () => {
  const { page, problems } = await read("en/tools/everything/");
  const article = page.locator("article");
  expect(await article.count()).toBe(1);
  expect(await article.locator("h1").textContent()).toBe("Everything an article can hold");
  for (const words of [
    "The first words of the article stand above every heading.",
    "Pull, never push.",
    "Lower the guard first.",
    "Wear the ear muffs.",
    "saw --depth 12",
    "Almost everywhere between the sea and the hills",
    "Text at the end of the page",
    "A plane with two handles.",
  ]) {
    const place = article.getByText(words).first();
    expect(await place.isVisible(), words).toBe(true);
  }
  expect(problems).toEqual([]);
});

test("every tab is shown with its label, and a fold opens with a click", async () => {
  const { page } = await read("en/tools/everything/");
  const labels = page.locator(".tab-label:visible");
  expect(await labels.allInnerTexts()).toEqual(
    expect.arrayContaining(["Hand saw", "Band saw", "Fret saw", "Hand saw", "Band saw", "Fret saw"]),
  );
  const answer = page.getByText("The answer inside the fold is an awl.");
  expect(await answer.isVisible()).toBe(false);
  await page.getByText("What is folded away?").click();
  expect(await answer.isVisible()).toBe(true);
});

test("controls that need the script are not shown", async () => {
  const { page } = await read("en/tools/everything/");
  expect(await page.locator("[data-theme-switch]").isVisible()).toBe(false);
  expect(await page.locator(".copy-button:visible, .heading-link:visible, [role=tab]:visible").count()).toBe(0);
});

test("pictures, video and captions are plain elements with their sizes", async () => {
  const { page } = await read("en/tools/everything/");
  const picture = page.locator("article img");
  await picture.scrollIntoViewIfNeeded();
  expect(await picture.getAttribute("width")).toBe("1200");
  expect(await picture.getAttribute("height")).toBe("400");
  expect(await page.locator("article video").getAttribute("controls")).not.toBeNull();
  expect(await page.locator("article video track[kind=captions]").count()).toBe(1);
});

test("links lead from home through a section to an article, and back by the breadcrumb", async () => {
  const { page } = await read("en/");
  await page.locator("main").getByRole("link", { name: "Tools" }).first().click();
  expect(await page.locator("h1").textContent()).toBe("Tools");
  await page.getByRole("link", { name: "Everything an article can hold" }).first().click();
  expect(new URL(page.url()).pathname).toBe("/en/tools/everything/");
  await page.locator("main nav").first().getByRole("link", { name: "Tools" }).click();
  expect(new URL(page.url()).pathname).toBe("/en/tools/");
});

test("on a phone the contents list opens and leads to a heading", async () => {
  const { page } = await read("en/tools/everything/", 390);
  await page.locator(".contents-fold summary").click();
  await page.locator(".contents-fold").getByRole("link", { name: "Write it down" }).click();
  expect(new URL(page.url()).hash).toBe("#write-it-down");
  expect(await page.getByRole("heading", { name: "Write it down" }).isVisible()).toBe(true);
});

test.each([
  ["en/search/", "Search needs JavaScript"],
  ["zh/search/", "JavaScript"],
  ["en/ask/", "Answers need JavaScript"],
  ["zh/ask/", "JavaScript"],
])("%s says that it needs JavaScript and offers the sections", async (path, words) => {
  const { page } = await read(path);
  // Playwright's text selectors pass <noscript> by.
  const notice = page.locator("noscript > p");
  expect(await notice.isVisible()).toBe(true);
  expect(await notice.textContent()).toContain(words);
  const links = page.locator("main a:visible");
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses.some((address) => address.endsWith("/tools/"))).toBe(true);
});

test("the search form of home leads to the search page with the question", async () => {
  const { page } = await read("en/");
  await page.locator("#home-search").fill("oil & wax");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en/search/**");
  expect(new URL(page.url()).searchParams.get("q")).toBe("oil & wax");
});

test("contact lists every channel as a link that works", async () => {
  const { page } = await read("en/contact/");
  const addresses = await page
    .locator("a[data-channel]")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(addresses).toHaveLength(2);
  expect(addresses[0]).toMatch(/^mailto:workshop@handbook\.example/);
  expect(addresses[1]).toMatch(/^https:\/\/chat\.example\.com\/\?q=/);
  expect(await page.locator("[data-contact-form]").isVisible()).toBe(false);
});

test("a missing page says so with status 404 and leads on", async () => {
  const { page, status } = await read("en/no-such-page/");
  expect(status).toBe(404);
  expect(await page.locator("h1").isVisible()).toBe(true);
  await page.locator("header a.site-name").click();
  expect(await page.locator("h1").textContent()).toBe("How can we help?");
});

test("the language switch is a link to the same article", async () => {
  const { page } = await read("en/tools/everything/");
  await page.locator("header a[data-language=zh]").click();
  expect(await page.locator("article h1").textContent()).toBe("一篇文章可以包含的内容");
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
});
