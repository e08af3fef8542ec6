import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { answered, ask, field } from "./support/search";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let demo: TestSite;
let handbook: TestSite;

beforeAll(async () => {
  demo = await buildAndServe(projectFolder("content"), "--base", "/");
  handbook = await buildAndServe(projectFolder("tests", "fixtures", "browser", "handbook"), "--base", "/");
});
afterAll(async () => {
  await demo?.remove();
  await handbook?.remove();
});

type Locale = "en" | "zh";
const WORDS = { en: "refund", zh: "退款" };
const QUESTIONS = { en: "How long does a refund take?", zh: "退款多久到账？" };
const QUOTED = { en: "You%20have%2045%20days", zh: "45%20天" };
const PAGES: { name: string; show(page: Page, locale: Locale): Promise<unknown> }[] = [
  { name: "home", show: (page, locale) => page.goto(`${demo.url}${locale}/`) },
  { name: "section", show: (page, locale) => page.goto(`${demo.url}${locale}/returns/`) },
  { name: "rich article", show: (page, locale) => page.goto(`${handbook.url}${locale}/tools/everything/`) },
  { name: "article", show: (page, locale) => page.goto(`${demo.url}${locale}/delivery/times-and-fees/`) },
  {
    name: "search with results",
    show: async (page, locale) => {
      await page.goto(`${demo.url}${locale}/search/?q=${encodeURIComponent(WORDS[locale])}`);
      await answered(page);
    },
  },
  {
    name: "search without results",
    show: async (page, locale) => {
      await page.goto(`${demo.url}${locale}/search/?q=${encodeURIComponent("xylophone zqwrt")}`);
      await answered(page);
    },
  },
  {
    name: "search dialog with results",
    show: async (page, locale) => {
      await page.goto(`${demo.url}${locale}/returns/`);
      await page.keyboard.press("/");
      await ask(page, WORDS[locale]);
    },
  },
  {
    name: "search dialog before typing",
    show: async (page, locale) => {
      await page.goto(`${demo.url}${locale}/care/clean-wool-rug/`);
      await page.goto(`${demo.url}${locale}/returns/`);
      await page.keyboard.press("/");
      await field(page).waitFor();
    },
  },
  {
    name: "ask page",
    show: async (page, locale) => {
      await page.goto(`${demo.url}${locale}/ask/`);
      await page.locator(".ask #ph-ask").waitFor();
    },
  },
  {
    name: "ask page with a question answered and one that is not covered",
    show: async (page, locale) => {
      await page.goto(`${demo.url}${locale}/ask/?q=${encodeURIComponent(QUESTIONS[locale])}`);
      await page.locator(".turn[data-status=answered]").waitFor();
      await page.locator("#ph-ask").fill("zqwrt xkcdq vbnmp?");
      await page.keyboard.press("Enter");
      await page.locator(".turn:nth-child(2)[data-status=answered]").waitFor();
    },
  },
  {
    name: "article with quoted words marked",
    show: async (page, locale) => {
      await page.goto(`${demo.url}${locale}/returns/return-an-item/#ph-quote=,${QUOTED[locale]},`);
      await page.locator("mark.quoted").first().waitFor();
    },
  },
  { name: "contact", show: (page, locale) => page.goto(`${demo.url}${locale}/contact/`) },
  { name: "missing page", show: (page, locale) => page.goto(`${demo.url}${locale}/nothing-here/`) },
];
const LOOKS = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 390 },
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "light", width: 390 },
] as const;

describe("axe finds nothing", () => {
  test.each(PAGES)("$name, in both languages, light and dark, wide and narrow", async ({ show }) => {
    for (const locale of ["en", "zh"] as const) {
      // A notice may fade in at any time; half-faded text has no contrast that means anything.
      const { page } = await browser.open({ reducedMotion: "reduce" });
      await show(page, locale);
      // The second language differs in words and fonts only.
      for (const { colorScheme, width } of locale === "en" ? LOOKS : LOOKS.slice(0, 2)) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        expect((await axeViolations(page)).join("\n"), `${locale}, ${colorScheme}, ${width} px`).toBe("");
      }
    }
  });

  test("axe does find what is wrong", async () => {
    const { page } = await browser.open();
    await page.goto(`${demo.url}en/`);
    await page.evaluate(() => document.body.append(document.createElement("button")));
    expect((await axeViolations(page)).join("\n")).toContain("button-name");
  });
});

