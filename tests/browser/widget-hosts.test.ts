import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchPartitioningChromium } from "../support/chromium";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { type DemoHosts, demoHosts } from "./support/demo-hosts";
import { answerIn, type HostVisit, helpFrame, launcher, listenTo, panel, visitHost } from "./support/host-visit";
import { violations } from "./support/violations";

const browser = useBrowser();
let demo: DemoHosts;

beforeAll(async () => {
  demo = await demoHosts();
});
afterAll(() => demo?.remove());

const visit = (address: string, options = {}): Promise<HostVisit> => visitHost(browser, address, options);

const SUGGESTED = "#ph-frame-suggestions a";
const BACK = "#ph-frame-bar button:first-child";
const WORDS = {
  en: {
    launcher: "Help",
    payment: "Help with payment",
    order: "EB-20417 (draft)",
    typed: "purple elephants in my bathtub",
  },
  zh: { launcher: "帮助", payment: "付款遇到问题？", order: "EB-20417（草稿）", typed: "紫色大象跳进浴缸" },
} as const;

describe.each(["en", "zh"] as const)("a shop's checkout in %s", (locale) => {
  const words = WORDS[locale];
  const checkout = () => demo.shop.page(`${locale}/checkout.html`);

  test("fetches the loader and nothing else before the first touch", async () => {
    const { page, requests, problems } = await visit(checkout());
    await launcher(page).waitFor();
    await page.waitForTimeout(1000);
    expect(requests.filter((url) => url.startsWith(demo.help.url))).toEqual([`${demo.help.url}widget.js`]);
    expect(page.frames()).toHaveLength(1);
    expect(await launcher(page).innerText()).toBe(words.launcher);
    expect(await axeViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("opens with articles that fit the page, and says that it did", async () => {
    const { page } = await visit(checkout());
    const opened = await listenTo(page, "opened");
    await launcher(page).click();
    const frame = await helpFrame(page, demo.help.url);
    const hrefs = () => frame.locator(SUGGESTED).evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    await eventually(async () => (await hrefs()).length > 0, "suggestions");
    expect((await hrefs())[0]).toContain(`/${locale}/payments/payment-declined/`);
    expect(await frame.locator("html").getAttribute("lang")).toMatch(new RegExp(`^${locale}`));
    expect(await opened()).toEqual([{}]);
  });

  test("the host's own button asks, and hears from which article the answer is but no word of it", async () => {
    const { page, heard } = await visit(checkout());
    const answered = await listenTo(page, "answered");
    await page.getByRole("button", { name: words.payment }).click();
    const frame = await helpFrame(page, demo.help.url);
    expect((await answerIn(frame)).length).toBeGreaterThan(10);
    await eventually(async () => (await answered()).length > 0, "the event");
    expect(await answered()).toEqual([{ article: `${locale}/payments/payment-declined` }]);

    await frame.locator("#ph-ask").fill(words.typed);
    await frame.locator("#ph-ask").press("Enter");
    await eventually(
      async () => (await frame.locator('.turn[data-status="answered"]').count()) === 2,
      "an answer to what was typed",
    );
    const messages = await heard();
    expect(messages.some((message) => message.includes('"answered"'))).toBe(true);
    for (const word of [words.typed, ...words.typed.split(" ").filter((word) => word.length > 4)]) {
      expect(messages.join("\n")).not.toContain(word);
    }
  });

  test("what the host tells of the order is shown to the person, and goes into their mail alone", async () => {
    const { page, requests } = await visit(checkout());
    await launcher(page).click();
    const frame = await helpFrame(page, demo.help.url);
    await frame.locator("a[data-contact-link]:visible").last().click();
    await frame.locator("a[data-channel]").first().waitFor();
    await eventually(async () => (await frame.locator("body").innerText()).includes(words.order), "the order is shown");
    const mail = await frame.locator('a[data-channel][href^="mailto:"]:visible').first().getAttribute("href");
    expect(decodeURIComponent(mail ?? "")).toContain(words.order);
    expect(requests.map(decodeURIComponent).filter((url) => url.includes("EB-20417"))).toEqual([]);
  });

  test("in a browser that lets the frame keep nothing, one line says so", async () => {
    const { page } = await visit(checkout());
    await launcher(page).click();
    const frame = await helpFrame(page, demo.help.url);
    const line = frame.locator("#ph-not-kept");
    await line.waitFor();
    expect(await line.innerText()).toMatch(locale === "en" ? /keeps nothing/ : /[不无]/);
    await expect(frame.evaluate(() => localStorage.length)).rejects.toThrow("Access is denied");
  });

  test("an article, back to the page before, Escape, and the focus is where it was", async () => {
    const { page } = await visit(checkout());
    await launcher(page).click();
    const frame = await helpFrame(page, demo.help.url);
    await frame.locator(SUGGESTED).first().click();
    await frame.locator("[data-prose]").waitFor();
    const title = await frame.locator("h1").first().innerText();
    await frame.locator(BACK).click();
    await frame.locator(SUGGESTED).first().waitFor();
    expect(await frame.locator("h1").first().innerText()).not.toBe(title);
    await frame.locator("body").press("Escape");
    await eventually(async () => !(await panel(page).isVisible()), "the panel is closed");
    await eventually(
      () => launcher(page).evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button),
      "the launcher has the focus",
    );
  });

  test("neither policy is violated, and nobody else is asked for anything", async () => {
    const { page, requests, problems } = await visit(checkout());
    await page.getByRole("button", { name: words.payment }).click();
    const frame = await helpFrame(page, demo.help.url);
    await answerIn(frame);
    await frame.locator(".answer-actions a.button").first().click();
    await frame.locator("mark.quoted").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await frame.evaluate(() => (window as { __violations?: string[] }).__violations)).toEqual([]);
    const known = [`${demo.shop.origin}/`, demo.help.url, "blob:", "data:"];
    expect(requests.filter((url) => !known.some((start) => url.startsWith(start)))).toEqual([]);
    expect(problems).toEqual([]);
  });
});

test("a host's button has the focus again when the panel it opened is closed", async () => {
  const { page } = await visit(demo.shop.page("en/checkout.html"));
  await page.getByRole("button", { name: "Help with payment" }).click();
  const frame = await helpFrame(page, demo.help.url);
  await answerIn(frame);
  await frame.locator("#ph-ask").press("Escape");
  await eventually(
    () =>
      page.getByRole("button", { name: "Help with payment" }).evaluate((button) => button === document.activeElement),
    "the button has the focus",
  );
});

test("a plain link opens its article in the panel", async () => {
  const { page } = await visit(demo.shop.page("en/checkout.html"));
  await page.getByRole("link", { name: "Returns within 45 days" }).click();
  const frame = await helpFrame(page, demo.help.url);
  await eventually(
    async () => (await frame.locator("h1").first().innerText()) === "Return an item in five steps",
    "it",
  );
  expect(page.url()).toBe(demo.shop.page("en/checkout.html"));
});

test("without scripts of the help centre the link leads there", async () => {
  const { page, context } = await browser.open();
  await context.route(`${demo.help.url}widget.js`, (route) => route.abort());
  await page.goto(demo.shop.page("en/checkout.html"));
  await page.getByRole("link", { name: "Help centre" }).click();
  await page.waitForURL(`${demo.help.url}en/`);
});

test("on a phone the panel takes the whole screen, and nothing moves behind it", async () => {
  const { page } = await visit(demo.shop.page("en/checkout.html"), {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  await launcher(page).click();
  const frame = await helpFrame(page, demo.help.url);
  await frame.locator("h1").first().waitFor();
  expect(await panel(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  expect(await frame.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, 3000);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

describe("an intranet portal", () => {
  const portal = () => demo.intranet.page("index.html");

  test("shows the staff's help centre as a part of the page, without a launcher", async () => {
    const { page, problems } = await visit(portal());
    const frame = await helpFrame(page, demo.staff.url);
    await frame.locator("h1").first().waitFor();
    expect(await launcher(page).isVisible()).toBe(false);
    expect(await page.locator("pocket-help a").isVisible()).toBe(false);
    const [host, inside] = await Promise.all([
      page.locator("pocket-help").boundingBox(),
      frame.evaluate(() => ({ width: innerWidth, height: innerHeight })),
    ]);
    expect(inside).toEqual({ width: host!.width, height: host!.height });
    expect(host!.height).toBeGreaterThan(300);
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("a question about work is answered from the staff's articles", async () => {
    const { page } = await visit(portal());
    const answered = await listenTo(page, "answered");
    const frame = await helpFrame(page, demo.staff.url);
    await frame.locator("#ph-ask").fill("How do I claim expenses?");
    await frame.locator("#ph-ask").press("Enter");
    expect(await answerIn(frame)).toContain("Claim within 60 days");
    await eventually(async () => (await answered()).length > 0, "the event");
    expect(await answered()).toEqual([{ article: "en/staff/expenses" }]);
  });

  test("signing out of the portal leaves nothing of the help centre on the device", async () => {
    const chromium = await launchPartitioningChromium();
    try {
      const context = await chromium.newContext();
      const page = await context.newPage();
      await page.goto(portal());
      const frame = await helpFrame(page, demo.staff.url);
      await frame.locator("#ph-ask").fill("How do I claim expenses?");
      await frame.locator("#ph-ask").press("Enter");
      await answerIn(frame);
      await frame.locator(".answer-actions a.button").first().click();
      await frame.locator("[data-prose]").waitFor();
      await eventually(async () => {
        const { settings, databases } = await keptIn(frame);
        return settings.length > 0 && databases.length > 0;
      }, "something is kept");
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.waitForURL(demo.intranet.page("signed-out.html"));

      // The help centre's origin in a frame of the portal again, this time with a page that keeps nothing.
      await context.route(`${demo.staff.url}**`, (route) =>
        route.request().resourceType() === "document"
          ? route.fulfill({ contentType: "text/html", body: "<h1>Empty</h1>" })
          : route.continue(),
      );
      await page.goto(portal());
      const empty = await helpFrame(page, demo.staff.url);
      expect(await empty.locator("h1").innerText()).toBe("Empty");
      const { settings, visit, databases, caches } = await keptIn(empty);
      expect([...settings, ...visit]).toEqual([]);
      expect(databases.filter((name) => name?.startsWith("pocket-help"))).toEqual([]);
      // A page that loads anew brings the app along again, which says nothing of anybody.
      expect(caches.filter((name) => !name.includes(":app:"))).toEqual([]);
    } finally {
      await chromium.close();
    }
  });
});

/** Everything that a frame's origin keeps on the device, by name. */
function keptIn(frame: Frame) {
  return frame.evaluate(async () => ({
    settings: Object.keys(localStorage),
    visit: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
  }));
}
