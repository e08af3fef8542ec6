import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { WIDGET_SITE_MARK, type WidgetSite } from "../../src/widget/site";
import { CHROMIUM_ARGS } from "../support/chromium";
import { ensureBrowser } from "../support/find-browser";
import { eventually, useBrowser } from "./support/browser";
import { projectFolder } from "./support/sites";
import { violations, watchViolations } from "./support/violations";

const SITE: WidgetSite = {
  locales: {
    en: {
      lang: "en",
      name: "Eavesby",
      label: "Help",
      close: "Close help",
      visit: "Help cannot be shown here. Open it in a new tab",
    },
    zh: {
      lang: "zh-CN",
      name: "栖檐家居",
      label: "帮助",
      close: "关闭帮助",
      visit: "此处无法显示帮助，请在新标签页中打开",
    },
  },
  defaultLocale: "en",
  position: "end",
  scheme: "host",
  theme: {},
  brand: { light: "#9c4221", dark: "#f0a080" },
};

/** A page of a help centre: greets its host and keeps what it is told. */
const HELP = `<!doctype html><title>Help</title><button id=a>First</button><button id=b>Last</button><script>
window.told = [];
addEventListener("message", (event) => {
  if (event.source !== parent || event.data.pocketHelp !== "port") return;
  window.shape = event.data.shape;
  window.port = event.ports[0];
  port.onmessage = ({ data }) => {
    told.push(data);
    if (data.type === "suggest") port.postMessage({ type: "reply", id: data.id, value: [{ id: "en/a/b", title: "B", url: "u" }] });
    if (data.type === "unlock") port.postMessage({ type: "refused", id: data.id, reason: "wrong-key" });
    if (data.type === "focus") document.getElementById(data.at === "start" ? "a" : "b").focus();
  };
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") port.postMessage({ type: "close" });
  if (event.key !== "Tab") return;
  if (document.activeElement.id === "b" && !event.shiftKey) { event.preventDefault(); port.postMessage({ type: "leave", towards: "end" }); }
  if (document.activeElement.id === "a" && event.shiftKey) { event.preventDefault(); port.postMessage({ type: "leave", towards: "start" }); }
});
if (name.startsWith("pocket-help:") && !location.search.includes("mute"))
  parent.postMessage({ pocketHelp: "here", protocol: 1 }, name.slice(12));
</script>`;

type Respond = (path: string) => { type: string; body: string; headers?: Record<string, string> } | undefined;

