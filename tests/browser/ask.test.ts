import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addFiles } from "../support/folders";
import { eventually, useBrowser } from "./support/browser";
import { holdBack } from "./support/hold-back";
import { answered, ask as search, field as searchField } from "./support/search";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";
import { violations, watchViolations } from "./support/violations";

const browser = useBrowser();
/** The demo centre: it shows the best quotation there is, so that these tests are about pages, not about thresholds. */
let site: TestSite;
let content: string;

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), "pocket-help-ask-"));
  await cp(projectFolder("content"), content, { recursive: true });
  const config = JSON.parse(await readFile(join(content, "config.json"), "utf8")) as Record<string, unknown>;
  await addFiles(content, { "config.json": JSON.stringify({ ...config, answers: { threshold: 0 } }) });
  site = await buildAndServe(content, "--base", "/");
});
afterAll(async () => {
  await site?.remove();
  await rm(content, { recursive: true, force: true });
});

const field = (page: Page) => page.locator("#ph-ask");
const turns = (page: Page) => page.locator(".turn");
const last = (page: Page) => turns(page).last();

/** Waits until the last question is answered. */
async function settled(page: Page, count: number): Promise<void> {
  await eventually(
    async () => (await turns(page).count()) === count && (await last(page).getAttribute("data-status")) === "answered",
    `an answer to question ${count}`,
  );
}

async function openAsk(locale = "en", question?: string, options = {}) {
  const visit = await browser.open({ reducedMotion: "reduce", ...options });
  await visit.page.goto(
    `${site.url}${locale}/ask/${question === undefined ? "" : `?q=${encodeURIComponent(question)}`}`,
  );
  if (question !== undefined) await settled(visit.page, 1);
  // The script's field takes the place of the page's.
  else await visit.page.locator(".ask #ph-ask").waitFor();
  return visit;
}

/** Letters and digits alone, as a quotation and its page are compared by a reader who sees no markup. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");

const QUESTIONS = { en: "How long does a refund take?", zh: "退款多久到账？" } as const;
/** Words that no article has. */
const UNKNOWN = { en: "zqwrt xkcdq vbnmp?", zh: "鑫龘靐齉爩？" } as const;

