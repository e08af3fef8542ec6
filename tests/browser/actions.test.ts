import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations } from "./support/axe";
import { eventually, type OpenPage, useBrowser } from "./support/browser";
import { answered, options } from "./support/search";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let site: TestSite;

beforeAll(async () => {
  site = await buildAndServe(projectFolder("tests", "fixtures", "browser", "shelf"), "--base", "/help/");
});
afterAll(() => site?.remove());

/** The browser of a machine without a network says that it is offline: what it says is set here. */
async function visit(path: string, online: boolean, options = {}): Promise<OpenPage> {
  const opened = await browser.open(options);
  await opened.context.addInitScript((value) => {
    Object.defineProperty(navigator, "onLine", { get: () => value, configurable: true });
  }, online);
  await opened.context.route("https://carrier.example.com/**", (route) => route.fulfill({ body: "The carrier" }));
  await opened.page.goto(site.url + path);
  return opened;
}
const card = ({ page }: OpenPage) => page.locator("#action-track-it");

test("values are checked, encoded and opened in a new tab that does not know this one", async () => {
  const opened = await visit("en/orders/track/", true);
  const number = card(opened).getByLabel("Parcel number");
  await number.fill("12");
  await card(opened).getByRole("button").click();
  const error = card(opened).getByText("This does not look right yet.");
  await error.waitFor();
  expect(await number.getAttribute("aria-invalid")).toBe("true");
  expect(await number.evaluate((input) => document.activeElement === input)).toBe(true);
  expect(await axeViolations(opened.page)).toEqual([]);
  await number.fill("ev 123 456 789 gb");
  expect(await error.isVisible()).toBe(false);
  await card(opened).getByLabel("Postcode").fill("LS1 4DY & more");
  const [tab] = await Promise.all([opened.context.waitForEvent("page"), card(opened).getByRole("button").click()]);
  expect(tab.url()).toBe("https://carrier.example.com/track?number=EV123456789GB&postcode=LS1%204DY%20%26%20more");
  await tab.waitForLoadState();
  expect(await tab.evaluate(() => window.opener)).toBeNull();
  expect(new URL(opened.page.url()).pathname).toBe("/help/en/orders/track/");
  expect(opened.problems).toEqual([]);
  const stored = await opened.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(stored).not.toContain("EV123");
});

test("offline it says what it needs and keeps what was typed", async () => {
  const opened = await visit("en/orders/track/", false);
  const number = card(opened).getByLabel("Parcel number");
  await number.fill("EV123456789GB");
  await card(opened).getByRole("button").click();
  await eventually(() => card(opened).getByText("You seem to be offline").isVisible(), "the message");
  expect(await number.inputValue()).toBe("EV123456789GB");
  expect(opened.context.pages()).toHaveLength(1);
  await opened.page.evaluate(() => dispatchEvent(new Event("online")));
  expect(await card(opened).getByText("You are online again").isVisible()).toBe(true);
  const link = opened.page.locator("#action-ask-the-carrier a");
  await link.click();
  expect(await opened.page.locator("#action-ask-the-carrier").getByText("You seem to be offline").isVisible()).toBe(
    true,
  );
  expect(opened.context.pages()).toHaveLength(1);
});

test("without JavaScript there is a plain link", async () => {
  const opened = await visit("en/orders/track/", true, { javaScriptEnabled: false });
  expect(await card(opened).locator("form").isVisible()).toBe(false);
  const link = card(opened).getByRole("link");
  expect(await link.getAttribute("href")).toBe("https://carrier.example.com/track");
  expect(await opened.page.locator("#action-ask-the-carrier a").isVisible()).toBe(true);
});

test.each([
  ["en", "track parcel", "Track it", "/help/en/orders/track/#action-track-it"],
  ["zh", "查包裹", "查包裹", "/help/zh/orders/track/#action-%E6%9F%A5%E5%8C%85%E8%A3%B9"],
])("search shows the card with its article (%s)", async (locale, query, title, href) => {
  const { page } = await visit(`${locale}/search/?q=${encodeURIComponent(query)}`, true);
  await answered(page);
  const option = options(page).and(page.locator(".result-action")).first();
  expect(await option.textContent()).toContain(title);
  expect(await option.getAttribute("href")).toBe(href);
  await option.click();
  await eventually(async () => new URL(page.url()).hash !== "", "the article opens");
  await eventually(() => page.locator(".action-card:target").isVisible(), "the card is shown");
});