const servers: Server[] = [];
async function serve(respond: Respond): Promise<string> {
  const server = createServer((request, response) => {
    const found = respond(request.url ?? "/");
    response.writeHead(found ? 200 : 404, { "Content-Type": found?.type ?? "text/plain", ...found?.headers });
    response.end(found?.body);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const browser = useBrowser();
let help: string;
let host: string;
/** The host's page, as the test at hand has it. */
let html = "";
let policy: string | undefined;
let css = "";

beforeAll(async () => {
  const script = readFileSync(projectFolder("lib/app/widget.js"), "utf8").replace(WIDGET_SITE_MARK, () =>
    JSON.stringify(SITE),
  );
  const panel = readFileSync(projectFolder("lib/app/widget-panel.js"), "utf8");
  help = await serve((path) => {
    if (path === "/widget.js") return { type: "text/javascript; charset=utf-8", body: script };
    if (path === "/widget-panel.js") return { type: "text/javascript; charset=utf-8", body: panel };
    return { type: "text/html; charset=utf-8", body: HELP };
  });
  const headers = () => (policy === undefined ? {} : { "Content-Security-Policy": policy });
  host = await serve((path) => {
    if (path === "/favicon.ico") return { type: "image/png", body: "" };
    if (path.endsWith(".css")) return { type: "text/css", body: css };
    return { type: "text/html; charset=utf-8", body: html, headers: headers() };
  });
  // Another site than the help centre's.
  host = host.replace("127.0.0.1", "localhost");
});
afterEach(() => {
  policy = undefined;
  css = "";
});
afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

interface Visit {
  readonly lang?: string;
  readonly dir?: string;
  readonly attributes?: string;
  readonly before?: string;
  readonly body?: string;
  readonly options?: BrowserContextOptions;
}

async function visit({ lang = "en", dir = "ltr", attributes = "", before = "", body = "", options }: Visit = {}) {
  html = `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta name="viewport" content="width=device-width">
    <link rel="stylesheet" href="/host.css">${before}<script async src="${help}/widget.js" ${attributes}></script></head>
    <body><h1>A shop</h1><button id="own">Own</button>${body}<div style="height:3000px"></div></body></html>`;
  const open = await browser.open({ reducedMotion: "reduce", ...options });
  await watchViolations(open.context);
  await open.page.goto(host);
  return open;
}

const launcherOf = (page: Page) => page.locator('button[aria-haspopup="dialog"]');
const dialogOf = (page: Page) => page.locator("dialog");
const frameOf = async (page: Page) =>
  eventually(async () => page.frames().find((frame) => frame.name().startsWith("pocket-help:")), "a frame");
const told = async (page: Page) =>
  (await frameOf(page)).evaluate(() => (window as unknown as { told: { type: string }[] }).told);
/** Waits until the page in the frame has been told something of a type. */
const toldOf = (page: Page, type: string) =>
  eventually(async () => (await told(page)).findLast((message) => message.type === type), `told ${type}`);

test("nothing but widget.js is fetched before somebody turns to the launcher, and nothing on the page moves", async () => {
  const { page, asked, problems } = await visit({
    before: `<script>window.shifts = []; new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(entry.value);
    }).observe({ type: "layout-shift", buffered: true });</script>`,
  });
  await launcherOf(page).waitFor();
  const fromHelp = () => asked.filter((url) => url.startsWith(help));
  expect(fromHelp()).toEqual([`${help}/widget.js`]);
  await launcherOf(page).hover();
  await eventually(async () => fromHelp().includes(`${help}/en/`), "the hint fetches the help centre");
  await launcherOf(page).click();
  await toldOf(page, "visible");
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window).filter((key) => /pocket/i.test(key)))).toEqual(["PocketHelp"]);
  expect(problems).toEqual([]);
});

test("works under a strict policy of the host with Trusted Types", async () => {
  policy = `default-src 'none'; script-src ${help}; frame-src ${help}; style-src 'self'; require-trusted-types-for 'script'`;
  css = "body { margin: 0 }";
  html = "";
  const open = await browser.open();
  await watchViolations(open.context);
  html = `<!doctype html><html lang="zh-Hans"><head><link rel="stylesheet" href="/host.css">
    <script async src="${help}/widget.js"></script></head><body><pocket-help><a href="${help}/">帮助</a></pocket-help></body></html>`;
  await open.page.goto(host);
  await open.page.getByRole("button", { name: "帮助" }).click();
  await toldOf(open.page, "look");
  const box = await dialogOf(open.page).boundingBox();
  expect(box?.width).toBe(400);
  expect(await violations(open.page)).toEqual([]);
});

test("keeps its looks on a page that unsets everything, clips its body and covers it", async () => {
  css = `* { all: unset !important; } body { overflow: hidden !important; transform: scale(.5) !important; display: block !important; block-size: 10px !important }
    .over { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; background: teal !important; display: block !important }`;
  const { page } = await visit({ body: '<div class="over"></div>' });
  const box = (await launcherOf(page).boundingBox())!;
  expect(box.height).toBeGreaterThanOrEqual(44);
  expect([Math.round(box.x + box.width), Math.round(box.y + box.height)]).toEqual([1280 - 16, 900 - 16]);
  // A click goes to what is on top.
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await toldOf(page, "visible");
  const panel = (await dialogOf(page).boundingBox())!;
  expect([panel.width, panel.height]).toEqual([400, 680]);
  expect([panel.x + panel.width, panel.y + panel.height]).toEqual([1280 - 16, 900 - 16]);
});

