import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PocketHelpWidget } from "../../src/widget/api";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { type DemoHosts, demoHosts } from "./support/demo-hosts";
import { type HostSite, serveHost } from "./support/host-server";
import { helpFrame, launcher, listenTo, panel, visitHost } from "./support/host-visit";
import { HOST_KEY, type SealedSite, sealedSite } from "./support/sealed-site";

const browser = useBrowser();
let demo: DemoHosts;
/** A second shop, whose help centre has a sealed section. */
let works: HostSite;
let sealed: SealedSite;

beforeAll(async () => {
  demo = await demoHosts();
  works = await serveHost("shop");
  sealed = await sealedSite([works.origin]);
  works.embed({ help: sealed.url });
});
afterAll(() => Promise.all([demo?.remove(), works?.stop(), sealed?.remove()]));

/** Makes a call and waits for what it promises. @returns why it was refused, `undefined` when it was not */
function call(page: Page, name: keyof PocketHelpWidget, ...args: readonly unknown[]): Promise<string | undefined> {
  return page.evaluate(
    async ({ name, args }) => {
      const widget = window.PocketHelp as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;
      try {
        await widget[name]?.(...args);
        return undefined;
      } catch (reason) {
        return (reason as Error).message;
      }
    },
    { name, args },
  );
}

const checkout = (locale = "en") => demo.shop.page(`${locale}/checkout.html`);
const shows = (frame: Frame, selector: string) => frame.locator(selector).first().waitFor();

test("toggle opens and closes", async () => {
  const { page } = await visitHost(browser, checkout());
  await call(page, "toggle");
  await panel(page).waitFor();
  await call(page, "toggle");
  await panel(page).waitFor({ state: "hidden" });
  expect(await launcher(page).isVisible()).toBe(true);
});

