import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TurningWindow } from "./page/turning";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { holdBack } from "./support/hold-back";
import { offlineSite, underWorker } from "./support/offline-site";
import { field, options, ask as searchFor } from "./support/search";
import { projectFolder, type TestSite } from "./support/sites";
import { turningSite, turnPagesIn, turnTo } from "./support/turning-site";
import { violations, watchViolations } from "./support/violations";

const browser = useBrowser();
let site: TestSite;

beforeAll(async () => {
  site = await turningSite(projectFolder("tests", "fixtures", "browser", "handbook"));
});
afterAll(() => site?.remove());

const EVERYTHING = "/en/tools/everything/";

/** Opens a page in a document that turns its pages, and marks the document, to tell it from any other. */
async function open(path = "/en/", way = "", viewport = { width: 1280, height: 900 }) {
  const visit = await browser.open({ viewport });
  await watchViolations(visit.context);
  await turnPagesIn(visit.context, way);
  await visit.page.goto(site.url.replace(/\/$/, "") + path);
  await visit.page.evaluate(() => Object.assign(window, { sameDocument: true }));
  return visit;
}

const sameDocument = (page: Page) => page.evaluate(() => "sameDocument" in window);
const heading = async (page: Page) => ((await page.locator("h1").first().textContent()) ?? "").trim();
const at = (page: Page, path: string) =>
  eventually(async () => page.url().endsWith(path) && (await sameDocument(page)), `the document shows ${path}`);