/** What has the focus, in a few words. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "nothing";
    const name = element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 40) ?? "";
    return `${element.localName}${element.id ? `#${element.id}` : ""} ${name}`.trim();
  });

describe("keyboard", () => {
  test("the skip link comes first, shows itself and leads to the content", async () => {
    const { page } = await browser.open();
    await page.goto(`${demo.url}en/returns/return-an-item/`);
    await page.keyboard.press("Tab");
    const link = page.locator(".skip-link");
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await link.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    expect(await focused(page)).toMatch(/^main#main/);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
  });

  test.each(["en/", "en/tools/everything/", "en/contact/", "en/search/", "en/ask/"])(
    "Tab reaches every control of %s, each with a visible mark",
    async (path) => {
      const { page } = await browser.open();
      await page.goto(handbook.url + path);
      // The live search takes the form's place.
      if (path === "en/search/") await field(page).waitFor();
      if (path === "en/ask/") await page.locator(".ask #ph-ask").waitFor();
      const expected = await page.evaluate(() => {
        const controls = document.querySelectorAll<HTMLElement>(
          "a[href], button, input:not([type=hidden]):not([disabled]), select, textarea, summary, video[controls], [tabindex='0']",
        );
        return [...controls].filter(
          (control) =>
            control.tabIndex >= 0 &&
            control.checkVisibility({ visibilityProperty: true }) &&
            !control.closest("[inert]"),
        ).length;
      });
      let reached = 0;
      const unmarked: string[] = [];
      for (let step = 0; step < expected + 20; step++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          if (element === document.body || element.dataset.seen) return undefined;
          element.dataset.seen = "yes";
          // Cards and rows carry the mark of the link that stretches over them.
          const row = element.closest("li");
          const marks = [element, element.parentElement, row].map((node) => node && getComputedStyle(node));
          const visible = marks.some(
            (style) =>
              style && ((style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none"),
          );
          return { name: element.outerHTML.slice(0, 100), visible };
        });
        if (!at) continue;
        reached += 1;
        if (!at.visible) unmarked.push(at.name);
      }
      expect(reached).toBeGreaterThanOrEqual(expected);
      expect(unmarked).toEqual([]);
    },
  );

  test("/ and Ctrl-K open search; Escape closes it and the focus returns", async () => {
    const { page } = await browser.open();
    await page.goto(`${demo.url}en/returns/`);
    for (const key of ["/", "Control+k"]) {
      const link = page.locator("main").getByRole("link").nth(3);
      await link.focus();
      const before = await focused(page);
      await page.keyboard.press(key);
      await field(page).waitFor();
      expect(await field(page).evaluate((input) => input === document.activeElement), key).toBe(true);
      expect(await field(page).inputValue(), key).toBe("");
      await page.keyboard.press("Escape");
      expect(await page.locator("dialog[open]").count(), key).toBe(0);
      expect(await focused(page), key).toBe(before);
    }
  });

  test("neither key steals a field that has the focus", async () => {
    const { page } = await browser.open();
    await page.goto(`${demo.url}en/contact/`);
    const question = page.locator("[name=question]");
    await question.focus();
    await page.keyboard.type("either/or");
    await page.keyboard.press("Control+k");
    expect(await question.inputValue()).toBe("either/or");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await question.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.locator("#contact-topic").focus();
    await page.keyboard.press("/");
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });

  test("arrows move through the results, Home and End to their ends, Enter opens", async () => {
    const { page } = await browser.open();
    await page.goto(`${demo.url}en/`);
    await page.keyboard.press("/");
    await ask(page, "refund");
    const input = field(page);
    const active = () => input.getAttribute("aria-activedescendant");
    const ids = await page.locator("[role=option]").evaluateAll((all) => all.map((option) => option.id));
    expect(ids.length).toBeGreaterThan(3);
    expect(await input.getAttribute("aria-expanded")).toBe("true");
    expect(await active()).toBe(ids[0]);
    await page.keyboard.press("ArrowDown");
    expect(await active()).toBe(ids[1]);
    await page.keyboard.press("End");
    expect(await active()).toBe(ids.at(-1));
    expect(
      await page.locator(`#${ids.at(-1)}`).evaluate((option) => {
        const { bottom } = option.getBoundingClientRect();
        return bottom <= innerHeight;
      }),
    ).toBe(true);
    await page.keyboard.press("ArrowDown");
    expect(await active()).toBe(ids[0]);
    await page.keyboard.press("ArrowUp");
    expect(await active()).toBe(ids.at(-1));
    await page.keyboard.press("Home");
    expect(await active()).toBe(ids[0]);
    expect(
      await page.locator("[role=option][aria-selected=true]").evaluateAll((all) => all.map(({ id }) => id)),
    ).toEqual([ids[0]]);
    await page.keyboard.press("ArrowDown");
    const href = await page.locator(`#${ids[1]}`).getAttribute("href");
    expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await eventually(async () => page.url() === new URL(href!, demo.url).href, "Enter opens the active result");
  });

  test("counts are announced in a live region that is there before they change", async () => {
    const { page } = await browser.open();
    await page.goto(`${demo.url}en/`);
    await page.keyboard.press("/");
    await field(page).waitFor();
    const region = page.locator("dialog [role=status]:not([aria-busy])");
    expect((await region.textContent())?.trim()).toBe("");
    await region.evaluate((element) => {
      element.setAttribute("data-same", "yes");
    });
    await ask(page, "refund");
    expect(await region.textContent()).toMatch(/^\d+ articles found/);
    await ask(page, "xylophone zqwrt");
    expect(await region.textContent()).toMatch(/nothing found/i);
    expect(await region.getAttribute("data-same")).toBe("yes");
  });

  test("inside the dialog Tab stays inside, and from suggestions the arrows lead back to the field", async () => {
    const { page } = await browser.open();
    await page.goto(`${demo.url}en/`);
    await page.keyboard.press("/");
    await page.locator("dialog[open] [data-suggestion]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.matches("[data-suggestion]"))).toBe(true);
    await page.keyboard.press("ArrowUp");
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press("Tab");
      const outside = await page.evaluate(
        () => document.activeElement !== document.body && !document.activeElement?.closest("dialog[open]"),
      );
      expect(outside).toBe(false);
    }
  });
});
