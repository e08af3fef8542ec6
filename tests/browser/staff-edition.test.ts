import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useBrowser } from "./support/browser";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

/** Each stands in another part of a staff article: title, description, tag, question, heading, text, file, picture. */
const CANARIES = [
  "quokkatitle",
  "quokkadescription",
  "quokkatag",
  "quokkaquestion",
  "quokkaheading",
  "quokkabody",
  "quokkafile",
  "quokkapicture",
  "quokkasection",
  "quokkaredirect",
];

const browser = useBrowser();
const content = projectFolder("tests", "fixtures", "browser", "staff");
let open: TestSite;
let staff: TestSite;

beforeAll(async () => {
  open = await buildAndServe(content, "--base", "/");
  staff = await buildAndServe(content, "--base", "/", "--audience", "staff");
});
afterAll(async () => {
  await open?.remove();
  await staff?.remove();
});

/** Names and bytes of every file of a site, in one lower-case text. */
async function everything(site: TestSite): Promise<string> {
  const entries = await readdir(site.folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, "latin1")));
  return `${files.join("\n")}\n${texts.join("\n")}`.toLowerCase();
}

test("no byte of a public build knows a staff article; a staff build has all of it", async () => {
  const [publicText, staffText] = await Promise.all([everything(open), everything(staff)]);
  expect(CANARIES.filter((canary) => publicText.includes(canary))).toEqual([]);
  expect(CANARIES.filter((canary) => !staffText.includes(canary))).toEqual([]);
  expect(publicText).toContain("wombat");
});

test("counts, manifest and sitemap of the public build leave staff articles out", async () => {
  const { page } = await browser.open();
  const manifest = async (site: TestSite) => {
    const response = await page.request.get(`${site.url}packs/manifest.json`);
    const { locales } = (await response.json()) as { locales: { sections: { section: string; articles: number }[] }[] };
    return locales.flatMap(({ sections }) => sections.map(({ section, articles }) => `${section} ${articles}`)).sort();
  };
  expect(await manifest(open)).toEqual(["guides 1"]);
  expect(await manifest(staff)).toEqual(["guides 2", "quokkasection 1"]);
  const cards = async (site: TestSite) => {
    await page.goto(`${site.url}en/`);
    return (await page.locator("main").textContent()) ?? "";
  };
  expect(await cards(open)).toContain("1 article");
  expect(await cards(staff)).toContain("2 articles");
  const sitemap = async (site: TestSite) => (await page.request.get(`${site.url}sitemap.xml`)).status();
  expect(await sitemap(open)).toBe(200);
  expect(await sitemap(staff)).toBe(404);
  expect(await (await page.request.get(`${staff.url}robots.txt`)).text()).toContain("Disallow: /");
});

test("a public article's link to a staff article leads nowhere new, and its words stay", async () => {
  const { page } = await browser.open();
  await page.goto(`${open.url}en/guides/open/`);
  expect(await page.locator("article").textContent()).toContain("Ask a colleague");
  await page.goto(`${staff.url}en/guides/open/`);
  await page.getByRole("link", { name: "Ask a colleague" }).click();
  expect(await page.locator("h1").textContent()).toContain("Quokkatitle");
});

test("the staff edition says so on every page and marks internal articles", async () => {
  const { page } = await browser.open();
  for (const path of ["en/", "en/guides/", "en/guides/open/", "en/search/", "en/contact/", "404.html"]) {
    await page.goto(staff.url + path);
    expect(await page.locator(".staff-banner").isVisible(), path).toBe(true);
  }
  await page.goto(`${staff.url}en/guides/quokkafile/`);
  expect(await page.locator("article").getByText("Staff only").isVisible()).toBe(true);
  expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
});
