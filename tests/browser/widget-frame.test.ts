import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addFiles } from "../support/folders";
import { axeViolations } from "./support/axe";
import { eventually, useBrowser } from "./support/browser";
import { type FrameHost, framedPage, frameHost, heard, say } from "./support/frame-host";
import { withoutPolicy } from "./support/policy";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const browser = useBrowser();
/**
 * The demo centre on `127.0.0.1`, which shows the best quotation there is; two hosts on `localhost`, which is another site
 * and gets no storage in the browser of these tests; and one beside the centre, where it does.
 */
let site: TestSite;
let host: FrameHost;
let stranger: FrameHost;
let neighbour: FrameHost;
let content: string;

beforeAll(async () => {
  [host, stranger, neighbour] = await Promise.all([frameHost(), frameHost(), frameHost("127.0.0.1")]);
  content = await mkdtemp(join(tmpdir(), "pocket-help-frame-"));
  await cp(projectFolder("content"), content, { recursive: true });
  const config = JSON.parse(await readFile(join(content, "config.json"), "utf8")) as Record<string, unknown>;
  const settings = {
    allowedHosts: [host.origin, neighbour.origin],
    widget: { sandboxedHosts: true },
    answers: { threshold: 0 },
  };
  await addFiles(content, { "config.json": JSON.stringify({ ...config, ...settings }) });
  site = await buildAndServe(content, "--base", "/help/");
});
afterAll(async () => {
  await Promise.all([site?.remove(), host?.stop(), stranger?.stop(), neighbour?.stop()]);
  await rm(content, { recursive: true, force: true });
});

const SANDBOX = "allow-scripts allow-forms allow-popups";
type Framing = Parameters<FrameHost["framing"]>[1];

/** Opens the host's page and waits until the frame has its bar. */
async function open(path = "en/", framing: Framing = {}, around = host) {
  const visit = await browser.open({ reducedMotion: "reduce" });
  const { page } = visit;
  await page.goto(around.framing(site.url + path, framing));
  const frame = await framedPage(page, site.url);
  await frame.locator(".frame-bar").waitFor();
  return { ...visit, frame };
}

const title = (frame: Frame) => frame.locator("h1").first();
const focused = (frame: Frame) => frame.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);

async function shows(frame: Frame, heading: string): Promise<void> {
  await eventually(async () => (await title(frame).textContent()) === heading, `the frame shows ${heading}`);
}

async function ask(frame: Frame, question: string): Promise<void> {
  await frame.locator("#ph-ask").fill(question);
  await frame.locator("#ph-ask").press("Enter");
  await frame.locator(".turn[data-status=answered] blockquote").first().waitFor({ timeout: 20_000 });
}

async function search(frame: Frame, query: string): Promise<void> {
  await frame.locator("[role=combobox]:visible").fill(query);
  await frame.locator(".result-title:visible").first().waitFor({ timeout: 20_000 });
}

