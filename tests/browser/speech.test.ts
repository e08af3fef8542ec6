import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { speechStringsFor } from "../../src/ui/strings/speech-words";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";
import {
  endText,
  localVoice,
  markedOn,
  say,
  setVoices,
  spokenOn,
  startedOn,
  useRecognition,
  useVoices,
} from "./support/speech";
import { violations, watchViolations } from "./support/violations";

const browser = useBrowser();
const content = projectFolder("tests", "fixtures", "browser", "handbook");
const ONLINE = localVoice("en-US", { localService: false });
let site: TestSite;
/** The same with the services of browsers allowed. */
let open: TestSite;
/** One with a notice of the day. */
let shop: TestSite;
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "pocket-help-speech-"));
  const config = JSON.parse(await readFile(join(content, "config.json"), "utf8")) as object;
  const file = join(scratch, "config.json");
  await writeFile(file, JSON.stringify({ ...config, speech: { browserService: true } }));
  site = await buildAndServe(content, "--base", "/");
  open = await buildAndServe(content, "--base", "/", "--config", file);
  shop = await buildAndServe(projectFolder("tests", "fixtures", "browser", "shelf"), "--base", "/");
});
afterAll(async () => {
  await site?.remove();
  await open?.remove();
  await shop?.remove();
  await rm(scratch, { recursive: true, force: true });
});

const LANGUAGES = [
  { locale: "en", lang: "en-US", words: speechStringsFor("en") },
  { locale: "zh", lang: "zh-CN", words: speechStringsFor("zh") },
] as const;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** After everything that comes when the page has nothing else to do. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(300);
}