describe("from page to page in one document", () => {
  test("home, section, article, search by form, ask, contact, and back again", async () => {
    const { page, problems } = await open();
    await page.locator("main a[href='/en/tools/']").first().click();
    await at(page, "/en/tools/");
    await page.locator(`main a[href='${EVERYTHING}']`).first().click();
    await at(page, EVERYTHING);
    expect(await page.title()).toContain("Workshop Handbook");
    expect(await page.locator("main").count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    await eventually(
      async () => (await page.locator("#ph-turned").textContent()) === (await page.title()),
      "the title is said",
    );
    await page.evaluate(() => scrollTo({ top: 500, behavior: "instant" }));
    await turnTo(page, "/en/");
    const form = page.locator("form[data-search-form]").first();
    await form.locator("input").evaluate((input: HTMLInputElement) => {
      input.value = "measure";
    });
    await form.evaluate((element: HTMLFormElement) => element.requestSubmit());
    await at(page, "/en/search/?q=measure");
    await eventually(async () => (await options(page).count()) > 0, "results");
    await turnTo(page, "/en/ask/?q=How%20do%20I%20measure%3F");
    await page.locator(".turn-question").first().waitFor();
    await turnTo(page, "/en/contact/?q=Broken%20plane");
    await eventually(async () => (await page.locator("[name=question]").inputValue()) === "Broken plane", "the words");
    await page.goBack();
    await page.locator(".turn-question").first().waitFor();
    await page.goBack();
    await at(page, "/en/search/?q=measure");
    await eventually(async () => (await field(page).inputValue()) === "measure", "the question");
    await page.goBack();
    await at(page, "/en/");
    await page.goBack();
    await at(page, EVERYTHING);
    await eventually(() => page.evaluate(() => scrollY === 500), "the place in the article");
    await page.goForward();
    await at(page, "/en/");
    expect(await violations(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("the other language brings its words, its search and its direction of reading", async () => {
    const { page } = await open(EVERYTHING);
    await page.evaluate(() => document.querySelector<HTMLElement>("a[data-language=zh]")?.click());
    await at(page, "/zh/tools/everything/");
    expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^zh/);
    await page.keyboard.press("/");
    await searchFor(page, "测量");
    expect(await page.locator("dialog[open]").getAttribute("aria-label")).toBe("搜索");
    expect(await options(page).count()).toBeGreaterThan(0);
  });

  test("a place in a page: marked, in sight, and Back returns from it", async () => {
    const { page } = await open("/en/");
    const anchor = await page.evaluate(async (path) => {
      const html = await (await fetch(path)).text();
      return /<h2 id="([^"]+)"/.exec(html)?.[1] ?? "";
    }, EVERYTHING);
    await turnTo(page, `${EVERYTHING}#${anchor}`);
    expect(await page.locator(":target").getAttribute("id")).toBe(anchor);
    expect(await page.locator(":target").evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(300);
    const links = page.locator("[data-contents] a");
    await links.last().evaluate((link: HTMLElement) => link.click());
    await eventually(async () => !page.url().endsWith(`#${anchor}`), "the other place");
    await page.goBack();
    await at(page, `#${anchor}`);
    expect(await heading(page)).not.toBe("");
    await page.goBack();
    await at(page, "/en/");
    await page.locator("main.home").waitFor();
  });

  test("of two clicks the later one counts, however late the first is answered", async () => {
    const { page, context } = await open();
    const letGo = await holdBack(context, "**/en/tools/");
    const first = page.evaluate(() => (window as unknown as TurningWindow).turner.go("/en/tools/"));
    await eventually(async () => (await page.locator("main[aria-busy=true]").count()) === 1, "waiting is said");
    await turnTo(page, "/en/contact/");
    letGo();
    await first;
    await at(page, "/en/contact/");
    expect(await page.locator("main[aria-busy]").count()).toBe(0);
  });

  test("what is no page of the site is left to the browser", async () => {
    const { page, context } = await open();
    await context.route("**/en/tools/", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Sign in</title><h1>Sign in</h1>" }),
    );
    await page.locator("main a[href='/en/tools/']").first().click();
    await eventually(async () => (await page.title()) === "Sign in", "the browser opens it");
  });
});

describe("what belongs to a page ends with it", () => {
  test("one press has one effect after thirty pages", async () => {
    const { page, context, problems } = await open();
    for (let turn = 0; turn < 30; turn++) await turnTo(page, ["/en/", EVERYTHING, "/zh/"][turn % 3] as string);
    await turnTo(page, EVERYTHING);
    await page.keyboard.press("/");
    await page.locator("dialog[open] input").waitFor();
    expect(await page.locator("dialog").count()).toBe(1);
    await page.keyboard.press("Escape");
    const save = page.locator("[data-save]");
    await save.click();
    expect(await save.getAttribute("aria-pressed")).toBe("true");
    const tabs = page.locator("[role=tab]");
    await tabs.nth(1).click();
    expect(await tabs.nth(1).getAttribute("aria-selected")).toBe("true");
    expect(await page.locator("[role=tablist]").count()).toBe(await page.locator(".tabs").count());
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator(".code-block .copy-button").first().click();
    const done = page.locator(".code-block .copy-button.is-done");
    await done.first().waitFor();
    expect(await done.count()).toBe(1);
    await page.locator("[data-vote=yes]").click();
    expect(await page.locator("[data-vote=none]").isVisible()).toBe(true);
    await page
      .locator("[data-contents] a")
      .last()
      .evaluate((link: HTMLElement) => link.click());
    await page.locator("[data-contents] a[aria-current=location]").waitFor();
    expect(await page.locator("[data-contents] a[aria-current=location]").count()).toBe(1);
    expect(problems).toEqual([]);
  });

  test("listeners and memory do not pile up", async () => {
    const { page, context } = await open();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable");
    const measure = async () => {
      await cdp.send("HeapProfiler.collectGarbage");
      const { metrics } = await cdp.send("Performance.getMetrics");
      const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return { listeners: value("JSEventListeners"), heap: value("JSHeapUsedSize"), nodes: value("Nodes") };
    };
    const round = async () => {
      for (const path of ["/en/", EVERYTHING, "/en/search/?q=plane", "/en/ask/", "/en/contact/"]) {
        await turnTo(page, path);
        await page.waitForTimeout(60);
      }
      await turnTo(page, "/en/");
    };
    await round();
    await round();
    await page.waitForTimeout(3500);
    const before = await measure();
    for (let count = 0; count < 6; count++) await round();
    await page.waitForTimeout(3500);
    const after = await measure();
    expect(after.listeners - before.listeners).toBeLessThan(10);
    expect(after.nodes - before.nodes).toBeLessThan(500);
    expect(after.heap - before.heap).toBeLessThan(2e6);
  });

  test("the worker of search starts once, whatever page asks it", async () => {
    const { page } = await open("/en/search/");
    const workers: string[] = [];
    page.on("worker", (worker) => workers.push(worker.url()));
    await searchFor(page, "measure");
    await turnTo(page, EVERYTHING);
    await page.keyboard.press("/");
    await searchFor(page, "hammer");
    await page.keyboard.press("Escape");
    await turnTo(page, "/zh/search/?q=%E6%B5%8B%E9%87%8F");
    await eventually(async () => (await options(page).count()) > 0, "Chinese results");
    await turnTo(page, "/en/ask/?q=How%20do%20I%20measure%3F");
    await page.locator(".turn-question").first().waitFor();
    expect(page.workers().length).toBe(1);
    expect(workers.length).toBeLessThanOrEqual(1);
  });

  test("how far an article was read is kept when its page is turned", async () => {
    const { page } = await open(EVERYTHING, "", { width: 390, height: 500 });
    await page.waitForTimeout(300);
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight / 2, behavior: "instant" }));
    await page.waitForTimeout(100);
    await turnTo(page, "/en/");
    await page.locator("[data-shelf-list=continue] a").first().waitFor();
  });
});

