import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { heading } from "./support/offline-site";
import { CANARIES, type SealedSite, sealedSite, unlock } from "./support/sealed-site";
import { type GateMode, SIGN_IN_MARK, type SsoProxy, ssoProxy } from "./support/sso-proxy";

const browser = useBrowser();
let site: SealedSite;
let gate: SsoProxy;

beforeAll(async () => {
  site = await sealedSite();
  gate = await ssoProxy(site.url);
});
beforeEach(() => gate.expire());
afterAll(async () => {
  await gate?.stop();
  await site?.remove();
});

const MODES: readonly GateMode[] = ["redirect", "elsewhere", "page", "status"];
const RAISE = "Marmottitle: when wages rise";

const known = (text: string) => CANARIES.filter((canary) => decodeURIComponent(text).toLowerCase().includes(canary));

async function signIn(page: Page): Promise<void> {
  await page.getByRole("heading", { name: SIGN_IN_MARK }).waitFor();
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** The page that unlocks, reached through the gate; without a service worker, which would have copies. */
async function openForm(mode: GateMode) {
  gate.mode = mode;
  const visit = await browser.open({ serviceWorkers: "block" });
  visit.page.setDefaultTimeout(8000);
  await visit.page.goto(`${gate.url}en/unlock/`);
  await signIn(visit.page);
  await visit.page.locator("form[data-ready]").waitFor();
  return visit;
}

async function openRaise(page: Page): Promise<void> {
  await page.locator("main").getByRole("link", { name: "Marmotsection", exact: true }).first().click();
  await page.locator("main").getByRole("link", { name: RAISE }).first().click();
  await eventually(async () => (await heading(page)) === RAISE, "the article");
}

test.each(MODES)("a gate in the vault's place is told as an expired sign-in, and led to (%s)", async (mode) => {
  const { page, problems } = await openForm(mode);
  await unlock(page);
  await openRaise(page);
  const address = page.url();
  await page.reload();
  await page.locator("form[data-ready]").waitFor();
  gate.refuse(/\/sealed\//);
  await page.locator("#ph-passphrase").fill("seven brave otters sing");
  await page.keyboard.press("Enter");
  const error = page.locator("#ph-passphrase-error");
  await error.getByText("Your sign-in has expired").waitFor();
  gate.expire();
  await page.locator("form[data-unlock]").getByRole("button", { name: "Sign in again" }).click();
  await signIn(page);
  await page.locator("form[data-ready]").waitFor();
  await unlock(page);
  // What the gate has never heard of stands in the fragment, and comes back too.
  expect(await heading(page)).toBe(RAISE);
  expect(page.url()).toBe(address);
  // The test's browser answers with nothing where a service worker is to be registered.
  expect(problems.filter((problem) => !/401|'waiting'/.test(problem))).toEqual([]);
});

test("in another tab the sign-in takes the message away", async () => {
  const { page, context } = await openForm("redirect");
  gate.expire();
  await page.locator("#ph-passphrase").fill("seven brave otters sing");
  await page.keyboard.press("Enter");
  const form = page.locator("form[data-unlock]");
  // The code that unlocks does not arrive either.
  await form.getByText("Your sign-in has expired").waitFor();
  const tab = await context.newPage();
  await tab.goto(gate.url);
  await signIn(tab);
  await tab.close();
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await form.getByRole("button", { name: "Sign in again" }).waitFor({ state: "detached" });
  expect(await form.locator("[role=alert]").textContent()).toBe("");
});

test.each(MODES)("while unlocked, a sealed article that is kept back comes after the sign-in (%s)", async (mode) => {
  const { page, context } = await openForm(mode);
  await unlock(page);
  await openRaise(page);
  gate.expire();
  await page.getByRole("link", { name: "the rest", exact: true }).click();
  const note = page.locator('.note[data-note="signed-out"]');
  await note.waitFor();
  // What was unlocked stays.
  expect(await heading(page)).toBe(RAISE);
  expect(await page.locator("main").getAttribute("aria-busy")).toBeNull();
  expect(known(page.url() + gate.refused.join(" "))).toEqual([]);
  const tab = await context.newPage();
  await tab.goto(gate.url);
  await signIn(tab);
  await tab.locator("html[data-ready]").waitFor();
  await tab.close();
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await eventually(async () => (await heading(page)) === "Marmottitle of the rest", "the article that was asked for");
  expect(await note.count()).toBe(0);
});

test("whoever signs out in one tab locks what another has unlocked, at once", async () => {
  const { page, context } = await browser.open();
  await page.goto(`${site.url}en/unlock/`);
  await page.locator("form[data-ready]").waitFor();
  await unlock(page);
  await openRaise(page);
  const other = await context.newPage();
  await other.goto(`${site.url}en/`);
  // Erasing takes its time: the first word of it is enough.
  await other.evaluate(() => new BroadcastChannel("pocket-help:/help/:sign-out").postMessage("forget"));
  await eventually(() => page.evaluate(() => document.querySelector("h1") === null), "an empty document", 1500);
  expect(known(await page.content())).toEqual([]);
  await page.locator("form[data-unlock][data-ready]").waitFor();
  await unlock(page);
  await openRaise(page);
  await other.evaluate(() => {
    const link = document.createElement("a");
    link.href = "/help/en/your-data/#sign-out";
    document.body.prepend(link);
    link.click();
  });
  await other.locator(".data-done").getByText("everything on this device is erased").waitFor();
  await page.locator("form[data-unlock][data-ready]").waitFor();
  expect(known(await page.content())).toEqual([]);
});
