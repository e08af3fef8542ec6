import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { holdBack } from "./support/hold-back";
import { answered, ask, field, options, searchBody } from "./support/search";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let site: TestSite;

beforeAll(async () => {
  site = await buildAndServe(projectFolder("content"), "--base", "/");
});
afterAll(() => site?.remove());

const NOTHING = /nothing found/i;

test("a question typed while content is on its way has a visible state and is answered when it arrives", async () => {
  const { page, context, problems } = await browser.open();
  const letGo = await holdBack(context, "**/packs/**");
  await page.goto(`${site.url}en/`);
  await page.keyboard.press("/");
  await field(page).pressSequentially("refu");
  const state = page.locator("dialog [role=status][aria-busy=true]");
  await state.waitFor();
  expect(await state.textContent()).toMatch(/getting the articles ready/i);
  await field(page).pressSequentially("nd");
  expect(await state.isVisible()).toBe(true);
  expect(await searchBody(page).textContent()).not.toMatch(NOTHING);
  letGo();
  await options(page).first().waitFor();
  expect(await field(page).inputValue()).toBe("refund");
  expect(await searchBody(page).textContent()).toMatch(/refund/i);
  expect(await state.count()).toBe(0);
  expect(problems).toEqual([]);
});

test("what is typed right after / is kept while the dialog's code is on its way", async () => {
  const { page, context } = await browser.open();
  const letGo = await holdBack(context, "**/assets/search-*.js");
  await page.goto(`${site.url}en/returns/`);
  await page.keyboard.press("/");
  await page.keyboard.type("gift");
  letGo();
  await field(page).waitFor();
  await page.keyboard.type(" wrap");
  await options(page).first().waitFor();
  expect(await field(page).inputValue()).toBe("gift wrap");
});

test("the search page with ?q= shows the same state, then the answer", async () => {
  const { page, context } = await browser.open();
  const letGo = await holdBack(context, "**/packs/**");
  await page.goto(`${site.url}zh/search/?q=${encodeURIComponent("退款")}`);
  const state = page.locator("[role=status][aria-busy=true]");
  await state.waitFor();
  expect((await state.textContent())?.trim()).not.toBe("");
  letGo();
  await options(page).first().waitFor();
});

test("words typed before the script arrives are kept, and answered", async () => {
  const { page, context } = await browser.open();
  const letGo = await holdBack(context, "**/assets/*.js");
  await page.goto(`${site.url}en/search/`, { waitUntil: "commit" });
  const plain = page.locator("#search-island input[name=q]");
  await plain.pressSequentially("gift wrap");
  letGo();
  await options(page).first().waitFor();
  expect(await field(page).inputValue()).toBe("gift wrap");
  expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
});

test.each([
  { name: "the network is gone", words: /did not arrive/i, status: 0, body: "", type: "" },
  { name: "the server fails", words: /did not arrive/i, status: 500, body: "oops", type: "text/plain" },
  { name: "half a file arrives", words: /something else/i, status: 200, body: '{"ver', type: "application/json" },
  { name: "another version arrives", words: /updated since/i, status: 200, body: '{"version":99}', type: "text/plain" },
])("when $name, plain words say so, and trying again works", async ({ words, status, body, type }) => {
  const { page, context } = await browser.open();
  await context.route("**/packs/manifest.json", (route) =>
    status === 0 ? route.abort() : route.fulfill({ status, body, contentType: type }),
  );
  await page.goto(`${site.url}en/search/`);
  await field(page).fill("refund");
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(words);
  expect(await searchBody(page).textContent()).not.toMatch(NOTHING);
  expect(await options(page).count()).toBe(0);
  await context.unroute("**/packs/manifest.json");
  await alert.getByRole("button", { name: "Try again" }).click();
  await options(page).first().waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("when the code of search does not arrive, plain words say so, and trying again works", async () => {
  const { page, context } = await browser.open();
  await context.route("**/assets/search-client-*.js", (route) => route.abort());
  await page.goto(`${site.url}en/search/`);
  await field(page).fill("refund");
  await page.getByRole("alert").waitFor();
  expect(await searchBody(page).textContent()).not.toMatch(NOTHING);
  await context.unroute("**/assets/search-client-*.js");
  await page.getByRole("button", { name: "Try again" }).click();
  await options(page).first().waitFor();
});

test("when the dialog's code does not arrive, the search page opens with the words", async () => {
  const { page, context } = await browser.open();
  await context.route("**/assets/search-dialog-*.js", (route) => route.abort());
  await page.goto(`${site.url}en/`);
  await page.locator("#home-search").pressSequentially("r");
  await page.waitForURL("**/en/search/**");
  await eventually(async () => (await field(page).inputValue()) === "r", "the words came along");
});

test("when the worker's script does not arrive, search says so instead of finding nothing", async () => {
  const { page, context } = await browser.open();
  await context.route("**/assets/main-*.js", (route) => route.abort());
  await page.goto(`${site.url}en/search/`);
  await field(page).fill("refund");
  await page.getByRole("alert").waitFor();
  expect(await searchBody(page).textContent()).not.toMatch(NOTHING);
  await context.unroute("**/assets/main-*.js");
  await page.getByRole("button", { name: "Try again" }).click();
  await options(page).first().waitFor();
});

test("when one section did not arrive, the others answer, and its articles are not said to be missing", async () => {
  const { page, context } = await browser.open();
  const manifest = (await (await page.request.get(`${site.url}packs/manifest.json`)).json()) as {
    locales: { locale: string; sections: { section: string; pack: { path: string } }[] }[];
  };
  const { pack } = manifest.locales
    .find(({ locale }) => locale === "en")!
    .sections.find(({ section }) => section === "care")!;
  await context.route(`**/${pack.path}`, (route) => route.abort());
  await page.goto(`${site.url}en/search/`);
  await ask(page, "refund");
  expect(await options(page).count()).toBeGreaterThan(0);
  // A word that stands in that section only.
  await ask(page, "bobbles");
  const words = (await searchBody(page).textContent()) ?? "";
  expect(words, "an incomplete search may not claim that there is nothing").not.toMatch(NOTHING);
  await context.unroute(`**/${pack.path}`);
  await page.getByRole("button", { name: "Try again" }).click();
  await options(page).first().waitFor();
  expect(await searchBody(page).textContent()).toMatch(/bobbles/i);
});

test("a hundred thousand pasted characters do not hang the page, and the next question is answered", async () => {
  const { page, problems } = await browser.open();
  await page.goto(`${site.url}en/search/`);
  await ask(page, "refund");
  const start = Date.now();
  await field(page).fill("refund lorem 退款 ipsum ".repeat(5000).slice(0, 100_000));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(undefined))));
  await answered(page);
  await ask(page, "refund");
  expect(await options(page).count()).toBeGreaterThan(0);
  expect(Date.now() - start).toBeLessThan(5000);
  expect(problems).toEqual([]);
});