describe("for frames and for what is sealed", () => {
  test("without history: the browser's stays as it was, and the document goes back by itself", async () => {
    const { page } = await open("/en/", "quiet");
    const before = await page.evaluate(() => history.length);
    await turnTo(page, "/en/tools/");
    await turnTo(page, EVERYTHING);
    await page
      .locator("[data-contents] a")
      .last()
      .evaluate((link: HTMLElement) => link.click());
    await eventually(async () => page.url().includes("#"), "the place");
    expect(await page.evaluate(() => history.length)).toBe(before);
    const back = () => page.evaluate(() => (window as unknown as TurningWindow).turner.back());
    const canGoBack = () => page.evaluate(() => (window as unknown as TurningWindow).turner.canGoBack.value);
    await back();
    await at(page, EVERYTHING);
    await back();
    await at(page, "/en/tools/");
    await back();
    await at(page, "/en/");
    expect(await canGoBack()).toBe(false);
    await back();
    await at(page, "/en/");
  });

  test("another address in the bar: nothing of the page stands in history, and everything works", async () => {
    const { page } = await open("/en/", "hidden");
    await turnTo(page, `${EVERYTHING}?secret=1`);
    expect(page.url()).toContain("/en/?hidden");
    expect(await page.title()).toBe("Hidden");
    await page
      .locator("[data-contents] a")
      .last()
      .evaluate((link: HTMLElement) => link.click());
    expect(page.url()).not.toContain("#");
    await turnTo(page, "/en/search/?q=measure");
    await eventually(async () => (await options(page).count()) > 0, "results");
    await searchFor(page, "hammer");
    expect(page.url()).not.toContain("hammer");
    await turnTo(page, "/en/");
    await page.goBack();
    await eventually(async () => (await field(page).inputValue()) === "hammer", "the question as it was left");
    expect(JSON.stringify(await page.evaluate(() => history.state))).not.toContain("search");
  });

  test("another store is used from the next page on", async () => {
    const { page } = await open("/en/");
    await page.evaluate(() => {
      const kept = new Map<string, unknown>();
      const store = {
        get: (key: string) => kept.get(key),
        set: (key: string, value: unknown) => kept.set(key, value),
        remove: (key: string) => kept.delete(key),
      };
      (window as unknown as TurningWindow).site.exchange({ store: store as never });
    });
    const before = await page.evaluate(() => localStorage.length);
    await turnTo(page, EVERYTHING);
    await page.locator("[data-save]").click();
    expect(await page.evaluate(() => localStorage.length)).toBe(before);
    expect(await page.evaluate(() => (window as unknown as TurningWindow).site.store.get("saved")?.length)).toBe(1);
  });
});

test("without a network, pages that were read turn as before, and others say that they are not there", async () => {
  const kites = await offlineSite();
  try {
    const { page } = await browser.open();
    await page.goto(`${kites.url}en/`);
    await underWorker(page);
    await page.goto(`${kites.url}en/flying/launch-a-kite/`);
    await underWorker(page);
    await page.goto(`${kites.url}en/?embed`);
    await page.locator("html.embedded").waitFor();
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await kites.stop();
    await page.evaluate(() => (document.querySelector("main a[href$='/launch-a-kite/']") as HTMLElement).click());
    await eventually(async () => (await heading(page)) === "Launch a kite", "the article");
    await page.locator("[data-copy-age]").waitFor();
    expect(await page.locator("html.is-offline").count()).toBe(1);
    await page.goBack();
    await page.locator("main.home").waitFor();
    await page.evaluate(() => (document.querySelector("main a[href$='/mend-a-tear/']") as HTMLElement).click());
    await page.locator("[data-retry]").waitFor();
    expect(await sameDocument(page)).toBe(true);
  } finally {
    await kites.remove();
  }
});