test("keeps the focus inside while open, closes with Escape from either side and gives the focus back", async () => {
  const { page } = await visit();
  await launcherOf(page).focus();
  await page.keyboard.press("Enter");
  await toldOf(page, "visible");
  const inFrame = async () => (await frameOf(page)).evaluate(() => document.activeElement?.id);
  const frame = await frameOf(page);
  await frame.locator("#b").focus();
  await page.keyboard.press("Tab");
  await eventually(async () => (await inFrame()) === "a", "round to the first");
  await page.keyboard.press("Shift+Tab");
  await eventually(async () => (await inFrame()) === "b", "round to the last");
  await page.keyboard.press("Escape");
  await eventually(async () => !(await dialogOf(page).isVisible()), "closed");
  expect(
    await launcherOf(page).evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button),
  ).toBe(true);
  await eventually(
    async () => JSON.stringify(await toldOf(page, "visible")) === '{"type":"visible","visible":false}',
    "the frame knows that it is closed",
  );
});

test("a frame that never greets can be closed, and after ten seconds there is a way around", async () => {
  const { page, context } = await visit();
  await context.route(`${help}/en/`, () => {});
  await launcherOf(page).click();
  await page.getByRole("button", { name: "Close help" }).waitFor();
  expect(await page.getByRole("link", { name: "Help cannot be shown here. Open it in a new tab" }).count()).toBe(0);
  await page
    .getByRole("link", { name: "Help cannot be shown here. Open it in a new tab" })
    .waitFor({ timeout: 15_000 });
  await page.keyboard.press("Escape");
  expect(await dialogOf(page).isVisible()).toBe(false);
});

test("fills the screen of a phone, modal, and keeps the page from scrolling", async () => {
  const { page } = await visit({ options: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } });
  await launcherOf(page).click();
  await toldOf(page, "visible");
  expect(await dialogOf(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  expect(await dialogOf(page).evaluate((dialog) => dialog.matches(":modal"))).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe("hidden");
  await (await frameOf(page)).locator("#a").press("Escape");
  await eventually(async () => !(await dialogOf(page).isVisible()), "closed");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).not.toBe("hidden");
});

test("stands where lines end, or start, in the host's direction, in the host's language", async () => {
  const { page } = await visit({ dir: "rtl", lang: "zh-TW" });
  await launcherOf(page).waitFor();
  expect((await launcherOf(page).boundingBox())?.x).toBe(16);
  expect(await launcherOf(page).innerText()).toBe("帮助");
  await page.evaluate(() =>
    (window.PocketHelp as unknown as { set(o: object): void }).set({ position: "start", label: "?" }),
  );
  await eventually(async () => ((await launcherOf(page).boundingBox())?.x ?? 0) > 1000, "at the other side");
});

test("calls made before are carried out in order; suggestions come without opening; a wrong key is refused", async () => {
  const { page } = await visit({
    before: `<script>window.happened = [];
      (window.PocketHelp ||= []).push(["on", "opened", () => happened.push("opened")], ["context", { Order: "1" }], ["nonsense"],
        ["context", { Order: "2" }], ["ask", "Where is it?"]);</script>`,
  });
  expect(await toldOf(page, "show")).toEqual({ type: "show", view: { view: "ask", question: "Where is it?" } });
  expect(await toldOf(page, "context")).toEqual({ type: "context", context: { Order: "2" } });
  const outcome = await page.evaluate(async () => {
    const widget = window.PocketHelp as import("../../src/widget/api").PocketHelpWidget;
    const found = await widget.suggest({ title: "Checkout" });
    const refused = await widget.unlock("x").catch((error: Error) => error.message);
    return { found, refused, happened: (window as unknown as { happened: string[] }).happened };
  });
  expect(outcome).toEqual({
    found: [{ id: "en/a/b", title: "B", url: "u" }],
    refused: "wrong-key",
    happened: ["opened"],
  });
});

