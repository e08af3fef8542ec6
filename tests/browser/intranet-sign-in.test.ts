import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, type OpenPage, useBrowser } from "./support/browser";
import { heading, type OfflineSite, offlineSite, underWorker } from "./support/offline-site";
import { answered, field, titles } from "./support/search";
import { type GateMode, SIGN_IN_MARK, type SsoProxy, ssoProxy } from "./support/sso-proxy";

const browser = useBrowser();
let site: OfflineSite;
let gate: SsoProxy;

beforeAll(async () => {
  site = await offlineSite();
  gate = await ssoProxy(site.url);
});
afterAll(async () => {
  await gate?.stop();
  await site?.remove();
});

const MODES: readonly GateMode[] = ["redirect", "elsewhere", "page", "status"];

/** What search is made of. */
const DATA = /\/packs\/|\/updates/;

const atGate = (page: Page) => page.getByRole("heading", { name: SIGN_IN_MARK });

async function signIn(page: Page): Promise<void> {
  await atGate(page).waitFor();
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** A page that was reached through the gate. */
async function open(path: string, mode: GateMode, options?: BrowserContextOptions): Promise<OpenPage> {
  gate.mode = mode;
  const visit = await browser.open(options);
  visit.page.setDefaultTimeout(6000);
  await visit.page.goto(gate.url + path);
  await signIn(visit.page);
  await visit.page.locator("html[data-ready]").waitFor();
  return visit;
}

/** Every cached body and every stored value of the origin, as one text. */
function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts: string[] = [JSON.stringify({ ...localStorage })];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push((await (await cache.match(request))?.text()) ?? "");
    }
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open(name ?? "");
        opening.onsuccess = () => done(opening.result);
      });
      for (const store of database.objectStoreNames) {
        const values = await new Promise<unknown[]>((done) => {
          const asking = database.transaction(store).objectStore(store).getAll();
          asking.onsuccess = () => done(asking.result);
        });
        texts.push(JSON.stringify(values));
      }
      database.close();
    }
    return texts.join("\n");
  });
}

const note = (page: Page) => page.locator('.note[data-note="signed-out"]');

async function noteText(context: BrowserContext, page: Page): Promise<string> {
  expect(context.pages()).toContain(page);
  await note(page).waitFor();
  return (await note(page).locator("p").textContent()) ?? "";
}

test.each(MODES)("search says that the sign-in has expired, and goes on after a new one (%s)", async (mode) => {
  const { page, problems } = await open("en/", mode);
  gate.refuse(DATA);
  await page.goto(`${gate.url}en/search/`);
  await field(page).fill("tear");
  const alert = page.getByRole("alert");
  await alert.getByText("Your sign-in has expired.").waitFor();
  gate.expire();
  await alert.getByRole("button", { name: "Sign in again" }).click();
  await signIn(page);
  await eventually(async () => (await field(page).inputValue()) === "tear", "the question is there again");
  await answered(page);
  expect(await titles(page)).toEqual(["Mend a tear"]);
  // The browser itself reports what the gate kept back of the app's own files; of ours nothing may come.
  const ofBrowser = /401|dynamically imported module|module script|Loading the script '[^']*\/login\?/;
  expect(problems.filter((problem) => !ofBrowser.test(problem))).toEqual([]);
  expect(await stored(page)).not.toContain(SIGN_IN_MARK);
});

test("the dialog's question comes through the sign-in too", async () => {
  const { page } = await open("en/repair/mend-a-tear/", "elsewhere");
  gate.refuse(DATA);
  await page.locator("[data-open-search]").first().click();
  await field(page).fill("launch");
  await page.getByText("Your sign-in has expired.").first().waitFor();
  gate.expire();
  await page.getByRole("alert").getByRole("button", { name: "Sign in again" }).click();
  await signIn(page);
  await eventually(async () => (await field(page).inputValue()) === "launch", "the question is there again");
  await answered(page);
  expect(await titles(page)).toEqual(["Launch a kite"]);
});

