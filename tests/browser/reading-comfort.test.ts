import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { holdBack } from "./support/hold-back";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let demo: TestSite;
let handbook: TestSite;
let rtl: TestSite;

beforeAll(async () => {
  const fixture = (name: string) => buildAndServe(projectFolder("tests", "fixtures", "browser", name), "--base", "/");
  demo = await buildAndServe(projectFolder("content"), "--base", "/");
  handbook = await fixture("handbook");
  rtl = await fixture("rtl");
});
afterAll(async () => {
  for (const site of [demo, handbook, rtl]) await site?.remove();
});

async function openRich(width = 1280) {
  const visit = await browser.open({
    viewport: { width, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await visit.page.goto(`${handbook.url}en/tools/everything/`);
  return visit;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe("copying", () => {
  test("a heading's link copies its own address, and says so", async () => {
    const { page } = await openRich();
    const link = page.getByRole("link", { name: "Copy link to this heading: Write it down" });
    await link.focus();
    expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe("1");
    await page.keyboard.press("Enter");
    await eventually(async () => (await clipboard(page)) !== "", "the clipboard is filled");
    expect(await clipboard(page)).toBe(`${handbook.url}en/tools/everything/#write-it-down`);
    expect(await page.locator("[data-status]").textContent()).toBe("Link copied");
  });

  test("a code block's button copies the code, all of it and nothing else", async () => {
    const { page } = await openRich();
    await page.locator(".code-block .copy-button").click();
    await eventually(async () => (await clipboard(page)) !== "", "the clipboard is filled");
    expect(await clipboard(page)).toBe(
      "# a line that is long enough to scroll sideways on a phone: planks --oak --length 2400 --width 240 --thickness 24 --count 12\n" +
        'saw --depth 12 "plank"',
    );
    expect(await page.locator(".code-block .copy-button").textContent()).toBe("Copied");
  });

  test("without the clipboard's modern interface (plain http) copying works all the same", async () => {
    const { page, context } = await browser.open({ permissions: ["clipboard-read"] });
    await context.addInitScript(() => {
      Object.defineProperty(Clipboard.prototype, "writeText", { value: undefined });
    });
    await page.goto(`${handbook.url}en/tools/everything/`);
    await page.locator(".code-block .copy-button").click();
    await eventually(async () => /saw --depth/.test(await clipboard(page)), "the clipboard is filled");
  });
});

describe("tabs", () => {
  test("follow the ARIA pattern: arrows, Home and End move and select, Tab leads into the panel", async () => {
    const { page } = await openRich();
    const tabs = page.locator("[role=tablist]").first().locator("[role=tab]");
    const selected = () => page.locator("[role=tablist]").first().locator("[aria-selected=true]").textContent();
    await tabs.first().focus();
    for (const [key, label] of [
      ["ArrowRight", "Band saw"],
      ["End", "Fret saw"],
      ["ArrowRight", "Hand saw"],
      ["ArrowLeft", "Fret saw"],
      ["Home", "Hand saw"],
    ] as const) {
      await page.keyboard.press(key);
      expect(await selected(), key).toBe(label);
      expect(await page.evaluate(() => document.activeElement?.textContent), key).toBe(label);
    }
    expect(await tabs.evaluateAll((all) => all.map((tab) => (tab as HTMLElement).tabIndex))).toEqual([0, -1, -1]);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("tabpanel");
    expect(await page.locator("[role=tabpanel]:visible").count()).toBe(2);
  });

  test("groups with the same labels move together, and the choice is remembered", async () => {
    const { page } = await openRich();
    await page.locator("[role=tab]", { hasText: "Band saw" }).first().click();
    const shown = () => page.locator("[role=tabpanel]:visible").allTextContents();
    expect((await shown()).map((text) => text.trim())).toEqual([
      expect.stringContaining("Lower the guard first."),
      expect.stringContaining("dust the wheel"),
    ]);
    await page.reload();
    expect((await shown())[0]).toContain("Lower the guard first.");
  });

  test("a click keeps the group where it is on the screen", async () => {
    const { page } = await openRich();
    const second = page.locator("[role=tablist]").nth(1);
    await second.scrollIntoViewIfNeeded();
    const top = () => second.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await second.getByText("Fret saw").click();
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
  });
});

describe("finding the way on a page", () => {
  test("the contents list leads to headings and marks the one being read", async () => {
    const { page } = await openRich();
    const contents = page.locator(".contents-aside");
    await contents.getByRole("link", { name: "See it" }).click();
    await eventually(
      async () => (await contents.locator("[aria-current=location]").textContent()) === "See it",
      "the heading is marked",
    );
    const top = await page.locator("#see-it").evaluate((heading) => heading.getBoundingClientRect().top);
    const header = await page.locator(".site-header").evaluate((element) => element.getBoundingClientRect().bottom);
    expect(top).toBeGreaterThanOrEqual(Math.max(0, header) - 1);
  });

  test("an address with a broken anchor shows the article with everything that the script adds", async () => {
    const { page, problems } = await browser.open();
    await page.goto(`${handbook.url}en/tools/everything/#%E0%A4%A`);
    expect(await page.locator("[role=tab]").count()).toBe(6);
    expect(await page.locator(".code-block .copy-button").count()).toBe(1);
    expect(problems).toEqual([]);
  });

  test("a footnote leads down and back", async () => {
    const { page } = await openRich();
    await page.locator("article sup a").click();
    expect(await page.locator(":target").textContent()).toContain("A plane with two handles.");
    await page.locator(".data-footnote-backref").click();
    expect(await page.evaluate(() => document.querySelector(":target")?.closest("p, li")?.textContent)).toContain(
      "spokeshave",
    );
  });

  test("an article is out of date from the day after `validUntil`", async () => {
    for (const [now, expired] of [
      ["2026-02-28T12:00:00", false],
      ["2026-03-01T12:00:00", true],
    ] as const) {
      const { page, context } = await browser.open();
      await context.clock.setFixedTime(new Date(now));
      await page.goto(`${handbook.url}en/tools/everything/`);
      expect(await page.locator("[data-valid-until]").isVisible(), now).toBe(expired);
    }
  });
});

describe("colours", () => {
  test("the choice is kept and stands before the first paint, with the script still on its way", async () => {
    const { page, context } = await browser.open({ colorScheme: "light" });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto(`${demo.url}en/`);
    const light = await background();
    await page.locator("[data-theme-switch]").selectOption("dark");
    await eventually(() => page.evaluate(() => document.getAnimations().length === 0), "the colours stand still");
    const dark = await background();
    expect(dark).not.toBe(light);
    const letGo = await holdBack(context, "**/assets/*.js");
    await page.goto(`${demo.url}en/orders/`, { waitUntil: "commit" });
    await page.locator("h1").waitFor();
    expect(await background()).toBe(dark);
    letGo();
    await eventually(
      async () => (await page.locator("[data-theme-switch]").inputValue()) === "dark",
      "the switch shows it",
    );
    await page.locator("[data-theme-switch]").selectOption("system");
    await eventually(() => page.evaluate(() => document.getAnimations().length === 0), "the colours stand still");
    expect(await background()).toBe(light);
  });

  test("with reduced motion nothing moves or fades", async () => {
    const { page } = await browser.open({ reducedMotion: "reduce" });
    await page.goto(`${demo.url}en/returns/`);
    const moving = await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const select = document.querySelector<HTMLSelectElement>("[data-theme-switch]")!;
      select.value = "dark";
      select.dispatchEvent(new Event("change"));
      let most = 0;
      for (let i = 0; i < 5; i++) {
        most = Math.max(most, document.getAnimations().length);
        await frame();
      }
      return most;
    });
    expect(moving).toBe(0);
    await page.keyboard.press("/");
    await page.locator("dialog[open]").waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe("auto");
    expect(await page.locator("dialog[open]").evaluate((dialog) => getComputedStyle(dialog).opacity)).toBe("1");
  });
});

test("on paper there is the article, all of its tabs, and nothing to click", async () => {
  const { page } = await openRich();
  await page.emulateMedia({ media: "print" });
  const visible = await page
    .locator(
      "header.site-header, footer, nav, .stuck, .skip-link, .copy-button, .heading-link, [role=tab], .pager, .search-trigger",
    )
    .evaluateAll((all) => all.filter((element) => element.checkVisibility()).map((element) => element.className));
  expect(visible).toEqual([]);
  for (const words of [
    "Everything an article can hold",
    "Pull, never push.",
    "Lower the guard first.",
    "A fresh blade for every curve.",
  ]) {
    expect(await page.locator("article").getByText(words).first().isVisible(), words).toBe(true);
  }
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"]).toContain(background);
});

describe("room", () => {
  const overflow = (page: Page) =>
    page.evaluate(() => {
      const wide = document.documentElement.scrollWidth - innerWidth;
      if (wide <= 0) return "";
      const culprit = [...document.querySelectorAll("body *")].find((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > innerWidth + 1 || left < -1;
      });
      return `${wide} px too wide: ${culprit?.outerHTML.slice(0, 120)}`;
    });
  const PATHS = ["", "returns/", "delivery/times-and-fees/", "search/", "contact/", "nothing/"];

  test.each([320, 390, 768, 1280])("nothing scrolls sideways at %i px", async (width) => {
    const { page } = await browser.open({ viewport: { width, height: 800 } });
    const addresses = [
      ...["en", "zh"].flatMap((locale) => PATHS.map((path) => `${demo.url}${locale}/${path}`)),
      `${handbook.url}en/tools/everything/`,
      `${demo.url}en/search/?q=refund`,
      ...["ar/", "ar/guides/", "ar/guides/long/", "ar/contact/", "ar/search/"].map((path) => rtl.url + path),
    ];
    for (const address of addresses) {
      await page.goto(address);
      expect(await overflow(page), address).toBe("");
    }
  });

  test("the text of a page may be twice as large", async () => {
    const { page } = await browser.open({ viewport: { width: 640, height: 800 }, deviceScaleFactor: 1 });
    await page.goto(`${demo.url}en/delivery/times-and-fees/`);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await overflow(page)).toBe("");
  });

  test.each([
    ["demo", "en/assembly/wobbly-table/"],
    ["demo", "en/"],
    ["demo", "en/contact/"],
    ["demo", "en/search/?q=refund"],
    ["handbook", "en/tools/everything/"],
  ])("pictures, fonts and scripts that come late move nothing (%s %s)", async (name, path) => {
    for (const width of [390, 1280]) {
      const { page, context } = await browser.open({ viewport: { width, height: 800 } });
      await context.route(/\/(media|assets)\/.*\.(svg|png|js)$/, async (route) => {
        await new Promise((done) => setTimeout(done, 150));
        await route.continue();
      });
      await page.goto((name === "demo" ? demo : handbook).url + path);
      const shift = await page.evaluate(async () => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) sum += entry.value;
          }
        });
        observer.observe({ type: "layout-shift", buffered: true });
        for (let y = 0; y < document.body.scrollHeight; y += 600) {
          scrollTo(0, y);
          await new Promise((done) => setTimeout(done, 60));
        }
        for (const image of document.images) {
          image.scrollIntoView();
          await image.decode().catch(() => undefined);
        }
        await new Promise((done) => setTimeout(done, 100));
        return sum;
      });
      expect(shift, `${width} px`).toBeLessThan(0.02);
    }
  });
});