test("a second script does nothing; destroy leaves nothing behind", async () => {
  const { page, problems } = await visit({ body: `<pocket-help><a href="${"#"}">Plain</a></pocket-help>` });
  await launcherOf(page).waitFor();
  await page.evaluate((src) => {
    const again = document.createElement("script");
    again.src = src;
    document.head.append(again);
    return new Promise((done) => {
      again.onload = done;
    });
  }, `${help}/widget.js`);
  expect(await launcherOf(page).count()).toBe(1);
  const inline = page.locator("pocket-help iframe.there");
  await inline.waitFor();
  await page.evaluate(() => (window.PocketHelp as unknown as { destroy(): void }).destroy());
  await eventually(async () => (await page.locator("iframe").count()) === 0, "no frame");
  expect(await launcherOf(page).count()).toBe(0);
  expect(await page.evaluate(() => "PocketHelp" in window)).toBe(false);
  expect(await page.getByRole("link", { name: "Plain" }).isVisible()).toBe(true);
  expect(problems).toEqual([]);
});

test("the inline element keeps its place, shows its link until the help centre is there, and takes its article", async () => {
  css = "pocket-help { display: block; block-size: 20rem }";
  const { page } = await visit({
    body: `<pocket-help lang="zh" article="orders/track#late" style="--pocket-help-height: 20rem"><a href="#x">Plain</a></pocket-help>`,
  });
  await page.locator("pocket-help iframe.there").waitFor();
  expect((await page.locator("pocket-help").boundingBox())?.height).toBe(320);
  expect(page.frames().map((frame) => frame.url())).toContain(`${help}/zh/orders/track/#late`);
  expect(await page.getByRole("link", { name: "Plain" }).isVisible()).toBe(false);
  expect(await page.evaluate(() => document.querySelector("pocket-help iframe"))).toBeNull();
});

test("a link with data-pocket-help opens the panel, and stays a link for modified clicks", async () => {
  const { page } = await visit({
    attributes: 'data-launcher="false"',
    body: '<a id="link" href="#plain" data-pocket-help="orders/track">How is my order?</a>',
  });
  await eventually(async () => page.evaluate(() => customElements.get("pocket-help") !== undefined), "the widget");
  expect(await launcherOf(page).isVisible()).toBe(false);
  await page.locator("#link").focus();
  await page.locator("#link").click();
  expect(await toldOf(page, "show")).toEqual({ type: "show", view: { view: "article", article: "orders/track" } });
  await (await frameOf(page)).locator("#a").press("Escape");
  await eventually(async () => page.evaluate(() => document.activeElement?.id === "link"), "focus given back");
  expect(page.url()).not.toContain("#plain");
});

test("a modified click on such a link is the browser's, and a click on the document itself nobody's", async () => {
  const { page, context, problems } = await visit({
    body: '<a id="link" href="#plain" data-pocket-help="orders/track">How is my order?</a>',
  });
  await launcherOf(page).waitFor();
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    page.locator("#link").click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await tab.waitForURL(/#plain$/);
  await page.evaluate(() => document.dispatchEvent(new MouseEvent("click", { bubbles: true })));
  expect(await dialogOf(page).count()).toBe(0);
  expect(problems).toEqual([]);
});

test("the script's attributes say where, how bright and how large", async () => {
  const { page } = await visit({ attributes: 'data-position="start" data-scheme="dark" data-zoom="1.5"' });
  await launcherOf(page).waitFor();
  expect(await launcherOf(page).boundingBox()).toMatchObject({ x: 24, height: 72 });
  await launcherOf(page).click();
  expect(await toldOf(page, "look")).toEqual({ type: "look", look: { properties: {}, scheme: "dark", zoom: 1.5 } });
  expect(await dialogOf(page).boundingBox()).toMatchObject({ x: 24, width: 600 });
  expect(await dialogOf(page).evaluate((dialog) => getComputedStyle(dialog).colorScheme)).toBe("dark");
});

test("an open panel follows the window's width across the bound, and keeps the focus", async () => {
  const { page } = await visit();
  const isModal = () => dialogOf(page).evaluate((dialog) => dialog.matches(":modal"));
  const hasFocus = async () => (await frameOf(page)).evaluate(() => document.hasFocus());
  await launcherOf(page).click();
  await toldOf(page, "visible");
  expect(await isModal()).toBe(false);
  await page.setViewportSize({ width: 460, height: 800 });
  await eventually(isModal, "modal");
  expect(await dialogOf(page).boundingBox()).toEqual({ x: 0, y: 0, width: 460, height: 800 });
  await eventually(hasFocus, "the focus is in the frame");
  await page.setViewportSize({ width: 1000, height: 800 });
  await eventually(async () => !(await isModal()), "not modal");
  expect(await dialogOf(page).isVisible()).toBe(true);
  await eventually(hasFocus, "the focus is in the frame again");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).not.toBe("hidden");
});