describe("a frame on an allowed host", () => {
  test("greets its host by its origin, looks embedded, and closes", async () => {
    const { page, frame, problems } = await open();
    expect(await heard(page, "greeting")).toEqual({
      pocketHelp: "here",
      protocol: 1,
      greeted: new URL(site.url).origin,
    });
    expect(await frame.locator(".site-header").isVisible()).toBe(false);
    expect(await frame.locator(".frame-bar button").getAttribute("aria-label")).toBe("Close");
    await frame.locator(".frame-bar button").click();
    await heard(page, "close");
    expect(problems).toEqual([]);
  });

  test("shows what the host asks for, within one document", async () => {
    const { page, frame, problems } = await open();
    await frame.evaluate(() => Object.assign(window, { same: true }));
    await say(page, { type: "show", view: { view: "search", query: "refund" } });
    await frame.locator(".result-title").first().waitFor({ timeout: 20_000 });
    await say(page, {
      type: "show",
      view: { view: "article", article: "payments/payment-declined#try-these-in-order" },
    });
    await shows(frame, "My payment was declined");
    expect(frame.url()).toBe(`${site.url}en/payments/payment-declined/#try-these-in-order`);
    expect(await frame.locator(".frame-title").textContent()).toBe("Payments and invoices");
    await say(page, { type: "show", view: { view: "article", article: "zh/payments/payment-declined" } });
    await shows(frame, "付款被拒绝了");
    await say(page, { type: "show", view: { view: "article", article: "en/orders/cancel-my-order-now" } });
    await eventually(
      async () =>
        (await frame
          .locator("[role=combobox]:visible")
          .inputValue()
          .catch(() => "")) === "cancel my order now",
      "a search for the words of an unknown article",
    );
    await say(page, { type: "show", view: { view: "home" } });
    await frame.locator("main.home").waitFor();
    expect(await frame.evaluate(() => "same" in window)).toBe(true);
    // The one that the test itself asked for.
    expect(problems.filter((problem) => !problem.includes("404"))).toEqual([]);
  });

  test("goes back without touching the host's history", async () => {
    const { page, frame } = await open();
    const entries = await page.evaluate(() => history.length);
    await frame.locator("[data-popular] a").first().click();
    await frame.locator("article").waitFor();
    await frame.locator(".frame-bar").getByLabel("Back").click();
    await frame.locator("main.home").waitFor();
    expect(await frame.locator(".frame-bar").getByLabel("Back").count()).toBe(0);
    expect(await page.evaluate(() => history.length)).toBe(entries);
  });

  test("answers, and tells from which article, but nothing of the question", async () => {
    const { page, frame } = await open();
    const question = "Why was my card declined?";
    await say(page, { type: "show", view: { view: "ask", question } });
    await frame.locator(".turn[data-status=answered] blockquote").first().waitFor({ timeout: 20_000 });
    const event = await heard(page, "answered");
    expect(event.detail).toEqual({ article: expect.stringMatching(/^en\/[^/]+\/[^/]+$/) });
    // Asked again, on the page that is shown.
    await say(page, { type: "show", view: { view: "ask", question: "How do I return a sofa?" } });
    await frame.locator(".turn", { hasText: "How do I return a sofa?" }).waitFor({ timeout: 20_000 });
    await say(page, { type: "show", view: { view: "home" } });
    await frame.locator("main.home").waitFor();
    const said = await page.evaluate(() => JSON.stringify(window.said));
    expect(said).not.toMatch(/declined\?|sofa\?/i);
  });

  test("shows facts on the contact page, sends them only with the message, and stores them nowhere", async () => {
    const { page, frame } = await open("en/contact/", {}, neighbour);
    expect(await frame.locator("#ph-not-kept").count()).toBe(0);
    expect(await frame.locator("#ph-facts").count()).toBe(0);
    await say(page, { type: "context", context: { Order: "EB-1042" } });
    await frame.locator("#ph-facts dd", { hasText: "EB-1042" }).waitFor();
    const mail = frame.locator("a[data-channel][href^='mailto:']").first();
    await eventually(
      async () => (await mail.getAttribute("href"))?.includes("Order%3A%20EB-1042"),
      "the fact in the mail",
    );
    await frame.getByLabel("Include these details").uncheck();
    expect(await mail.getAttribute("href")).not.toContain("EB-1042");
    expect(
      await frame.evaluate(async () => {
        const databases = await indexedDB.databases();
        return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.cookie, databases]);
      }),
    ).not.toContain("EB-1042");
    await mail.evaluate((link) => link.addEventListener("click", (event) => event.preventDefault()));
    await mail.click();
    expect((await heard(page, "contact")).detail).toEqual({ channel: "email" });
  });

  test("home is no page that a message comes from", async () => {
    const { frame } = await open();
    await frame.locator("a[data-contact-link]:visible").last().click();
    await frame.locator("form[data-contact-form]").waitFor();
    const mail = frame.locator("a[data-channel][href^='mailto:']").first();
    await mail.waitFor();
    expect(frame.url() + (await mail.getAttribute("href"))).not.toContain(encodeURIComponent(`${site.url}en/`));
    expect(await frame.locator("[data-contact-from]").isVisible()).toBe(false);
  });

  test("notices and notes stand above the article, not over it", async () => {
    const { page, frame } = await open("en/");
    // A day on which the demo has a notice for this section.
    await page.clock.setFixedTime(new Date("2026-12-01T09:00:00Z"));
    await say(page, { type: "show", view: { view: "article", article: "orders/where-is-my-order" } });
    await frame.locator(".notice").waitFor();
    await frame.evaluate(() => {
      const notes = document.createElement("div");
      notes.className = "notes";
      notes.textContent = "A new version is there.";
      document.body.append(notes);
    });
    const box = async (selector: string) => (await frame.locator(selector).first().boundingBox())!;
    const [bar, notes, notice, title] = await Promise.all(
      ["#ph-frame-bar", ".notes", ".notice", "h1"].map((selector) => box(selector)),
    );
    const below = (upper = bar!, lower = bar!) => lower.y >= upper.y + upper.height;
    expect([below(bar, notes), below(notes, notice), below(notice, title)]).toEqual([true, true, true]);
    expect(notice!.height).toBeLessThan(120);
    await frame.locator(".notice button").click();
    expect(await frame.locator(".notice").count()).toBe(0);
  });

  test("suggests articles for the host's page and lists them on home", async () => {
    const { page, frame } = await open();
    const hint = {
      title: "Checkout – Payment",
      text: "Card number, expiry date, security code. Pay now.",
      tags: ["card"],
    };
    await say(page, { type: "suggest", id: 7, hint });
    const { id, value } = (await eventually(
      () => page.evaluate(() => window.said.find(({ type }) => type === "reply")),
      "suggestions",
      30_000,
    )) as { id: number; value: { id: string; title: string; url: string }[] };
    expect(id).toBe(7);
    expect(value.map((article) => article.id)).toContain("en/payments/payment-declined");
    expect(value.length).toBeLessThanOrEqual(5);
    expect(await frame.locator("#ph-frame-suggestions a").allTextContents()).toEqual(
      value.map((article) => article.title),
    );
    expect(value[0]?.url).toBe(`${site.url}${value[0]?.id}/`);
  });

  test("wears the host's looks, readable, and light or dark as the host is", async () => {
    const { page, frame } = await open("en/", {}, neighbour);
    const warned: string[] = [];
    page.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
    const properties = { "--pocket-help-accent": "oklch(0.9 0.15 100)", "--pocket-help-font": "Georgia, serif" };
    await say(page, { type: "look", look: { properties, scheme: "light", zoom: 1.25 } });
    const root = frame.locator("html");
    await eventually(async () => (await root.getAttribute("data-theme")) === "light", "light");
    expect(await root.evaluate((element) => getComputedStyle(element).fontSize)).toBe("20px");
    expect(await title(frame).evaluate((element) => getComputedStyle(element).fontFamily)).toMatch(/^Georgia/);
    await eventually(async () => warned.length > 0, "a warning");
    expect(warned[0]).toMatch(
      /^Pocket Help: --pocket-help-accent: #[0-9a-f]{6} has 1\.\d+:1 on #ffffff, 4\.5:1 is needed/,
    );
    await say(page, { type: "look", look: { scheme: "dark" } });
    await eventually(async () => (await root.getAttribute("data-theme")) === "dark", "dark");
    expect(await root.evaluate((element) => element.style.getPropertyValue("--brand"))).toBe("");
    expect(await frame.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("dark");
  });

  test("takes the focus when it is opened, hands it back at either end, and closes on Escape", async () => {
    const { page, frame } = await open();
    await say(page, { type: "visible", visible: true });
    await eventually(async () => (await focused(frame)) === "home-search", "the field has the focus");
    await say(page, { type: "focus", at: "end" });
    await eventually(async () => (await focused(frame)) === "A", "the last link has the focus");
    await page.keyboard.press("Tab");
    expect(await heard(page, "leave")).toEqual({ type: "leave", towards: "end" });
    await say(page, { type: "focus", at: "start" });
    await eventually(() => frame.evaluate(() => document.activeElement?.className === "skip-link"), "the first link");
    await page.keyboard.press("Shift+Tab");
    await eventually(
      () => page.evaluate(() => window.said.some(({ type, towards }) => type === "leave" && towards === "start")),
      "it leaves towards the start",
    );
    // The search dialog closes by the first Escape, the panel by the second.
    await frame.locator("#home-search").click();
    await frame.locator("dialog[open] [role=combobox]").waitFor();
    await page.keyboard.press("Escape");
    await frame.locator("dialog[open]").waitFor({ state: "detached" });
    expect(await page.evaluate(() => window.said.some(({ type }) => type === "close"))).toBe(false);
    await page.keyboard.press("Escape");
    await heard(page, "close");
  });

  test("opens other sites in a tab of their own", async () => {
    const { frame, context } = await open();
    await frame.evaluate(() => {
      const link = document.createElement("a");
      link.href = "http://localhost:9/elsewhere";
      link.id = "away";
      link.textContent = "Away";
      document.querySelector("main")?.prepend(link);
    });
    const [tab] = await Promise.all([context.waitForEvent("page"), frame.locator("#away").click()]);
    expect(await tab.evaluate(() => window.opener)).toBeNull();
    expect(await frame.locator(".frame-bar").getByLabel("Open in a new tab").getAttribute("href")).toBe(
      `${site.url}en/`,
    );
  });

  test("forgets everything when it is told to, and greets anew", async () => {
    const { page, frame } = await open("en/payments/payment-declined/", {}, neighbour);
    await eventually(() => frame.evaluate(() => Object.keys(localStorage).length > 0), "something is stored");
    const greetings = () => page.evaluate(() => window.said.filter(({ greeted }) => greeted).length);
    const before = await greetings();
    await say(page, { type: "sign-out", id: 3 });
    await eventually(async () => (await greetings()) > before, "a second greeting", 20_000);
    expect(await page.evaluate(() => window.said.find(({ type }) => type === "reply"))).toMatchObject({ id: 3 });
  });

  test("refuses a key where nothing is sealed", async () => {
    const { page } = await open();
    await say(page, { type: "unlock", id: 4, key: "A".repeat(43) });
    expect(await heard(page, "refused")).toEqual({ type: "refused", id: 4, reason: "vault-unreachable" });
  });
});

