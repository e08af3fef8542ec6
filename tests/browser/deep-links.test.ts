import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let site: TestSite;

beforeAll(async () => {
  site = await buildAndServe(projectFolder("tests", "fixtures", "browser", "handbook"), "--base", "/help/");
});
afterAll(() => site?.remove());

const ARTICLE = "en/tools/everything/";
const QUOTE = "#ph-quote=,Lower%20the%20guard%20first.,";
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
const marked = async (page: Page) => (await page.locator("mark.quoted").allTextContents()).join("");

/** Every pattern of docs/links.md, with what shows that it was understood. */
const PATTERNS: readonly (readonly [name: string, path: string, shows: (page: Page) => Promise<unknown>])[] = [
  ["home", "en/", async (page) => page.locator(".hero h1").isVisible()],
  ["section", "en/tools/", async (page) => page.locator(".section-head h1").isVisible()],
  ["article", ARTICLE, async (page) => page.locator("article[data-kind] h1").isVisible()],
  [
    "heading",
    `${ARTICLE}#choose-your-saw`,
    (page) =>
      page.locator("#choose-your-saw").evaluate((heading) => heading.getBoundingClientRect().top < innerHeight / 2),
  ],
  ["sentence", ARTICLE + QUOTE, async (page) => letters(await marked(page)) === "Lowertheguardfirst"],
  ["search", "en/search/?q=saw", async (page) => (await page.locator("[role=option]").count()) > 0],
  [
    "question in the query",
    "en/ask/?q=Which%20saw%3F",
    async (page) =>
      (await page
        .locator(".turn-question")
        .textContent()
        .catch(() => "")) === "Which saw?",
  ],
  [
    "question in the fragment",
    "en/ask/#ph-q=Which%20saw%3F",
    async (page) =>
      (await page
        .locator(".turn-question")
        .textContent()
        .catch(() => "")) === "Which saw?",
  ],
  [
    "question to a person",
    "en/contact/?q=My%20saw%20is%20blunt",
    async (page) => (await page.locator("[name=question]").inputValue()) === "My saw is blunt",
  ],
  ["print", "en/print/#section=tools", async (page) => (await page.locator(".book-article").count()) > 0],
];

test.each(PATTERNS)("%s: the address shows what it names", async (_name, path, shows) => {
  const { page, problems } = await browser.open({ reducedMotion: "reduce" });
  await page.goto(site.url + path);
  await eventually(() => shows(page), `${path} is understood`);
  expect(problems).toEqual([]);
});

test.each(PATTERNS.filter(([, path]) => !path.includes("print/")))(
  "%s: the same with ?embed=1",
  async (_name, path, shows) => {
    const { page, problems } = await browser.open({ reducedMotion: "reduce" });
    const url = new URL(path, site.url);
    url.searchParams.set("embed", "1");
    await page.goto(url.href);
    await eventually(() => shows(page), `${path} is understood`);
    expect(problems).toEqual([]);
  },
);

test.each(["old/everything", "old/everything.html"])(
  "the old address %s leads on with its fragment and its query",
  async (old) => {
    const { page } = await browser.open({ reducedMotion: "reduce" });
    await page.goto(`${site.url}${old}${old.endsWith("html") ? "" : "/"}?from=ticket${QUOTE}`);
    await eventually(async () => letters(await marked(page)) === "Lowertheguardfirst", "the sentence is marked");
    expect(new URL(page.url()).pathname).toBe(`/help/${ARTICLE}`);
    expect(new URL(page.url()).search).toBe("?from=ticket");
  },
);

test("without JavaScript an old address still leads to the article", async () => {
  const { page } = await browser.open({ javaScriptEnabled: false });
  await page.goto(`${site.url}old/everything.html`);
  await page.waitForURL(`${site.url}${ARTICLE}`);
});

test("words that are gone, and a link that was cut on the way, still show the article", async () => {
  const { page, problems } = await browser.open();
  await page.goto(`${site.url}${ARTICLE}#ph-quote=choose-your-saw,No%20such%20words,`);
  await page.locator("[data-quotation]").waitFor();
  expect(await page.locator("mark.quoted").count()).toBe(0);
  await page.goto("about:blank");
  await page.goto(`${site.url}${ARTICLE}#ph-quote=%E4%B`);
  expect(await page.locator("h1").isVisible()).toBe(true);
  expect(problems).toEqual([]);
});