test("in a narrow window with a scroll bar of its own width the panel reaches from edge to edge", async () => {
  html = `<!doctype html><html lang="en"><script async src="${help}/widget.js"></script><style>html { scrollbar-gutter: stable }</style>
    <body><div style="height:3000px"></div></body></html>`;
  const own = await chromium.launch({
    executablePath: ensureBrowser(),
    args: [...CHROMIUM_ARGS],
    ignoreDefaultArgs: ["--hide-scrollbars"],
  });
  try {
    const page = await own.newPage({ viewport: { width: 460, height: 800 } });
    await page.goto(host);
    await launcherOf(page).waitFor();
    expect(await page.evaluate(() => innerWidth - document.documentElement.clientWidth)).toBeGreaterThan(0);
    await launcherOf(page).click();
    await toldOf(page, "visible");
    expect(await dialogOf(page).boundingBox()).toEqual({ x: 0, y: 0, width: 460, height: 800 });
  } finally {
    await own.close();
  }
});

test("calls that promise nothing return nothing, and what is promised is refused when the widget goes", async () => {
  const { page, problems } = await visit();
  await launcherOf(page).waitFor();
  const outcome = await page.evaluate(async () => {
    const widget = window.PocketHelp as import("../../src/widget/api").PocketHelpWidget;
    const returned = [widget.context({ Order: "1" }), widget.set({ label: "?" }), widget.close()];
    // Nobody has opened the panel yet, so nobody answers.
    const waiting = [widget.suggest({ title: "Checkout" }), widget.unlock("y"), widget.signOut()];
    returned.push(widget.destroy());
    const names = waiting.map((promise) =>
      promise.then(
        () => "fulfilled",
        (reason: Error) => reason.name,
      ),
    );
    const later = widget.suggest({ title: "Checkout" }).catch((reason: Error) => reason.name);
    widget.open();
    return { returned, names: await Promise.all([...names, later]) };
  });
  expect(outcome).toEqual({
    returned: [undefined, undefined, undefined, undefined],
    names: ["AbortError", "AbortError", "AbortError", "AbortError"],
  });
  expect(problems).toEqual([]);
});

test("so it is with a request that the help centre has not answered yet", async () => {
  const { page } = await visit();
  await launcherOf(page).click();
  await toldOf(page, "visible");
  await page.evaluate(() => {
    const widget = window.PocketHelp as import("../../src/widget/api").PocketHelpWidget;
    Object.assign(window, { leaving: widget.signOut().catch((reason: Error) => reason.name) });
  });
  await toldOf(page, "sign-out");
  const name = await page.evaluate(() => {
    (window.PocketHelp as import("../../src/widget/api").PocketHelpWidget).destroy();
    return Reflect.get(window, "leaving") as Promise<string>;
  });
  expect(name).toBe("AbortError");
});

test("with the system's colours forced, launcher and panel have edges and readable words", async () => {
  const { page } = await visit({ options: { forcedColors: "active" } });
  await launcherOf(page).waitFor();
  const edges = (element: Element) => {
    const { borderTopColor, backgroundColor, color } = getComputedStyle(element);
    return { borderTopColor, backgroundColor, color };
  };
  const button = await launcherOf(page).evaluate(edges);
  expect(button.color).not.toBe(button.backgroundColor);
  expect(button.borderTopColor).not.toBe(button.backgroundColor);
  await launcherOf(page).click();
  await toldOf(page, "visible");
  const panel = await dialogOf(page).evaluate(edges);
  expect(panel.borderTopColor).not.toBe(panel.backgroundColor);
});

