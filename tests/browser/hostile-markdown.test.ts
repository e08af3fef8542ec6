import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually, useBrowser } from "./support/browser";
import { withoutPolicy } from "./support/policy";
import { buildAndServe, projectFolder, type TestSite } from "./support/sites";

const ATTACK = "window.__hacked=1";
const ARTICLES = [
  "script-tags",
  "event-handlers",
  "javascript-links",
  "vectors",
  "frames-and-forms",
  "clobbering",
  "components",
  "front-matter",
];

const browser = useBrowser();
let content: string;
let site: TestSite;

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), "pocket-help-hostile-"));
  await cp(projectFolder("tests", "fixtures", "browser", "hostile"), content, { recursive: true });
  // A name that no Windows disk can hold, so it cannot lie among the fixtures.
  if (process.platform !== "win32") {
    await writeFile(join(content, "en", "attacks", `Payload '"><img src=x onerror=${ATTACK}>.md`), "Hostile name.\n");
  }
  site = await buildAndServe(content, "--base", "/");
});
afterAll(async () => {
  await site?.remove();
  await rm(content, { recursive: true, force: true });
});

const hacked = (page: Page) => page.evaluate(() => (window as { __hacked?: unknown }).__hacked);

/** Everything on the page that could run code, load from a stranger or dress up as the page. */
function dangers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const own = new Set(["page-data"]);
    for (const element of document.querySelectorAll("*")) {
      const name = element.localName;
      const inBody = document.body.contains(element);
      const active = /^(iframe|frame|frameset|object|embed|applet|portal|base|foreignobject|animate|set|use|math)$/;
      const decorated =
        /^(script|style|link|meta|form|dialog|textarea|select|custom-element|slot|area|marquee|isindex)$/;
      if (active.test(name)) found.push(`<${name}>`);
      if (element.closest("article") && decorated.test(name)) found.push(`<${name}> in the article`);
      if (name === "script" && inBody && !own.has(element.id)) found.push("<script> in the body");
      if (name === "meta" && /refresh/i.test(element.getAttribute("http-equiv") ?? "")) found.push("refresh");
      for (const { name: attribute, value } of element.attributes) {
        if (/^on/i.test(attribute)) found.push(`${attribute} on <${name}>`);
        if (/^(srcdoc|formaction|ping|xlink:href|usemap|contenteditable|autofocus)$/i.test(attribute)) {
          found.push(`${attribute} on <${name}>`);
        }
        if (attribute === "style" && element.closest("article")) found.push(`style on <${name}>: ${value}`);
        if (/^(href|src|action|poster|cite|data|background)$/i.test(attribute)) {
          const { protocol } = new URL(value, location.href);
          const picture = name === "img" || name === "link" ? ["data:"] : [];
          const allowed = ["http:", "https:", "mailto:", "tel:", ...picture];
          if (!allowed.includes(protocol)) found.push(`${attribute}="${value}" on <${name}>`);
        }
      }
    }
    return found;
  });
}

/** What clobbering ids and names would replace. */
function clobbered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const checks: Record<string, boolean> = {
      "document.body": document.body instanceof HTMLBodyElement,
      "document.cookie": typeof document.cookie === "string",
      "document.forms": document.forms instanceof HTMLCollection,
      "document.getElementById": typeof document.getElementById === "function",
      "document.querySelector": typeof document.querySelector === "function",
      "document.querySelectorAll": typeof document.querySelectorAll === "function",
      "document.currentScript": document.currentScript === null,
      "page-data": document.getElementById("page-data")?.localName === "script",
      main: document.getElementById("main")?.localName === "main",
      "article-parts": document.getElementById("article-parts")?.localName === "template",
    };
    return Object.keys(checks).filter((name) => !checks[name]);
  });
}

/** Moves over, focuses and clicks what stands in the article; a link may not lead away. */
async function poke(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener("click", (event) => event.target instanceof Element && event.preventDefault());
    for (const element of document.querySelectorAll<HTMLElement>("main *")) {
      for (const type of ["mouseover", "mouseenter", "focus", "animationstart", "toggle", "beforeinput", "error"]) {
        element.dispatchEvent(new Event(type, { bubbles: true }));
      }
      if (element.localName !== "a") element.click?.();
      element.scrollIntoView();
    }
  });
}

