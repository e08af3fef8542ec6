import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_ARGS } from "../support/chromium";
import { ensureBrowser } from "../support/find-browser";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { framedPage, frameHost, heard, say } from "./support/frame-host";
import { heading, underWorker } from "./support/offline-site";
import {
  CANARIES,
  goToForm,
  HOST_KEY,
  PASSPHRASE,
  PICTURE,
  type SealedSite,
  sealedSite,
  unlock,
} from "./support/sealed-site";
import { answered, ask, titles } from "./support/search";
import { projectFolder } from "./support/sites";
import { violations, watchViolations } from "./support/violations";

const browser = useBrowser();
let site: SealedSite;

beforeAll(async () => {
  site = await sealedSite();
});
afterAll(async () => {
  await site?.remove();
});

const RAISE = { en: "Marmottitle: when wages rise", zh: "鸸鹋工资何时上调" } as const;
const SECTION = { en: "Marmotsection", zh: "鸸鹋工资" } as const;
type Language = keyof typeof RAISE;

const known = (text: string) => CANARIES.filter((canary) => text.toLowerCase().includes(canary));
const everything = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);
const isLocked = (page: Page) => page.locator("form[data-unlock][data-ready]").waitFor();

/** From the whole site's home to the sealed article. */
async function openRaise(page: Page, locale: Language = "en"): Promise<void> {
  await page.locator("main").getByRole("link", { name: SECTION[locale], exact: true }).first().click();
  await page.locator("main").getByRole("link", { name: RAISE[locale] }).first().click();
  await eventually(async () => (await heading(page)) === RAISE[locale], "the article");
}

describe.each(["en", "zh"] as const)("in %s", (locale) => {
  test("the open site leads to a page that asks, and knows nothing of what is sealed", async () => {
    const { page, problems } = await browser.open();
    await page.goto(`${site.url}${locale}/`);
    expect(known(await everything(page))).toEqual([]);
    await page.locator(".sealed-note a").click();
    await isLocked(page);
    expect(known(await everything(page))).toEqual([]);
    expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
    expect(await page.locator(".site-footer [data-unlock-link] a").getAttribute("href")).toBe(
      new URL(page.url()).pathname,
    );
    expect(problems).toEqual([]);
  });

  test("another passphrase is told so at the field, which keeps the focus; axe finds nothing", async () => {
    const { page } = await browser.open();
    await goToForm(page, site, locale);
    expect(await axeViolations(page)).toEqual([]);
    const field = page.locator("#ph-passphrase");
    await page.keyboard.press("Enter");
    const error = page.locator("#ph-passphrase-error");
    expect(await error.textContent()).toBe(locale === "en" ? "Enter the passphrase." : "请输入口令。");
    await field.fill("seven brave otters sang");
    await page.keyboard.press("Enter");
    const words = locale === "en" ? "That passphrase does not open these articles." : "该口令无法打开这些文章。";
    await eventually(async () => (await error.textContent()) === words, "the error");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("ph-passphrase");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: locale === "en" ? "Show the passphrase" : "显示口令" }).click();
    expect(await field.getAttribute("type")).toBe("text");
  });

  test("the right one shows the whole site: sections, article, search by words, an answer", async () => {
    const { page, context, problems } = await browser.open();
    await watchViolations(context);
    await goToForm(page, site, locale);
    await unlock(page);
    expect(await page.locator(".section-card").count()).toBe(2);
    expect(await axeViolations(page)).toEqual([]);
    await openRaise(page, locale);
    await page.locator("a[data-open-search]").first().click();
    await ask(page, locale === "en" ? "wages rise April" : "工资四月上调");
    expect((await titles(page))[0]).toContain(RAISE[locale]);
    await page.keyboard.press("Escape");
    await page.locator(".site-footer a[href$='/ask/']").click();
    await page.locator(".ask #ph-ask").fill(locale === "en" ? "When do wages rise?" : "工资何时上调？");
    await page.keyboard.press("Enter");
    await page.locator(".turn blockquote").waitFor();
    expect(await page.locator(".turn blockquote").innerText()).toContain(
      locale === "en" ? "four percent every April" : "四月上调百分之四",
    );
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
});