describe("who may not speak with the frame", () => {
  test("a host that is not allowed gets neither greeting nor content, but a way to the centre", async () => {
    const { page, context } = await browser.open();
    // Servers refuse the frame already; this is for hosts that send no headers.
    await withoutPolicy(context);
    for (const name of [`pocket-help:${stranger.origin}`, `pocket-help:${host.origin}`, ""]) {
      await page.goto(stranger.framing(`${site.url}en/orders/cancel-order/?embed=1`, { name }));
      const frame = await framedPage(page, site.url);
      await shows(frame, "This help centre may not be shown inside another site");
      expect(await frame.locator("article").count()).toBe(0);
      const link = frame.getByRole("link");
      expect(await link.getAttribute("href")).toBe(`${site.url}en/orders/cancel-order/`);
      expect(await link.getAttribute("target")).toBe("_blank");
      expect(await page.evaluate(() => window.said)).toEqual([]);
    }
  });

  test("with its headers the site is not shown there at all", async () => {
    const { page, problems } = await browser.open();
    await page.goto(stranger.framing(`${site.url}en/`));
    await eventually(
      async () => problems.some((problem) => problem.includes("frame-ancestors")),
      "the browser refuses",
    );
  });

  test("a sibling's forged welcome is not heard", async () => {
    const forged = { pocketHelp: "port", protocol: 1, shape: "panel" };
    const sibling = `<script>
      const channel = new MessageChannel();
      window.got = [];
      channel.port1.onmessage = ({ data }) => got.push(data);
      setInterval(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => { document.title = "heard " + JSON.stringify(data); };
        port1.postMessage({ type: "show", view: { view: "search", query: "forged" } });
        parent.frames[0].postMessage(${JSON.stringify(forged)}, "*", [port2]);
      }, 20);
    </script>`;
    const { page, frame } = await open("en/", { hesitant: true, sibling });
    await page.waitForTimeout(500);
    const advert = page.frames().find((candidate) => candidate.url() === "about:srcdoc");
    expect(await advert?.title()).toBe("");
    expect(frame.url()).toBe(`${site.url}en/`);
    await page.evaluate(() => window.welcome());
    await say(page, { type: "suggest", id: 5, hint: {} });
    expect(await heard(page, "reply")).toEqual({ type: "reply", id: 5, value: [] });
    expect(await advert?.title()).toBe("");
  });
});

