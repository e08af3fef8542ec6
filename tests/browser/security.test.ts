import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";
import { violations, watchViolations } from "./support/violations";

const FIXTURE = projectFolder("tests", "fixtures", "browser", "handbook");

const browser = useBrowser();
let demo: TestSite;
let handbook: TestSite;

beforeAll(async () => {
  demo = await buildAndServe(projectFolder("content"), "--base", "/");
  handbook = await buildAndServe(FIXTURE, "--base", "/");
});
afterAll(async () => {
  await demo?.remove();
  await handbook?.remove();
});

test("a full tour asks nobody but the site itself and breaks no policy", async () => {
  for (const site of [demo, handbook]) {
    const { page, context, problems, requests } = await browser.open();
    await watchViolations(context);
    const seen: string[] = [];
    const leave = async () => seen.push(...(await violations(page)));
    const visit = async (path: string) => {
      await page.goto(site.url + path);
    };
    const article = site === demo ? "en/orders/where-is-my-order/" : "en/tools/everything/";

    await visit("");
    await page.locator("[data-theme-switch]").selectOption("dark");
    await page.locator("#home-search").click();
    await page.locator("dialog[open] input").pressSequentially("help", { delay: 5 });
    await eventually(async () => (await page.locator("dialog [role=status]").count()) > 0, "search answers");
    await page.keyboard.press("Escape");
    await leave();
    await visit(`${article.split("/").slice(0, 2).join("/")}/`);
    await leave();
    await visit(article);
    for (const picture of await page.locator("article img").all()) await picture.scrollIntoViewIfNeeded();
    for (const tab of await page.locator("[role=tab]").all()) await tab.click();
    await page
      .locator("article video")
      .evaluateAll((videos) => Promise.all(videos.map((video) => (video as HTMLVideoElement).play().catch(() => 0))));
    for (const button of await page.locator("article .copy-button").all()) await button.click();
    await page.locator("header a[data-language=zh]").click();
    await leave();
    await visit("zh/search/?q=%E9%80%80%E8%B4%A7");
    await page.locator("input[role=combobox]").fill("退款");
    await eventually(async () => (await page.locator(".search-body[aria-busy=false]").count()) > 0, "search answers");
    await leave();
    await visit("zh/contact/?q=%E4%BD%A0%E5%A5%BD");
    await page.locator("[name=question]").fill("我的订单在哪里");
    await leave();
    await visit("en/orders/");
    expect(requests.some((address) => /packs\/[0-9a-f]{16}\.json$/.test(address))).toBe(true);
    expect(requests.filter((address) => !address.startsWith(site.url))).toEqual([]);
    expect(seen).toEqual([]);
    // The handbook has no such section: the missing page is the one console error there may be.
    expect(problems.filter((problem) => !/status of 404/.test(problem))).toEqual([]);
  }
});

test("the policy allows neither inline code nor eval, in the page and in the header", async () => {
  const { page } = await browser.open();
  for (const path of ["", "en/", "en/orders/where-is-my-order/", "en/search/", "en/contact/", "404.html"]) {
    const response = await page.goto(demo.url + path);
    const meta = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    for (const policy of [meta ?? "", response?.headers()["content-security-policy"] ?? ""]) {
      expect(policy, path).not.toContain("unsafe-inline");
      expect(policy.replaceAll("'wasm-unsafe-eval'", ""), path).not.toContain("unsafe-eval");
      expect(policy, path).toMatch(/(^|; )default-src 'none'/);
      expect(policy, path).toContain("require-trusted-types-for 'script'");
      expect(policy, path).toContain("base-uri 'none'");
      expect(policy, path).not.toMatch(/https?:|\*/);
    }
    expect(response?.headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
  }
});

test("the policy stands before every script and style", async () => {
  const { page } = await browser.open();
  await page.goto(`${demo.url}en/`);
  const order = await page.evaluate(() => {
    const policy = document.querySelector("meta[http-equiv=Content-Security-Policy]")!;
    return [...document.querySelectorAll("script, link[rel=stylesheet], style")].every(
      (element) => (policy.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    );
  });
  expect(order).toBe(true);
});

test("the browser enforces it: HTML from strings, inline code, eval, strangers and foreign workers are refused", async () => {
  const { page, context } = await browser.open();
  await watchViolations(context);
  await page.goto(`${demo.url}en/`);
  const outcome = await page.evaluate(async () => {
    // What the test driver itself evaluates may use eval; what follows a timer may not.
    await new Promise((done) => setTimeout(done));
    const attempt = async (act: () => unknown) => {
      try {
        await act();
        return "allowed";
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      innerHTML: await attempt(() => {
        document.body.innerHTML += "<b>x</b>";
      }),
      handler: await attempt(() => document.body.setAttribute("onclick", "window.__ran = true")),
      evaluation: await attempt(() => new Function("return 1")()),
      stranger: await attempt(() => fetch("https://example.com/")),
      worker: await attempt(() => new Worker("https://example.com/x.js")),
      policy: await attempt(() =>
        (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes // .
          .createPolicy("other", {}),
      ),
    };
  });
  expect(outcome).toEqual({
    innerHTML: "TypeError",
    handler: "TypeError",
    evaluation: "EvalError",
    stranger: "TypeError",
    worker: expect.stringMatching(/Error/),
    policy: "TypeError",
  });
  expect((await violations(page)).length).toBeGreaterThan(2);
});

test("nobody may frame the site unless the configuration names them", async () => {
  let shown = "";
  const shop = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end(`<iframe src="${shown}"></iframe>`);
  });
  await new Promise<void>((done) => shop.listen(0, "127.0.0.1", done));
  const host = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  const framed = async (site: TestSite) => {
    shown = `${site.url}en/`;
    const { page } = await browser.open();
    await page.goto(host);
    return page.frameLocator("iframe").locator("#main").count();
  };
  const folder = await mkdtemp(join(tmpdir(), "pocket-help-config-"));
  const config = join(folder, "config.json");
  await writeFile(config, JSON.stringify({ locales: ["en", "zh"], allowedHosts: [host] }));
  const allowing = await buildAndServe(FIXTURE, "--base", "/", "--config", config);
  try {
    expect(await framed(handbook)).toBe(0);
    expect(await framed(allowing)).toBe(1);
  } finally {
    shop.close();
    await allowing.remove();
    await rm(folder, { recursive: true });
  }
});

test("no page asks for a cookie, and links that leave carry no opener and no full address", async () => {
  const { page, context } = await browser.open();
  await page.goto(`${demo.url}en/orders/where-is-my-order/`);
  expect(await context.cookies()).toEqual([]);
  expect(await page.locator("meta[name=referrer]").getAttribute("content")).toBe("strict-origin-when-cross-origin");
  const bare = await page
    .locator("article a[href^=http]")
    .evaluateAll((links) => links.filter((link) => !/noopener/.test(link.getAttribute("rel") ?? "")).length);
  expect(bare).toBe(0);
});