test("an article reads with its picture and its film; neither address nor title says which it is", async () => {
  const { page, context, problems } = await browser.open();
  await watchViolations(context);
  await goToForm(page, site);
  await unlock(page);
  await openRaise(page);
  const picture = page.locator("article img");
  await eventually(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth > 0), "the picture");
  expect(known(page.url() + (await page.title()))).toEqual([]);
  expect(new URL(page.url()).pathname).toBe("/help/en/unlock/");
  await page.getByRole("link", { name: "Marmotheading", exact: false }).first().click();
  expect(known(page.url())).toEqual([]);
  await page.getByRole("link", { name: "the rest", exact: true }).click();
  const film = page.locator("article video");
  await film.waitFor();
  await eventually(() => film.evaluate((video: HTMLVideoElement) => video.readyState >= 1), "the film");
  expect(known(await page.evaluate(() => JSON.stringify(history.state)))).toEqual([]);
  await page.goBack();
  await eventually(async () => (await heading(page)) === RAISE.en, "the article again");
  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test("search by meaning compares sealed passages too", async () => {
  const { page } = await browser.open();
  await goToForm(page, site);
  await unlock(page);
  await page.locator("a[data-open-search]").first().click();
  await ask(page, "salary increase");
  await eventually(async () => (await titles(page)).some((title) => title.includes("wages rise")), "found by meaning");
  await answered(page);
});

test("a reload locks; the address of a page asks, and then shows that page", async () => {
  const { page } = await browser.open();
  await goToForm(page, site);
  await unlock(page);
  await openRaise(page);
  const address = page.url();
  await page.reload();
  await isLocked(page);
  expect(known(await everything(page))).toEqual([]);
  await unlock(page);
  expect(await heading(page)).toBe(RAISE.en);
  expect(page.url()).toBe(address);
  // An open page comes back too.
  await page.locator("article").getByRole("link", { name: "when the gates open" }).click();
  await eventually(async () => (await heading(page)) === "When the gates open", "the open page");
  await page.reload();
  await isLocked(page);
  await unlock(page);
  expect(await heading(page)).toBe("When the gates open");
});

test("the address of a sealed article, as somebody passes it on, leads to the page that unlocks, and so to it", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/payroll/marmotslug/`);
  await page.locator(".sealed-note a[href*='#']").click();
  await isLocked(page);
  await unlock(page);
  expect(await heading(page)).toBe(RAISE.en);
  expect(known(page.url())).toEqual([]);
});

test("on hosts with one page for missing addresses, the way in speaks the language of the address", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}zh/payroll/marmotslug/`);
  await page.locator(".sealed-note[lang=zh-CN] a").waitFor();
  expect(await page.locator(".sealed-note a").getAttribute("href")).toContain("/zh/unlock/#");
});

test("Lock now empties the document at once, and the way back leads to nothing", async () => {
  const { page } = await browser.open();
  await goToForm(page, site);
  await unlock(page);
  await openRaise(page);
  const address = page.url();
  await page.getByRole("button", { name: "Lock now" }).click();
  await isLocked(page);
  expect(known(await everything(page))).toEqual([]);
  expect(await page.locator("[data-unlock-note]").textContent()).toContain("Locked.");
  await page.goBack();
  await isLocked(page);
  expect(known(await everything(page))).toEqual([]);
  await page.goto(address);
  await unlock(page);
  expect(await heading(page)).toBe(RAISE.en);
});

test("after the time without use everything locks by itself; any use puts it off", async () => {
  const { page } = await browser.open();
  await page.clock.install();
  await goToForm(page, site);
  await unlock(page);
  await openRaise(page);
  await page.clock.fastForward(115_000);
  await page.keyboard.press("Shift");
  await page.clock.fastForward(115_000);
  expect(await heading(page)).toBe(RAISE.en);
  await page.clock.fastForward(125_000);
  await isLocked(page);
  expect(known(await everything(page))).toEqual([]);
  expect(await page.locator("[data-unlock-note]").textContent()).toBe("Locked after 2 minutes without use.");
});