describe.each(["en", "zh"] as const)("in %s", (locale) => {
  test("a question is answered by words that stand in an article, and the link marks them there", async () => {
    const { page, context, problems } = await openAsk(locale);
    await watchViolations(context);
    await field(page).fill(QUESTIONS[locale]);
    await page.keyboard.press("Enter");
    await settled(page, 1);
    expect(await last(page).locator("h2").textContent()).toBe(QUESTIONS[locale]);
    const quote = last(page).locator("blockquote");
    const text = (await quote.innerText()).trim();
    expect(text.length).toBeGreaterThan(5);
    const marked = (await quote.locator("mark").allTextContents()).join("");
    expect(letters(text)).toContain(letters(marked));
    expect(letters(marked)).not.toBe("");

    await last(page).locator(".answer-actions a.button").first().click();
    await page.locator("mark.quoted").first().waitFor();
    const shown = (await page.locator("mark.quoted").allTextContents()).join("");
    expect(letters(shown)).toBe(letters(text));
    expect(letters(await page.locator("[data-prose]").innerText())).toContain(letters(text));
    await eventually(
      () =>
        page
          .locator("mark.quoted")
          .first()
          .evaluate((mark) => {
            const { top, bottom } = mark.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight && document.activeElement?.contains(mark) === true;
          }),
      "the quoted words are in sight and have the focus",
    );
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await page.locator("mark.quoted").count()).toBe(0);
    expect(page.url()).not.toContain("ph-quote");
    expect(problems).toEqual([]);
  });

  test("what is not covered is said, and the question goes along to a person", async () => {
    const { page } = await openAsk(locale, UNKNOWN[locale]);
    expect(await last(page).locator("blockquote").count()).toBe(0);
    expect(await last(page).locator(".answer-none").textContent()).toMatch(/as far as we can tell|据我们判断/);
    await last(page).locator(".answer-actions a.button").first().click();
    const question = page.locator("[name=question]");
    await eventually(async () => (await question.inputValue()) === UNKNOWN[locale], "the question is in the form");
    expect(await page.locator("[data-contact-from] a").getAttribute("href")).toContain(`/${locale}/ask/`);
  });

  test("an example is asked with one press, at 390 px without scrolling sideways", async () => {
    const { page } = await openAsk(locale, undefined, { viewport: { width: 390, height: 844 } });
    const example = page.locator(".example-list button").first();
    const words = await example.textContent();
    await example.click();
    await settled(page, 1);
    expect(await last(page).locator("h2").textContent()).toBe(words);
    expect(new URL(page.url()).hash).toBe(`#ph-q=${encodeURIComponent(words ?? "")}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const boxes = await page
      .locator(".answer a, .answer button, .ask-form button")
      .evaluateAll((all) =>
        all.map((element) => element.getBoundingClientRect()).filter(({ height, width }) => height < 24 || width < 24),
      );
    expect(boxes).toEqual([]);
  });

  test("on the search page the answer stands above the results", async () => {
    const { page } = await browser.open();
    await page.goto(`${site.url}${locale}/search/?q=${encodeURIComponent(QUESTIONS[locale])}`);
    const card = page.locator(".answer-above .answer");
    await card.waitFor();
    await answered(page);
    const [bottom, top] = await Promise.all([
      card.evaluate((element) => element.getBoundingClientRect().bottom),
      page
        .locator("[role=option]")
        .first()
        .evaluate((element) => element.getBoundingClientRect().top),
    ]);
    expect(bottom).toBeLessThanOrEqual(top);
    expect(await page.locator("[role=listbox] .answer").count()).toBe(0);
    // The list keeps its keys; the card is reached with Tab.
    await searchField(page).focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("[role=option]").nth(1).getAttribute("aria-selected")).toBe("true");
    await eventually(async () => {
      await page.keyboard.press("Tab");
      return page.evaluate(() => document.activeElement?.closest(".answer") !== null);
    }, "Tab reaches the card");
  });
});

test("the second question stands below the first, in sight, and can be recalled", async () => {
  const { page } = await openAsk("en", QUESTIONS.en);
  await field(page).fill("How do I return an item?");
  await page.keyboard.press("Enter");
  await settled(page, 2);
  expect(await page.locator(".turn h2").allTextContents()).toEqual([QUESTIONS.en, "How do I return an item?"]);
  await eventually(
    () =>
      last(page)
        .locator("h2")
        .evaluate((heading) => {
          const { top } = heading.getBoundingClientRect();
          return top >= 0 && top < innerHeight / 2;
        }),
    "the new question is in sight",
  );
  expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("ArrowUp");
  expect(await field(page).inputValue()).toBe("How do I return an item?");
  await page.keyboard.press("ArrowUp");
  expect(await field(page).inputValue()).toBe(QUESTIONS.en);
});

test("while the articles are on their way the stage is said, and Escape stops the question", async () => {
  const { page, context } = await openAsk();
  const letGo = await holdBack(context, "**/packs/*.json");
  await field(page).fill(QUESTIONS.en);
  await page.keyboard.press("Enter");
  const region = page.locator(".ask > [role=status]");
  await eventually(async () => (await region.textContent()) === "Searching the articles…", "the stage is said");
  await page.keyboard.press("Escape");
  await eventually(async () => (await last(page).getAttribute("data-status")) === "stopped", "the question is stopped");
  letGo();
  await page.getByRole("button", { name: "Ask again" }).click();
  await settled(page, 1);
  expect(await region.textContent()).toMatch(/^Answer: /);
});

test("nothing that is asked leaves the device", async () => {
  const { page, requests } = await openAsk("en", QUESTIONS.en);
  await field(page).fill("How do I return an item?");
  await page.keyboard.press("Enter");
  await settled(page, 2);
  expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
  await page.reload();
  await settled(page, 1);
  expect(await last(page).locator("h2").textContent()).toBe("How do I return an item?");
  expect(requests.filter((url) => decodeURIComponent(url).includes("return an item"))).toEqual([]);
});

test("the model is offered, not fetched; not now is remembered", async () => {
  const { page, requests } = await openAsk("en", QUESTIONS.en);
  const offer = page.locator(".reader-notice");
  await offer.getByRole("button", { name: "Not now" }).click();
  await page.reload();
  await settled(page, 1);
  await offer.getByRole("button", { name: /^Get more exact answers/ }).waitFor();
  expect(await page.getByRole("button", { name: "Not now" }).count()).toBe(0);
  expect(requests.filter((url) => /pocket-help-reader|\.wasm/.test(url))).toEqual([]);
});

test("a model that is wanted comes with its bytes shown, and answers what was asked before", async () => {
  const { page, problems } = await openAsk("en", QUESTIONS.en);
  expect(await last(page).locator(".answer").getAttribute("data-by")).toBe("sentences");
  await page.getByRole("button", { name: "Fetch it" }).click();
  await eventually(
    async () =>
      (await last(page).locator(".answer").getAttribute("data-by")) === "reader" ||
      page.locator(".turn-better").count(),
    "the question is answered anew",
    60_000,
  );
  expect(await page.locator(".reader-notice").count()).toBe(0);
  expect(problems).toEqual([]);
});

test("results that were touched stay where they are: the answer waits behind a button", async () => {
  const { page, context } = await browser.open();
  await page.goto(`${site.url}en/search/`);
  // The answer's own code comes late.
  const letGo = await holdBack(context, "**/assets/answer-*");
  await search(page, QUESTIONS.en);
  await page.keyboard.press("ArrowDown");
  const top = () =>
    page
      .locator("[role=option]")
      .first()
      .evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  letGo();
  const button = page.getByRole("button", { name: "Show the answer" });
  await button.waitFor();
  expect(await top()).toBe(before);
  await button.click();
  await page.locator(".answer-above .answer").waitFor();
  expect(await top()).toBeGreaterThan(before);
});

test("words that are looked for get results alone", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/search/`);
  await search(page, "refund");
  await new Promise((done) => setTimeout(done, 1000));
  expect(await page.locator(".answer").count()).toBe(0);
});

test("the dialog on an article marks the words on that very page", async () => {
  const { page } = await browser.open({ reducedMotion: "reduce" });
  await page.goto(`${site.url}en/returns/when-is-my-refund/`);
  await page.keyboard.press("/");
  await search(page, QUESTIONS.en);
  const link = page.locator("dialog .answer .answer-actions a.button");
  await link.waitFor();
  await link.click();
  await page.locator("mark.quoted").first().waitFor();
  expect(await page.locator("dialog[open]").count()).toBe(0);
});

test("a link whose words are gone leads to their section and says so", async () => {
  const { page } = await browser.open({ reducedMotion: "reduce" });
  await page.goto(`${site.url}en/returns/return-an-item/#ph-quote=what-cannot-be-returned,Nothing%20like%20this,`);
  await page.getByText("The quoted words are no longer in this article.").first().waitFor();
  const heading = page.locator("#what-cannot-be-returned");
  expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await heading.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(300);
});

test("a site without answers has no ask page, no link to it, and asks nothing", async () => {
  const config = JSON.parse(await readFile(join(content, "config.json"), "utf8")) as Record<string, unknown>;
  const plain = await mkdtemp(join(tmpdir(), "pocket-help-ask-"));
  await cp(content, plain, { recursive: true });
  await addFiles(plain, { "config.json": JSON.stringify({ ...config, answers: { enabled: false } }) });
  const quiet = await buildAndServe(plain, "--base", "/");
  try {
    const { page } = await browser.open();
    expect((await page.goto(`${quiet.url}en/ask/`))?.status()).toBe(404);
    await page.goto(`${quiet.url}en/search/`);
    expect(await page.locator('a[href$="/ask/"]').count()).toBe(0);
    await search(page, QUESTIONS.en);
    expect(await page.locator(".answer").count()).toBe(0);
    // Its service worker is installed without the page that is not there.
    await eventually(
      () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active !== null),
      "the service worker is in charge",
    );
  } finally {
    await quiet.remove();
    await rm(plain, { recursive: true, force: true });
  }
});