describe("set, while the panel is open", () => {
  test("language: the panel stays, speaks the other one, and keeps the focus", async () => {
    const { page } = await visitHost(browser, checkout());
    await launcher(page).click();
    await shows(await helpFrame(page, demo.help.url), "h1");
    await call(page, "set", { lang: "zh" });
    const frame = await eventually(
      async () => page.frames().find((frame) => frame.url() === `${demo.help.url}zh/`),
      "the other language",
    );
    await shows(frame, "#ph-frame-bar");
    expect(await frame.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect(await panel(page).getAttribute("aria-label")).toBe("栖檐家居");
    await eventually(() => frame.evaluate(() => document.hasFocus()), "the focus is in the frame");
    await frame.locator("body").press("Escape");
    await panel(page).waitFor({ state: "hidden" });
    expect(await launcher(page).innerText()).toBe("帮助");
  });

  test("position, words, colours, brightness and size", async () => {
    const { page } = await visitHost(browser, checkout());
    await launcher(page).click();
    const frame = await helpFrame(page, demo.help.url);
    await shows(frame, "#ph-frame-bar");
    await call(page, "set", {
      position: "start",
      label: "Ask us",
      theme: { "--pocket-help-accent": "#1d4ed8" },
      scheme: "dark",
      zoom: 1.25,
    });
    await eventually(async () => (await panel(page).boundingBox())?.x === 20, "at the other side");
    expect((await panel(page).boundingBox())?.width).toBe(500);
    await eventually(
      () => frame.evaluate(() => document.documentElement.dataset.theme === "dark"),
      "the frame has got dark",
    );
    const looks = await frame.evaluate(() => {
      const { fontSize } = getComputedStyle(document.documentElement);
      return { fontSize, brand: document.documentElement.style.getPropertyValue("--brand") };
    });
    expect(looks.fontSize).toBe("20px");
    expect(looks.brand).toBe("#1d4ed8");
    await call(page, "close");
    await launcher(page).waitFor();
    expect(await launcher(page).innerText()).toBe("Ask us");
    expect(await launcher(page).evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
      "color(srgb 0.113725 0.305882 0.847059)",
    );
  });
});

describe("a site with a sealed section", () => {
  const SECTION = "Marmotsection";

  test("another key is refused, the right one opens it, and signing out locks it", async () => {
    const { page } = await visitHost(browser, works.page("en/checkout.html"));
    expect(await call(page, "unlock", "A".repeat(43))).toBe("vault-wrong-key");
    expect(await panel(page).isVisible()).toBe(false);
    expect(await call(page, "unlock", HOST_KEY)).toBeUndefined();
    await call(page, "open");
    const frame = await helpFrame(page, sealed.url);
    await frame.getByRole("link", { name: SECTION, exact: true }).first().click();
    await frame
      .getByRole("link", { name: /^Marmottitle/ })
      .first()
      .waitFor();
    expect(await call(page, "signOut")).toBeUndefined();
    await eventually(async () => (await frame.locator("main.home").count()) === 1, "home");
    await shows(frame, "#ph-frame-bar");
    expect(await frame.content()).not.toMatch(/marmot/i);
  });
});

test("what the host told of the person is forgotten with them, until it tells something new", async () => {
  const { page } = await visitHost(browser, checkout());
  await launcher(page).click();
  const frame = await helpFrame(page, demo.help.url);
  const toContact = async () => {
    await shows(frame, "#ph-frame-bar");
    await frame.locator("a[data-contact-link]:visible").last().click();
    await shows(frame, "a[data-channel]:visible");
  };
  await toContact();
  await frame.locator("#ph-facts dd", { hasText: "EB-20417" }).waitFor();
  expect(await call(page, "signOut")).toBeUndefined();
  await shows(frame, "main.home");
  await toContact();
  // As long as facts took before to come, and more.
  await page.waitForTimeout(500);
  expect(await frame.content()).not.toContain("EB-20417");
  await call(page, "context", { Order: "EB-7" });
  await frame.locator("#ph-facts dd", { hasText: "EB-7" }).waitFor();
});

test("the host hears that nothing covers a question, and by which kind of channel the person goes on", async () => {
  const { page } = await visitHost(browser, checkout());
  const [notCovered, contact] = await Promise.all([listenTo(page, "notCovered"), listenTo(page, "contact")]);
  await call(page, "ask", "Who won the chess championship in Reykjavik?");
  const frame = await helpFrame(page, demo.help.url);
  await eventually(async () => (await notCovered()).length > 0, "the event", 20_000);
  expect(await notCovered()).toEqual([{}]);
  await frame.locator("a[data-contact-link]:visible").last().click();
  const mail = frame.locator("a[data-channel][href^='mailto:']:visible").first();
  await mail.evaluate((link) => link.addEventListener("click", (event) => event.preventDefault()));
  await mail.click();
  await eventually(async () => (await contact()).length > 0, "the other event");
  expect(await contact()).toEqual([{ channel: "email" }]);
});

test("a panel says nothing of its height", async () => {
  const { page } = await visitHost(browser, checkout());
  const sizes = await listenTo(page, "size");
  await launcher(page).click();
  await shows(await helpFrame(page, demo.help.url), "#ph-frame-suggestions a");
  expect(await sizes()).toEqual([]);
});

test("an element with autosize is as high as its page, comes to rest, and search in it changes nothing", async () => {
  const { page } = await visitHost(browser, checkout());
  const sizes = await listenTo(page, "size");
  await page.evaluate(() => {
    const inline = document.createElement("pocket-help");
    inline.setAttribute("autosize", "");
    inline.setAttribute("article", "en/payments/payment-declined");
    document.querySelector("main")?.prepend(inline);
  });
  const frame = await helpFrame(page, demo.help.url);
  await shows(frame, "[data-prose]");
  const rest = async () => {
    for (let last = -1; last !== (await sizes()).length; await page.waitForTimeout(700)) last = (await sizes()).length;
    const { height = 0 } = (await sizes()).at(-1) ?? {};
    return height;
  };
  const height = await rest();
  expect(height).toBeGreaterThan(600);
  expect((await sizes()).length).toBeLessThan(12);
  expect((await page.locator("pocket-help").boundingBox())?.height).toBe(height);
  expect(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
  await frame.getByRole("button", { name: "Search" }).first().click();
  await frame.locator("dialog[open] [role=combobox]").fill("refund");
  await frame.locator("dialog[open] .result-title").first().waitFor();
  expect(await rest()).toBe(height);
});

test("an inline help centre moves nothing on its host's page", async () => {
  const { page, context } = await browser.open();
  await context.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(demo.intranet.page("index.html"));
  await shows(await helpFrame(page, demo.staff.url), "h1");
  await page.locator("pocket-help iframe.there").waitFor();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => Reflect.get(window, "shifts"))).toEqual([]);
});

test.each(["en", "zh"])("axe finds nothing about an open panel in the host's document, in %s", async (locale) => {
  const { page } = await visitHost(browser, checkout(locale));
  await launcher(page).click();
  await shows(await helpFrame(page, demo.help.url), "#ph-frame-bar");
  expect(await axeViolations(page)).toEqual([]);
});