test("nothing readable is left on the device: storage, caches, and the browser's own folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "pocket-help-profile-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: ensureBrowser(),
    args: [...CHROMIUM_ARGS],
  });
  try {
    const page = await context.newPage();
    await page.goto(`${site.url}en/gates/opening/`);
    await underWorker(page);
    await goToForm(page, site);
    await underWorker(page);
    await unlock(page);
    await openRaise(page);
    await page.getByRole("button", { name: "Yes" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator("a[data-open-search]").first().click();
    await ask(page, "wages rise April");
    await page.locator("[role=option] a, .result-title").first().click();
    await page.getByRole("link", { name: "简体中文" }).first().click();
    await eventually(async () => (await heading(page)) !== RAISE.en, "the Chinese page");
    await page.goto(`${site.url}en/gates/opening/`);
    const stored = await page.evaluate(readEverythingStored);
    expect(stored).toContain("The gates open at six");
    expect(stored).toContain("/sealed/");
    expect(known(stored)).toEqual([]);
    await context.close();
    const found = new Set<string>();
    let open = false;
    // The picture, as bytes and as a `data:` address would have it; base64 goes by threes.
    const picture = (await readFile(projectFolder(...PICTURE))).subarray(60, 99);
    for (const file of await filesBelow(folder)) {
      const bytes = await readFile(file);
      const texts = (["utf8", "utf16le", "latin1"] as const).map((encoding) => bytes.toString(encoding));
      // The same at an odd place of the file.
      texts.push(bytes.subarray(1).toString("utf16le"));
      for (const text of texts) for (const canary of known(text)) found.add(`${canary} in ${file}`);
      if (bytes.includes(picture) || bytes.includes(picture.toString("base64"))) found.add(`the picture in ${file}`);
      open ||= texts.some((text) => text.includes("gates open at six"));
    }
    expect([...found]).toEqual([]);
    expect(open).toBe(true);
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Everything that the origin keeps, as one text. Runs in the page. */
async function readEverythingStored(): Promise<string> {
  const parts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      parts.push(request.url, (await (await cache.match(request))?.text()) ?? "");
    }
  }
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((settle, fail) => {
      request.onsuccess = () => settle(request.result);
      request.onerror = () => fail(request.error);
    });
  for (const { name = "" } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const values = await done(database.transaction(store).objectStore(store).getAll());
      parts.push(
        store,
        JSON.stringify(values, (_, value) => (ArrayBuffer.isView(value) ? "bytes" : value)),
      );
    }
    database.close();
  }
  return parts.join("\n");
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test("with the network gone, what was read opens again with the passphrase; what was not says so", async () => {
  const own = await sealedSite();
  try {
    const { page } = await browser.open();
    await goToForm(page, own);
    await underWorker(page);
    await unlock(page);
    await openRaise(page);
    await page.locator("a[data-open-search]").first().click();
    await ask(page, "wages rise");
    await page.keyboard.press("Escape");
    await own.stop();
    await page.reload();
    await isLocked(page);
    await unlock(page);
    expect(await heading(page)).toBe(RAISE.en);
    const picture = page.locator("article img");
    await eventually(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth > 0), "the picture");
    await page.locator("a[data-open-search]").first().click();
    await ask(page, "wages rise April");
    expect((await titles(page))[0]).toContain(RAISE.en);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "the rest", exact: true }).click();
    await eventually(async () => !(await heading(page)).includes("Marmot"), "the page that says so");
    expect(new URL(page.url()).pathname).toBe("/help/en/unlock/");
    expect(await page.locator("#ph-lock-bar").isVisible()).toBe(true);
  } finally {
    await own.remove();
  }
});

test("where pages are turned already, as in a frame, unlocking takes over and tells nothing either", async () => {
  const { page, problems } = await browser.open();
  await page.goto(`${site.url}en/?embed=1`);
  await page.locator("html.embedded").waitFor();
  await page.locator(".sealed-note a").click();
  await isLocked(page);
  await unlock(page);
  await openRaise(page);
  expect(new URL(page.url()).pathname).toBe("/help/en/unlock/");
  expect(known(page.url() + (await page.title()))).toEqual([]);
  await page.getByRole("button", { name: "Lock now" }).click();
  await isLocked(page);
  expect(known(await everything(page))).toEqual([]);
  expect(problems).toEqual([]);
});

test("a host page hands the key over: the frame shows the whole site, and asks for the passphrase once it is locked", async () => {
  const host = await frameHost();
  const own = await sealedSite([host.origin]);
  try {
    const { page } = await browser.open();
    await page.goto(host.framing(`${own.url}en/`));
    const frame = await framedPage(page, own.url);
    await frame.locator(".frame-bar").waitFor();
    await say(page, { type: "unlock", id: 1, key: "A".repeat(43) });
    expect(await heard(page, "refused")).toEqual({ type: "refused", id: 1, reason: "vault-wrong-key" });
    expect(known(await frame.content())).toEqual([]);
    await say(page, { type: "unlock", id: 2, key: HOST_KEY });
    await frame.getByRole("link", { name: SECTION.en, exact: true }).first().click();
    await frame.locator("main").getByRole("link", { name: RAISE.en }).first().click();
    await frame.locator("article img").waitFor();
    expect(known(frame.url())).toEqual([]);
    await frame.getByRole("button", { name: "Lock now" }).click();
    await frame.locator("form[data-unlock][data-ready]").waitFor();
    expect(known(await frame.content())).toEqual([]);
  } finally {
    await Promise.all([own.remove(), host.stop()]);
  }
});

test("over plain http it says what it needs, and asks for nothing", async () => {
  const plain = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...CHROMIUM_ARGS, "--host-resolver-rules=MAP harbour.example 127.0.0.1"],
  });
  try {
    const page = await plain.newPage();
    const url = new URL(site.url);
    url.hostname = "harbour.example";
    await page.goto(`${url.href}en/unlock/`);
    await isLocked(page);
    expect(await page.locator("#ph-passphrase-error").textContent()).toContain("https");
    expect(await page.locator("#ph-passphrase").isDisabled()).toBe(true);
  } finally {
    await plain.close();
  }
});

test("without JavaScript the page says that it is needed", async () => {
  const { page } = await browser.open({ javaScriptEnabled: false });
  await page.goto(`${site.url}en/unlock/`);
  expect(await page.locator("noscript .callout").textContent()).toContain("JavaScript");
  expect(await page.locator("form[data-unlock]").isVisible()).toBe(false);
});

test("a passphrase is the same however the keyboard writes it", async () => {
  const { page } = await browser.open();
  await goToForm(page, site);
  await unlock(page, ` ${PASSPHRASE.replace("seven", "ｓｅｖｅｎ")} `);
  expect(await page.locator(".section-card").count()).toBe(2);
});
