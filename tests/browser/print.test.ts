import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { offlineSite } from "./support/offline-site";
import { pdfPages } from "./support/pdf-text";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
let site: TestSite;

beforeAll(async () => {
  site = await buildAndServe(projectFolder("content"), "--base", "/help/");
});
afterAll(() => site?.remove());

/** The browser's own dialog would hold the page up. */
async function open(options = {}) {
  const visit = await browser.open({ timezoneId: "Europe/London", ...options });
  await visit.page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  return visit;
}

const printed = async (page: Page) => pdfPages(await page.pdf({ format: "A4" }));
const dense = (text: string) => text.normalize("NFKC").replace(/\s+/g, "");
/** What a sheet says of its date, in the page's language. */
const today = (locale: string) =>
  dense(new Date().toLocaleString(locale, { dateStyle: "long", timeZone: "Europe/London" }));

const WORDS = {
  en: { printed: "Printedon", parts: ["Skiptocontent", "Save", "Share", "Didthishelp", "Searchhelp", "Stillstuck"] },
  zh: { printed: "打印于", parts: ["跳到正文", "收藏", "分享", "对您有帮助", "搜索帮助", "问题还没解决"] },
} as const;

/** Each sheet names the site, its address and the day, and counts. */
function expectMargins(sheets: readonly string[], locale: "en" | "zh", address: string): void {
  sheets.forEach((sheet, i) => {
    expect(sheet).toContain(`${i + 1}/${sheets.length}`);
    expect(sheet).toContain(WORDS[locale].printed + today(locale));
    expect(sheet).toContain(address);
  });
}

describe.each(["en", "zh"] as const)("in %s", (locale) => {
  test("an article goes to paper with its address and the date, and without the interface", async () => {
    const { page, problems } = await open({ colorScheme: "dark" });
    const address = `${site.url}${locale}/orders/cancel-order/`;
    await page.goto(`${address}?from=mail#ph-quote=,x`);
    await page.locator("html[data-ready]").waitFor();
    const title = dense((await page.locator("h1").textContent()) ?? "");
    const last = dense((await page.locator("[data-prose] > :last-child").textContent()) ?? "");
    const sheets = await printed(page);
    expectMargins(sheets, locale, address);
    expect(sheets.join("")).not.toContain("from=mail");
    expect(sheets[0]).toContain(title);
    expect(sheets.join("")).toContain(last);
    for (const part of WORDS[locale].parts) expect(sheets.join("")).not.toContain(part);
    expect(problems).toEqual([]);
  });

  test("a section is one book, in the order of its page", async () => {
    const { page, problems } = await open();
    await page.goto(`${site.url}${locale}/orders/`);
    const titles = await page.locator("main .article-list li a").allTextContents();
    const links = await page
      .locator("main .article-list li a")
      .evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ href }) => href));
    await page.locator('main a[href*="/print/#section="]').click();
    await page.locator(".print-ready").waitFor();
    expect(await page.locator(".book-article > h3").allTextContents()).toEqual(titles);
    expect(await page.locator(".book-contents li li a").allTextContents()).toEqual(titles);
    const sheets = await printed(page);
    expectMargins(sheets, locale, `${site.url}${locale}/orders/`);
    const text = sheets.slice(2).join("");
    // The list of contents is on a sheet before: here each title stands above its article, with its address.
    const places = titles.map((title, i) => text.indexOf(dense(title) + links[i]!));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const part of WORDS[locale].parts) expect(sheets.join("")).not.toContain(part);
    expect(await axeViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("answers go to paper with their words, source, date and address; so does what is not covered", async () => {
    const { page } = await open();
    const [asked, unknown] = {
      en: ["How do I cancel my order?", "zzqx vvkp wwjf"],
      zh: ["怎么取消订单？", "火星上天气怎么样？"],
    }[locale] as [string, string];
    await page.goto(`${site.url}${locale}/ask/?q=${encodeURIComponent(asked)}`);
    await page.locator(".turn[data-status=answered]").waitFor();
    const quote = (await page.locator(".answer-quote").innerText()).trim();
    const source = await page
      .locator(".answer .button[href]")
      .first()
      .evaluate((link: HTMLAnchorElement) => link.href);
    await page.locator("#ph-ask").fill(unknown);
    await page.keyboard.press("Enter");
    await page.locator(".turn[data-status=answered] .not-covered").waitFor();

    await page.locator(".turn").first().locator(".print-answers").click();
    await page.locator("html[data-printed]").waitFor();
    const one = (await printed(page)).join("");
    expect(one).toContain(dense(asked));
    expect(one).not.toContain(dense(unknown));
    // Fonts share glyphs between variants of a character: what stands there word for word is compared below.
    expect(one).toContain(dense(quote).slice(0, 20));
    expect(one).not.toContain(dense((await page.locator(".ask-page .lead").textContent()) ?? ""));
    expect(await page.locator(".answer-sheet").count()).toBe(0);

    await page.locator(".ask > .print-answers").click();
    await page.locator(".answer-sheet").waitFor({ state: "attached" });
    const sheet = page.locator(".answer-sheet");
    expect(await sheet.locator("blockquote").textContent()).toBe(quote);
    expect(await sheet.locator(".sheet-address a").first().getAttribute("href")).toBe(source);
    expect(await sheet.locator("time").getAttribute("datetime")).toMatch(/^\d{4}-\d\d-\d\d$/);
    const sheets = await printed(page);
    expectMargins(sheets, locale, `${site.url}${locale}/ask/`);
    expect(sheets.join("")).toContain(dense(unknown));
    expect(sheets.join("")).toContain({ en: "doesnotanswerthis", zh: "没有回答这个问题" }[locale]);
  });

  test("the whole centre is one book with unique ids and links that lead within it", async () => {
    const { page, problems } = await open();
    await page.goto(`${site.url}${locale}/`);
    await page.locator('footer a[href$="/print/#all"]').click();
    await page.locator(".print-ready").waitFor();
    const sections = await page.locator(".book-chapter > h2").allTextContents();
    expect(sections.length).toBeGreaterThan(5);
    const facts = await page.locator(".book").evaluate((book) => {
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      const links = [...book.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
      return {
        articles: book.querySelectorAll(".book-article").length,
        double: ids.filter((id, i) => ids.indexOf(id) !== i),
        dead: links
          .map((link) => decodeURIComponent(link.hash.slice(1)))
          .filter((id) => document.getElementById(id) === null),
        within: book.querySelectorAll(".prose a[href^='#']").length,
        folded: book.querySelectorAll("details:not([open]), [hidden], video, form, script").length,
        lazy: book.querySelectorAll("img[loading=lazy]").length,
      };
    });
    expect(facts).toEqual({ ...facts, double: [], dead: [], folded: 0, lazy: 0 });
    expect(facts.articles).toBe(await page.locator(".book-contents li li").count());
    expect(facts.within).toBeGreaterThan(10);
    expect(problems).toEqual([]);
  });
});