describe("the embedded look without a host", () => {
  test("?embed=1 holds for later pages of the window, and speaks with nobody", async () => {
    const { page, problems } = await browser.open();
    await page.goto(`${site.url}en/?embed=1`);
    await page.locator(".frame-bar").waitFor();
    expect(await page.locator(".frame-bar").getByLabel("Close").count()).toBe(0);
    await page.goto(`${site.url}zh/`);
    await page.locator(".frame-bar").getByLabel("在新标签页中打开").waitFor();
    expect(await page.locator(".site-header").isVisible()).toBe(false);
    expect(problems).toEqual([]);
  });

  test.each(["light", "dark"] as const)("can be used by everybody, down to 320 px, %s", async (colorScheme) => {
    const { page } = await browser.open({
      colorScheme,
      reducedMotion: "reduce",
      viewport: { width: 320, height: 568 },
    });
    for (const path of ["en/", "en/payments/", "en/payments/payment-declined/", "en/contact/", "zh/"]) {
      await page.goto(`${site.url}${path}?embed=1`);
      await page.locator(".frame-bar").waitFor();
      expect(await axeViolations(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
    }
  });
});

describe("where nothing may be stored", () => {
  /** Search, an answer, an article and the way to a person, one after the other. */
  async function helps(page: Page, frame: Frame): Promise<void> {
    expect(await frame.locator("#ph-not-kept").textContent()).toMatch(/^This browser keeps nothing for this frame/);
    await frame.locator("#home-search").click();
    await search(frame, "refund");
    await page.keyboard.press("Escape");
    await frame.locator(".ask-link a").click();
    await ask(frame, "Why was my card declined?");
    await frame.locator(".frame-bar").getByLabel("Home").click();
    await frame.locator("main.home").waitFor();
    await frame.locator("[data-popular] a").first().click();
    await frame.locator("article .prose").waitFor();
    await frame.locator(".stuck a").click();
    await shows(frame, "Talk to a person");
    await frame.locator("[name=question]").fill("It broke.");
    const mail = frame.locator("a[data-channel][href^='mailto:']").first();
    await eventually(
      async () => (await mail.getAttribute("href"))?.includes("It%20broke."),
      "the question in the mail",
    );
    expect(await frame.locator("#ph-not-kept").count()).toBe(1);
  }

  test("a sandboxed frame helps all the same, and says that it keeps nothing", async () => {
    const { page, frame, problems } = await open("en/", { sandbox: SANDBOX });
    expect(await frame.evaluate(() => window.origin)).toBe("null");
    await helps(page, frame);
    expect(problems).toEqual([]);
  });

  test("so does a frame on another site, in a browser that stores nothing there", async () => {
    const { page, frame, problems } = await open();
    expect(await frame.evaluate(() => window.origin)).toBe(new URL(site.url).origin);
    await helps(page, frame);
    expect(problems).toEqual([]);
  });

  test("and one whose storage throws whatever is asked of it", async () => {
    const { page, context, problems } = await browser.open({ reducedMotion: "reduce" });
    await context.addInitScript((origin) => {
      if (location.origin !== origin) return;
      const refuse = () => {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      };
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(window, name, { get: refuse, configurable: true });
      }
    }, new URL(site.url).origin);
    await page.goto(host.framing(`${site.url}en/`));
    const frame = await framedPage(page, site.url);
    await frame.locator("#ph-not-kept").waitFor();
    await helps(page, frame);
    expect(problems).toEqual([]);
  });
});