describe.each(LANGUAGES)("reading an article aloud in $locale", ({ locale, lang, words }) => {
  test("goes from the title to the end, marks what is spoken, and leaves out what is not to be heard", async () => {
    const { page, context, problems } = await browser.open();
    await watchViolations(context);
    await useVoices(context, localVoice("fr-FR"), localVoice(lang));
    await page.goto(`${site.url}${locale}/tools/everything/`);
    const listen = button(page, words.listen);
    await listen.click();
    expect(await listen.getAttribute("aria-pressed")).toBe("true");
    expect((await spokenOn(page))[0]).toBe(await page.locator("h1").textContent());
    expect(await axeViolations(page)).toEqual([]);

    for (let at = 0; (await listen.getAttribute("aria-pressed")) === "true"; at++) {
      const said = (await spokenOn(page))[at] ?? "";
      // Between the cells of a row there is a comma for the ear only.
      const bare = (text: string) => text.replace(/[\s,，]/g, "");
      expect(bare(await markedOn(page))).toContain(bare(said));
      expect(at).toBeLessThan(200);
      await endText(page);
    }
    expect(await markedOn(page)).toBe("");
    const all = (await spokenOn(page)).join("\n");
    expect(all).not.toContain("saw --depth");
    expect(await page.locator(`[data-speech="status"]`).textContent()).toBe(words.finished);
    const headings = await page.locator("[data-prose] :is(h2, h3):not(.sr-only)").allTextContents();
    expect((await spokenOn(page)).filter((text) => headings.includes(text))).toEqual(headings);
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("is paused, goes on, and stops with Escape", async () => {
    const { page, context } = await browser.open();
    await useVoices(context, localVoice(lang));
    await page.goto(`${site.url}${locale}/tools/everything/`);
    const listen = button(page, words.listen);
    await listen.press("Enter");
    await button(page, words.pause).press("Enter");
    expect(await page.locator(`[data-speech="status"]`).textContent()).toBe(words.paused);
    await button(page, words.goOn).press("Enter");
    const [first, again] = await spokenOn(page);
    expect(again).toBe(first);
    await page.keyboard.press("Escape");
    expect(await listen.getAttribute("aria-pressed")).toBe("false");
    expect(await button(page, words.stop).count()).toBe(0);
    expect(await markedOn(page)).toBe("");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-speech"))).toBe("listen");
  });
});

test("what stands in hidden tabs, folds and code is not read; rows of tables are", async () => {
  const { page, context } = await browser.open();
  await useVoices(context, localVoice("en-US"));
  await page.goto(`${site.url}en/tools/everything/`);
  await button(page, "Listen").click();
  for (let texts = 0; texts < (await spokenOn(page)).length; ) {
    texts = (await spokenOn(page)).length;
    await endText(page);
  }
  const all = await spokenOn(page);
  expect(all).toContain("Pull, never push.");
  expect(all).toContain("Pine, 1700, Shelves, Sandy soil, Less");
  expect(all).toContain("What is folded away?");
  expect(all).toContain("Wear the ear muffs.");
  const text = all.join("\n");
  for (const unread of ["Lower the guard first.", "awl", "planks --oak", "Copy"]) expect(text).not.toContain(unread);
});

test("what is spoken comes into view, unless the reader has just scrolled", async () => {
  const { page, context } = await browser.open({ viewport: { width: 390, height: 700 }, reducedMotion: "reduce" });
  await useVoices(context, localVoice("en-US"));
  await page.goto(`${site.url}en/tools/everything/`);
  await button(page, "Listen").click();
  while (!(await spokenOn(page)).includes("Far below")) await endText(page);
  const inView = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get("ph-spoken") ?? [];
      const box = (range as Range | undefined)?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
  await eventually(inView, "the words are in view");
  // The way to stop it stays at hand.
  expect(await button(page, "Stop reading").isVisible()).toBe(true);
  await page.waitForTimeout(1200);
  await page.mouse.wheel(0, -5000);
  await eventually(async () => !(await inView()), "the reader has scrolled away");
  const before = await page.evaluate(() => scrollY);
  await endText(page);
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("on a phone the notice of the day makes room for the button that stops the voice", async () => {
  const { page, context } = await browser.open({ viewport: { width: 320, height: 640 } });
  await useVoices(context, localVoice("en-US"));
  await page.goto(`${shop.url}en/orders/track/`);
  const notice = page.getByText("Important: Strike");
  await notice.waitFor();
  await button(page, "Listen").click();
  expect(await notice.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await button(page, "Stop reading").click();
  expect(await notice.isVisible()).toBe(true);
  expect(await spokenOn(page)).toHaveLength(1);
});

test("the voice falls silent when the page is left", async () => {
  const { page, context } = await browser.open();
  await useVoices(context, localVoice("en-US"));
  await page.goto(`${site.url}en/tools/everything/`);
  await button(page, "Listen").click();
  await page.goto(`${site.url}en/`);
  expect(await page.evaluate(() => sessionStorage.getItem("silenced"))).toBe("/en/tools/everything/");
});

describe("an article without a voice", () => {
  test("has no button and fetches nothing for it; one comes with a voice that comes late", async () => {
    const { page, context, asked } = await browser.open();
    await useVoices(context, localVoice("fr-FR"), ONLINE);
    await page.goto(`${site.url}en/tools/everything/`);
    await settle(page);
    expect(await button(page, "Listen").count()).toBe(0);
    expect(asked.filter((address) => address.includes("article-reading"))).toEqual([]);
    await setVoices(page, localVoice("fr-FR"), ONLINE, localVoice("en-GB"));
    await button(page, "Listen").click();
    expect(await spokenOn(page)).toHaveLength(1);
  });

  test("may have an online one where the site allows it, which asks first", async () => {
    const { page, context } = await browser.open();
    await useVoices(context, ONLINE);
    await page.goto(`${open.url}en/tools/everything/`);
    await button(page, "Listen").click();
    await page.getByText("The text is sent there.").waitFor();
    expect(await spokenOn(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await button(page, "Cancel").click();
    expect(await spokenOn(page)).toEqual([]);
    await button(page, "Listen").click();
    await button(page, "Use the online service").click();
    expect(await spokenOn(page)).toHaveLength(1);
  });
});

describe.each(LANGUAGES)("dictating a question in $locale", ({ locale, lang, words }) => {
  test("on the device, it lands in the field", async () => {
    const { page, context, problems } = await browser.open();
    await useRecognition(context, { [lang]: "available" });
    await page.goto(`${site.url}${locale}/ask/`);
    await button(page, words.dictate).click();
    expect(await startedOn(page)).toEqual([{ lang, processLocally: true }]);
    expect(await axeViolations(page)).toEqual([]);
    await say(page, locale === "en" ? "how deep is the saw" : "锯多深");
    await eventually(
      async () => (await page.locator("#ph-ask").inputValue()) === (locale === "en" ? "how deep is the saw" : "锯多深"),
      "the words stand in the field",
    );
    expect(problems).toEqual([]);
  });

  test("after a download that the reader agrees to", async () => {
    const { page, context } = await browser.open();
    await useRecognition(context, { [lang]: "downloadable" });
    await page.goto(`${site.url}${locale}/ask/`);
    await button(page, words.dictate).click();
    await page.getByText(words.packOffer).waitFor();
    expect(await startedOn(page)).toEqual([]);
    await button(page, words.packLoad).click();
    await page.getByText(words.packReady).waitFor();
    await button(page, words.dictate).click();
    expect(await startedOn(page)).toEqual([{ lang, processLocally: true }]);
  });

  test("is not offered where the device cannot, unless the site allows the browser's service, which asks first", async () => {
    const closed = await browser.open();
    await useRecognition(closed.context, {});
    await closed.page.goto(`${site.url}${locale}/ask/`);
    await settle(closed.page);
    expect(await button(closed.page, words.dictate).count()).toBe(0);

    const { page, context } = await browser.open();
    await useRecognition(context, {});
    await page.goto(`${open.url}${locale}/ask/`);
    await button(page, words.dictate).click();
    await page.getByText(words.serviceNotice).waitFor();
    expect(await startedOn(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await button(page, words.serviceUse).click();
    expect(await startedOn(page)).toEqual([{ lang, processLocally: false }]);
  });
});