test("sections are chosen by keyboard, the run can be stopped, and the choice stands in the address", async () => {
  const { page } = await open({ viewport: { width: 320, height: 700 } });
  await page.goto(`${site.url}en/print/`);
  const all = page.locator(".print-sections input");
  await all.first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.route("**/en/returns/*/", () => undefined);
  await page.locator(".print-sections label", { hasText: "Returns" }).locator("input").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.locator("progress").waitFor();
  expect(new URL(page.url()).hash).toBe("#section=returns");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.locator(".print-choice").waitFor();
  expect(await page.locator(".book").count()).toBe(0);
});

test("an address that names no section says so and offers the choice", async () => {
  const { page } = await open();
  await page.goto(`${site.url}en/print/#section=gone`);
  await page.getByRole("alert").filter({ hasText: "no articles at this address" }).waitFor();
  await page.getByRole("checkbox", { name: /^Everything/ }).check();
  await page.getByRole("button", { name: "Put together" }).click();
  await page.locator("#ph-book h1, #ph-book h2").first().waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("without JavaScript an article still carries its address to paper", async () => {
  const { page } = await browser.open({ javaScriptEnabled: false });
  await page.goto(`${site.url}en/orders/cancel-order/`);
  const [sheet] = await printed(page);
  expect(sheet).toContain("https://help.example.com/en/orders/cancel-order/");
  expect(sheet).not.toContain("Printedon");
});

test("the dialog prints the article with its address as a QR code", async () => {
  const { page } = await open();
  await page.goto(`${site.url}en/orders/cancel-order/`);
  await page.locator("[data-share]").click();
  await page.locator(".share-dialog").getByRole("button", { name: "Print" }).click();
  await page.locator("html[data-printed]").waitFor();
  await page.emulateMedia({ media: "print" });
  const box = await page.locator(".print-code svg").boundingBox();
  expect(box?.width).toBeGreaterThan(60);
  expect(await page.locator("dialog").count()).toBe(0);
});

test("without a network the book holds what the device has, and says what is missing", async () => {
  const kites = await offlineSite();
  try {
    const { page } = await open();
    await page.goto(`${kites.url}en/print/#section=flying`);
    await page.locator(".print-ready").waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    // Read with the service worker in charge, the list and one article are on the device.
    await eventually(() => page.evaluate(() => navigator.serviceWorker.controller !== null), "it is in charge");
    await page.goto(`${kites.url}en/flying/launch-a-kite/`);
    await page.goto(`${kites.url}en/print/#section=flying`);
    await page.locator(".print-ready").waitFor();
    expect(await page.locator(".print-ready .callout").count()).toBe(0);
    await kites.stop();
    await page.reload();
    await page.locator(".print-ready").waitFor();
    expect(await page.locator(".book-article .prose").count()).toBe(1);
    expect(await page.locator(".book-article .prose").textContent()).toContain("Hold the kite high");
    expect(await page.locator(".print-ready .callout").textContent()).toMatch(/One article is missing.*land a kite/is);
    expect(await page.locator(".book-missing").count()).toBe(1);
  } finally {
    await kites.remove();
  }
});

test("tabs, films, folded parts and action cards are laid open", async () => {
  const handbook = await buildAndServe(projectFolder("tests", "fixtures", "browser", "handbook"), "--base", "/help/");
  try {
    const { page } = await open();
    await page.goto(`${handbook.url}en/tools/everything/`);
    const labels = await page.locator("[data-prose] [role=tab]").allTextContents();
    expect(labels.length).toBeGreaterThan(1);
    await page.goto(`${handbook.url}en/print/#section=tools`);
    await page.locator(".print-ready").waitFor();
    const book = page.locator(".book");
    for (const label of labels)
      expect(await book.locator(".tab-label", { hasText: label }).first().isVisible()).toBe(true);
    expect(await book.locator("video, .action-card, form").count()).toBe(0);
    expect(await book.locator(".book-media .book-address").first().textContent()).toContain(`${handbook.url}media/`);
    expect(await book.locator("details:not([open])").count()).toBe(0);
    expect((await printed(page)).join("")).toContain(dense(labels[1]!));
  } finally {
    await handbook.remove();
  }
});
