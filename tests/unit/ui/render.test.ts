// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import type { Page } from "../../../src/ui/page-model";
import { renderPage } from "../../../src/ui/render";
import { pageOf } from "./page-fixtures";

const KINDS = [
  "home",
  "section",
  "article",
  "search",
  "ask",
  "contact",
  "notFound",
] as const satisfies readonly Page["kind"][];

function show(page: Page): Document {
  // What the browser's parser does with a body.
  document.body.innerHTML = renderPage(page);
  return document;
}

beforeEach(() => document.body.replaceChildren());

describe.each(["en", "zh"])("every page in %s", (locale) => {
  it.each(KINDS)("%s has its landmarks, one title and a way to a person", (kind) => {
    const page = pageOf(kind, locale);
    const { body } = show(page);
    expect(body.querySelectorAll("h1")).toHaveLength(1);
    expect(body.querySelectorAll("main#main")).toHaveLength(1);
    expect(body.querySelectorAll("body > header, body > footer")).toHaveLength(2);
    expect(body.querySelectorAll("article")).toHaveLength(kind === "article" ? 1 : 0);
    expect(body.firstElementChild?.getAttribute("href")).toBe("#main");
    expect(body.querySelectorAll(`a[href^="${page.site.contact}"]`).length).toBeGreaterThan(0);
    expect(body.querySelector(`a[href="${page.site.search}"]`)).not.toBeNull();
  });

  it.each(KINDS)("%s keeps the content security policy and gives ids once", (kind) => {
    const { body } = show(pageOf(kind, locale));
    expect(body.querySelectorAll("[style], script:not([type='application/json']), style, [onclick]")).toHaveLength(0);
    const ids = [...body.querySelectorAll("[id]")].map((element) => element.id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(KINDS)("%s has headings without gaps", (kind) => {
    const depths = [...show(pageOf(kind, locale)).querySelectorAll("h1, h2, h3, h4")].map((h) => Number(h.tagName[1]));
    expect(depths.filter((depth, i) => depth - (depths[i - 1] ?? depth) > 1)).toEqual([]);
  });
});

describe("article page", () => {
  it("carries the page into the contact link", () => {
    const page = pageOf("article", "en");
    const link = show(page).querySelector(".stuck a")?.getAttribute("href");
    expect(link).toBe(`${page.site.contact}?page=${encodeURIComponent(page.href)}`);
  });

  it("shows dates and keeps the warning hidden until the script has looked at the calendar", () => {
    const body = show(pageOf("article", "en")).body;
    expect([...body.querySelectorAll(".article-meta time")].map((time) => time.textContent)).toEqual([
      "October 12, 2025",
      "June 30, 2026",
    ]);
    expect(body.querySelector("[data-valid-until='2026-06-30']")).not.toBeNull();
  });

  it("lists the contents twice, for wide and for narrow screens, with encoded anchors", () => {
    const links = [...show(pageOf("article", "zh")).querySelectorAll(".contents-aside a, .contents-fold a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      `#${encodeURIComponent("费用")}`,
      "#b",
      `#${encodeURIComponent("费用")}`,
      "#b",
    ]);
  });

  it("marks itself among its neighbours and links before and after", () => {
    const body = show(pageOf("article", "en")).body;
    expect(body.querySelector(".side-nav [aria-current=page]")?.getAttribute("href")).toBe("/help/en/orders/track/");
    expect(body.querySelector("a[rel=prev]")).toBeNull();
    expect(body.querySelector("a[rel=next]")?.getAttribute("href")).toBe("/help/en/orders/cancel/");
  });

  it("switches the language and keeps the article", () => {
    const link = show(pageOf("article", "en")).querySelector("a[data-language=zh]");
    expect(link?.getAttribute("href")).toBe("/help/zh/orders/track/");
    expect(link?.getAttribute("hreflang")).toBe("zh-CN");
  });

  it("escapes what authors write outside the body", () => {
    const page = pageOf("article", "en");
    const html = renderPage({ ...page, title: "<script>x</script> & co" });
    expect(html).toContain("&lt;script>x&lt;/script> &amp; co");
  });
});

describe("contact page", () => {
  it("works as plain links", () => {
    const hrefs = [...show(pageOf("contact", "en")).querySelectorAll("a[data-channel]")].map((a) =>
      a.getAttribute("href"),
    );
    expect(hrefs).toEqual([
      "mailto:help@shop.example?subject=Question%20about%20help",
      "https://chat.example/?q=&l=en",
    ]);
  });

  it("drops an unsafe address", () => {
    const page = pageOf("contact", "en");
    const body = show({ ...page, channels: [{ type: "link", url: "javascript:alert(1)", topics: [] }] } as Page).body;
    expect(body.querySelector("a[data-channel]")).toBeNull();
  });
});

describe("other editions", () => {
  it("marks the staff edition on every page", () => {
    const page = pageOf("home", "en");
    expect(show(page).querySelector(".staff-banner")).toBeNull();
    expect(show({ ...page, site: { ...page.site, staff: true } }).querySelector(".staff-banner")).not.toBeNull();
  });

  it("puts an English frame around a language without interface strings, and says so", () => {
    const page = pageOf("home", "en");
    const body = show({ ...page, site: { ...page.site, locale: "fr" } }).body;
    expect(body.querySelector("header")?.getAttribute("lang")).toBe("en");
  });

  it("offers more than two languages in a menu", () => {
    const page = pageOf("home", "en");
    const languages = ["en", "zh", "fr"].map((locale) => ({ locale, href: `/${locale}/`, exact: true }));
    expect(show({ ...page, languages }).querySelectorAll("header details.menu a")).toHaveLength(2);
  });
});

describe("the ask page", () => {
  it("lets examples be asked by their addresses, and without a script offers topics and a person", () => {
    const page = pageOf("ask", "en");
    const { body } = show(page);
    expect(body.querySelector("[data-example]")?.getAttribute("href")).toBe(
      `${page.site.ask}?q=How%20do%20I%20track%20it%3F`,
    );
    expect(body.querySelector("#ph-ask-island")?.classList.contains("js-only")).toBe(true);
    expect(body.querySelector("noscript")?.textContent).toContain("Answers need JavaScript");
    expect(body.querySelector("noscript")?.innerHTML).toContain(`${page.site.home}orders/`);
  });

  it("is linked beside the search forms and from every foot, where there is one", () => {
    for (const kind of ["home", "search"] as const) {
      expect(show(pageOf(kind, "en")).querySelectorAll('main a[href="/help/en/ask/"]')).toHaveLength(1);
    }
    const page = pageOf("home", "en");
    expect(show(page).querySelectorAll('footer a[href="/help/en/ask/"]')).toHaveLength(1);
    const { ask: _, ...site } = page.site;
    expect(show({ ...page, site }).querySelectorAll('a[href="/help/en/ask/"]')).toHaveLength(0);
  });
});