test.each(MODES)("the ask page's question comes through the sign-in, and never reaches the gate (%s)", async (mode) => {
  const { page } = await open("en/", mode);
  gate.refuse(DATA);
  await page.goto(`${gate.url}en/ask/`);
  await page.locator("#ph-ask-island input").fill("How do I mend a tear?");
  await page.keyboard.press("Enter");
  await page.locator("#ph-ask-island").getByText("Your sign-in has expired.").first().waitFor();
  gate.expire();
  await page.locator("#ph-ask-island").getByRole("button", { name: "Sign in again" }).click();
  await atGate(page).waitFor();
  expect(decodeURIComponent(gate.refused.join(" "))).not.toContain("mend");
  await signIn(page);
  await page.locator(".turn-question").getByText("How do I mend a tear?").waitFor();
  await page.getByText("ripstop").first().waitFor();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test.each(MODES)(
  "a page in charge of the service worker says so, reads on, and stores no sign-in page (%s)",
  async (mode) => {
    const { page, context } = await open("en/flying/launch-a-kite/", mode);
    await underWorker(page);
    await page.goto(`${gate.url}en/search/?q=kite`);
    await answered(page);
    await page.goto(`${gate.url}en/flying/launch-a-kite/`);
    await underWorker(page);
    gate.expire();
    // The page's own question about news is what tells.
    gate.drop = /launch-a-kite/;
    await page.reload();
    expect(await heading(page)).toBe("Launch a kite");
    expect(await page.locator("[data-copy-age] p").isVisible()).toBe(true);
    expect(await noteText(context, page)).toContain("can still be read");
    expect(await page.locator(".offline-badge").isVisible()).toBe(false);
    await page.evaluate(() =>
      navigator.serviceWorker.getRegistration().then((known) => known?.update().catch(() => {})),
    );
    expect(await stored(page)).not.toContain(SIGN_IN_MARK);
    expect(
      await page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => known?.active?.state)),
    ).toBe("activated");
    gate.drop = undefined;
    await note(page).getByRole("button", { name: "Sign in again" }).click();
    await signIn(page);
    expect(await heading(page)).toBe("Launch a kite");
    await note(page).waitFor({ state: "detached" });
    expect(await stored(page)).not.toContain(SIGN_IN_MARK);
  },
);

test("search goes on with what is on the device", async () => {
  const { page } = await open("en/search/?q=kite", "status");
  await answered(page);
  await underWorker(page);
  // What search keeps is written beside the answer.
  await eventually(async () => (await stored(page)).includes("ripstop"), "the texts are stored");
  gate.expire();
  await page.goto(gate.portal(`${gate.url}en/search/?q=tear`));
  const frame = page.frameLocator("iframe");
  await frame.getByRole("option").getByText("Mend a tear").first().waitFor();
});

test.each(["redirect", "elsewhere", "page"] as const)(
  "keeping says it, and goes on after a new sign-in (%s)",
  async (mode) => {
    const { page } = await open("en/offline/", mode);
    await underWorker(page);
    const keep = page.locator(".keep");
    await keep.getByRole("checkbox").first().check();
    gate.expire();
    await keep.getByRole("button", { name: /^Keep selected/ }).click();
    await keep.getByText("Your sign-in has expired.").waitFor();
    expect(await stored(page)).not.toContain(SIGN_IN_MARK);
    await keep.getByRole("button", { name: "Sign in again" }).click();
    await signIn(page);
    await page.locator(".keep .is-kept").first().waitFor();
    expect(await stored(page)).not.toContain(SIGN_IN_MARK);
  },
);