describe.each([
  { name: "with the policy taken away, the sanitiser alone", stripped: true },
  { name: "as shipped", stripped: false },
])("$name", ({ stripped }) => {
  const open = async () => {
    const visit = await browser.open();
    if (stripped) await withoutPolicy(visit.context);
    return visit;
  };

  test("whether inline scripts could run at all", async () => {
    const { page } = await open();
    await page.goto(`${site.url}en/`);
    await page.evaluate(() => {
      const script = document.createElement("script");
      try {
        script.text = "window.__hacked = 'control'";
      } catch {
        // Trusted Types refuse the text.
      }
      document.body.append(script);
    });
    expect(await hacked(page)).toBe(stripped ? "control" : undefined);
  });

  test("hostile articles do nothing, and their last words are there", async () => {
    const { page, requests } = await open();
    for (const name of ARTICLES) {
      const address = `${site.url}en/attacks/${name}/`;
      await page.goto(address);
      await poke(page);
      expect(await page.locator("article").count(), name).toBe(1);
      expect(await page.locator("article").textContent(), name).toContain("The last harmless words.");
      expect(await dangers(page), name).toEqual([]);
      expect(await clobbered(page), name).toEqual([]);
      expect(await hacked(page), name).toBeUndefined();
      expect(page.url().replace(/#.*/, "")).toBe(address);
    }
    expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith("data:"))).toEqual([]);
  });

  test("configuration, titles and descriptions stay text on every other page", async () => {
    const { page, requests } = await open();
    for (const path of ["en/", "en/attacks/", "en/contact/", "en/search/", "en/nothing/"]) {
      await page.goto(site.url + path);
      await poke(page);
      expect(await page.locator(".site-name").textContent()).toContain(`<img src=x onerror=${ATTACK}>`);
      expect(await dangers(page), path).toEqual([]);
      expect(await hacked(page), path).toBeUndefined();
    }
    expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
  });

  test("results, snippets and suggestions show hostile titles as they are written", async () => {
    const { page } = await open();
    await page.goto(`${site.url}en/attacks/front-matter/`);
    await page.goto(`${site.url}en/search/?q=payload`);
    const options = page.locator("[role=option]");
    await eventually(async () => (await options.count()) > 0, "results");
    expect(await page.locator("[role=listbox]").textContent()).toContain(`<img src=x onerror=${ATTACK}>`);
    expect(await page.locator("[role=listbox] :is(img, script, iframe, b)").count()).toBe(0);
    const input = page.locator("input[role=combobox]");
    await input.fill(`<img src=x onerror=${ATTACK}> zzzz`);
    await eventually(async () => (await page.locator(".search-body[aria-busy=false]").count()) > 0, "an answer");
    await input.fill("");
    await eventually(async () => (await page.locator("[data-suggestion]").count()) > 0, "recently read");
    expect(await page.locator(".search-box :is(img, script, iframe)").count()).toBe(0);
    expect(await hacked(page)).toBeUndefined();
  });

  test("a hostile question and page in the contact address stay text and out of links", async () => {
    const { page } = await open();
    const asked = new URLSearchParams({
      q: `"><img src=x onerror=${ATTACK}>`,
      page: `javascript:${ATTACK}`,
      topic: `"><script>${ATTACK}</script>`,
    });
    await page.goto(`${site.url}en/contact/?${asked}`);
    const question = page.locator("[name=question]");
    await eventually(async () => (await question.inputValue()) !== "", "the question is filled in");
    expect(await question.inputValue()).toBe(asked.get("q"));
    expect(await dangers(page)).toEqual([]);
    expect(await hacked(page)).toBeUndefined();
    expect(await page.locator("[data-contact-from]").isVisible()).toBe(false);
  });
});

test("a picture that holds a script shows in an article, and runs nothing when opened by itself", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}en/attacks/vectors/`);
  const source = await page.locator("article img").first().getAttribute("src");
  const response = await page.goto(new URL(source!, site.url).href);
  expect(response?.headers()["content-security-policy"]).toMatch(/sandbox|script-src 'self'|default-src 'none'/);
  expect(await hacked(page)).toBeUndefined();
});

test("redirects named in front matter stay inside the site's folder and lead to the article only", async () => {
  const { page } = await browser.open();
  await page.goto(`${site.url}outside/`);
  await eventually(async () => page.url().endsWith("/en/attacks/front-matter/"), "the redirect leads to the article");
});