test("takes its looks from the host: accent with readable text, dark as the page is", async () => {
  css = ":root { --pocket-help-accent: oklch(0.9 0.15 100); color-scheme: dark } ";
  const { page } = await visit();
  await launcherOf(page).waitFor();
  expect(await launcherOf(page).evaluate((button) => getComputedStyle(button).color)).toBe("rgb(0, 0, 0)");
  await launcherOf(page).click();
  expect(await toldOf(page, "look")).toEqual({
    type: "look",
    look: { properties: { "--pocket-help-accent": "oklch(0.9 0.15 100)" }, scheme: "dark", zoom: 1 },
  });
  await page.evaluate(() =>
    document.documentElement.setAttribute("style", "color-scheme: light; --pocket-help-accent: navy"),
  );
  await eventually(
    async () => JSON.stringify(await toldOf(page, "look")).includes('"scheme":"light"'),
    "the frame follows the host's switch",
  );
  await (await frameOf(page)).locator("#a").press("Escape");
  await launcherOf(page).waitFor();
  expect(await launcherOf(page).evaluate((button) => getComputedStyle(button).color)).toBe("rgb(255, 255, 255)");
});

test("forged greetings and forged messages come to nothing", async () => {
  const { page } = await visit({ before: "<script>window.heard = []</script>" });
  await launcherOf(page).click();
  await toldOf(page, "visible");
  const frame = await frameOf(page);
  // Wrong protocol, wrong shape, and a greeting from a window that is no frame of the widget's.
  await frame.evaluate(() => {
    (window as unknown as { told: unknown[] }).told.length = 0;
    parent.postMessage({ pocketHelp: "here", protocol: 2 }, "*");
    parent.postMessage({ pocketHelp: "port" }, "*");
    parent.postMessage(null, "*");
    const { port } = window as unknown as { port: MessagePort };
    for (const message of [
      null,
      7,
      "close",
      {},
      { type: "event", name: "typed", detail: "secret" },
      { type: "reply", id: "look" },
    ])
      port.postMessage(message);
  });
  // A window of the right origin that is none of the widget's frames, and the host's own window.
  await page.evaluate((origin) => {
    const other = document.createElement("iframe");
    other.src = `${origin}/stranger`;
    document.body.append(other);
    window.postMessage({ pocketHelp: "here", protocol: 1 }, "*");
    return new Promise((done) => {
      other.onload = done;
    });
  }, help);
  const stranger = page.frames().find((other) => other.url().endsWith("/stranger"))!;
  const answers = await stranger.evaluate(async () => {
    const heard: unknown[] = [];
    addEventListener("message", (event) => heard.push(event.data));
    parent.postMessage({ pocketHelp: "here", protocol: 1 }, "*");
    await new Promise((done) => setTimeout(done, 300));
    return heard;
  });
  expect(answers).toEqual([]);
  expect(await told(page)).toEqual([]);
  expect(await dialogOf(page).isVisible()).toBe(true);
  // A page that greets anew hears again what counts.
  await frame.evaluate(() => parent.postMessage({ pocketHelp: "here", protocol: 1 }, window.name.slice(12)));
  await toldOf(page, "look");
});

test("where the host lists its policies without ours, the launcher opens the help centre in a new tab", async () => {
  policy = `default-src 'none'; script-src ${help}; frame-src ${help}; require-trusted-types-for 'script'; trusted-types other`;
  html = `<!doctype html><html lang="en"><script async src="${help}/widget.js"></script><body></body></html>`;
  const { page, context } = await browser.open();
  await page.goto(host);
  const [tab] = await Promise.all([context.waitForEvent("page"), launcherOf(page).click()]);
  expect(tab.url() === "about:blank" ? await tab.waitForURL(`${help}/en/`).then(() => tab.url()) : tab.url()).toBe(
    `${help}/en/`,
  );
});