test("a model in whose place the sign-in page comes is not stored, and comes later", async () => {
  const { page } = await open("en/", "page");
  await underWorker(page);
  gate.refuse(/\/models\//);
  await page.goto(`${gate.url}en/search/`);
  await field(page).fill("tear");
  await answered(page);
  await page.locator(".search-note").getByText("Your sign-in has expired.").waitFor();
  expect(await stored(page)).not.toContain(SIGN_IN_MARK);
  gate.refuse(/^$/);
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await page.locator(".search-note").waitFor({ state: "detached" });
});

test.each(MODES)(
  "in a frame the sign-in opens a tab of its own, and the frame goes on by itself (%s)",
  async (mode) => {
    const { page, context } = await open("en/flying/launch-a-kite/", mode);
    await underWorker(page);
    gate.expire();
    await page.goto(gate.portal(page.url()));
    const frame = page.frameLocator("iframe");
    // The gate's own page would be refused in a frame: the device's copy stands in for it.
    await frame.getByRole("heading", { name: "Launch a kite" }).waitFor();
    const words = frame.locator('.note[data-note="signed-out"]');
    await words.getByText("in a new tab").waitFor();
    const opened = context.waitForEvent("page");
    await words.getByRole("button", { name: "Sign in again" }).click();
    const tab = await opened;
    await signIn(tab);
    await tab.locator("html[data-ready]").waitFor();
    await tab.close();
    await frame.locator("body").evaluate(() => dispatchEvent(new Event("focus")));
    await words.waitFor({ state: "detached" });
  },
);

test("a page that the device lacks says in a frame why it is not there, and comes after the sign-in", async () => {
  const { page } = await open("en/flying/launch-a-kite/", "redirect");
  await underWorker(page);
  gate.expire();
  await page.goto(gate.portal(`${gate.url}en/flying/land-a-kite/`));
  const frame = page.frameLocator("iframe");
  await frame.locator("main .lead").getByText("Your sign-in has expired").waitFor();
  const tab = await page.context().newPage();
  await tab.goto(gate.url);
  await signIn(tab);
  await tab.locator("html[data-ready]").waitFor();
  await tab.close();
  await frame.locator("body").evaluate(() => dispatchEvent(new Event("focus")));
  await frame.getByRole("heading", { name: "Land a kite" }).waitFor();
});

test.each(MODES)(
  "a frame without a service worker never goes to the sign-in: it says so, and turns the page after it (%s)",
  async (mode) => {
    const { page, context } = await open("en/flying/launch-a-kite/", mode, { serviceWorkers: "block" });
    await page.goto(gate.portal(`${gate.url}en/flying/?embed=1`));
    const frame = page.frameLocator("iframe");
    await frame.locator(".frame-bar").waitFor();
    // What tells of a gate is there before it shuts.
    await page.waitForLoadState("networkidle");
    gate.expire();
    await frame.locator("main").getByRole("link", { name: "Land a kite" }).first().click();
    const words = frame.locator('.note[data-note="signed-out"]');
    await words.getByText("in a new tab").waitFor();
    // What was shown can be read on.
    await frame.locator("main").getByRole("link", { name: "Land a kite" }).first().waitFor();
    const opened = context.waitForEvent("page");
    await words.getByRole("button", { name: "Sign in again" }).click();
    const tab = await opened;
    await signIn(tab);
    await tab.locator("html[data-ready]").waitFor();
    await tab.close();
    await frame.locator("body").evaluate(() => dispatchEvent(new Event("focus")));
    await frame.getByRole("heading", { name: "Land a kite", level: 1 }).waitFor();
    await words.waitFor({ state: "detached" });
  },
);

test.each(MODES)(
  "a service worker whose next version meets the gate at its installation goes on (%s)",
  async (mode) => {
    const { page } = await open("en/flying/launch-a-kite/", mode);
    await underWorker(page);
    const script = join(site.folder, "sw.js");
    const before = await readFile(script, "utf8");
    const after = before.replace(/("version":")[0-9a-f]+/, "$1another");
    expect(after).not.toBe(before);
    await writeFile(script, after);
    try {
      // The session ends between the script and the files that it wants.
      gate.refuse(/^(?!\/sw\.js$)/);
      const registered = await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const found = new Promise<ServiceWorker | null>((done) =>
          registration?.addEventListener("updatefound", () => done(registration.installing)),
        );
        await registration?.update();
        const next = await found;
        await new Promise<void>((done) => {
          const look = () => next?.state === "redundant" && done();
          next?.addEventListener("statechange", look);
          look();
        });
        return { active: registration?.active?.state, waiting: registration?.waiting };
      });
      expect(registered).toEqual({ active: "activated", waiting: null });
      expect(await stored(page)).not.toContain(SIGN_IN_MARK);
      gate.drop = /launch-a-kite/;
      await page.reload();
      expect(await heading(page)).toBe("Launch a kite");
      expect(await page.locator("[data-copy-age] p").isVisible()).toBe(true);
    } finally {
      gate.drop = undefined;
      await writeFile(script, before);
    }
  },
);

test("the manifest is asked for with the cookies, and a new visitor gets the service worker after signing in", async () => {
  const { page, problems } = await open("en/", "status");
  await underWorker(page);
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
    return { crossOrigin: link?.crossOrigin, href: link?.href ?? "" };
  });
  expect(manifest.crossOrigin).toBe("use-credentials");
  expect((await page.request.get(manifest.href)).status()).toBe(200);
  expect(gate.refused.filter((path) => path.endsWith(".webmanifest"))).toEqual([]);
  expect(problems.filter((problem) => !problem.includes("401"))).toEqual([]);
});