describe("right to left", () => {
  test("the page mirrors: list on the right of the text, contents on its left", async () => {
    const { page } = await browser.open();
    await page.goto(`${rtl.url}ar/guides/long/`);
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;
    const article = await box("article");
    expect((await box("nav.side-nav")).x).toBeGreaterThan(article.x + article.width / 2);
    expect((await box(".contents-aside")).x).toBeLessThan(article.x + article.width / 2);
    const item = page.locator("article ol > li").first();
    expect(await item.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    await page.locator("header a[data-language=en]").click();
    expect(await page.locator("html").getAttribute("dir")).toBe("ltr");
  });

  test("code reads from the left, and its copy button does not stand on its beginning", async () => {
    const { page } = await browser.open({ viewport: { width: 390, height: 800 } });
    await page.goto(`${rtl.url}ar/guides/long/`);
    const code = (await page.locator("article pre").boundingBox())!;
    const button = (await page.locator(".code-block .copy-button").boundingBox())!;
    expect(button.x).toBeGreaterThan(code.x + code.width / 2);
    expect(await page.locator("article pre").evaluate((pre) => pre.scrollLeft)).toBe(0);
  });

  test("the left arrow leads to the next tab", async () => {
    const { page } = await browser.open();
    await page.goto(`${rtl.url}ar/guides/long/`);
    await page.locator("[role=tab]").first().focus();
    await page.keyboard.press("ArrowLeft");
    expect(await page.locator("[role=tab][aria-selected=true]").textContent()).toBe("البريد");
  });

  test("no rule of the style sheet names left or right", async () => {
    const { page } = await browser.open();
    await page.goto(`${rtl.url}ar/`);
    const physical = await page.evaluate(() => {
      const found: string[] = [];
      const name = /^(margin|padding|border)-(left|right)|^(left|right)$|^border-(top|bottom)-(left|right)-radius$/;
      const visit = (rules: CSSRuleList) => {
        for (const rule of rules) {
          // Code reads from left to right in every language.
          if (rule instanceof CSSStyleRule && !/\b(pre|code)\b/.test(rule.selectorText)) {
            const text = rule.cssText;
            for (const [, property, value] of text.matchAll(/[{;]\s*([\w-]+):\s*([^;}]+)/g)) {
              const sided = /^(text-align|float|clear)$/.test(property!) && /^(left|right)$/.test(value!.trim());
              if (name.test(property!) || sided) found.push(`${rule.selectorText}: ${property}: ${value}`);
            }
          }
          if ("cssRules" in rule) visit((rule as CSSGroupingRule).cssRules);
        }
      };
      for (const sheet of document.styleSheets) visit(sheet.cssRules);
      return found;
    });
    expect(physical).toEqual([]);
  });
});
