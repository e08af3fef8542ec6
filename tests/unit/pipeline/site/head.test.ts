import { describe, expect, it } from "vitest";
import { absoluteUrl, type HeadOptions, headHtml } from "../../../../src/pipeline/site/head";
import type { Page } from "../../../../src/ui/page-model";
import { articlePage, homePage, SITE } from "../../../support/pages";

const SITE_URL = "https://x.example/help/";

function head(page: Page, options: Partial<HeadOptions> = {}): string[] {
  const data = { base: "/help/", locale: "en", locales: [], kind: page.kind, title: page.title };
  return headHtml(page, {
    siteUrl: SITE_URL,
    policy: "default-src 'none'",
    data,
    unlisted: false,
    steps: [],
    ...options,
  })
    .split("\n")
    .filter((line) => !line.startsWith("<script>"));
}

describe("headHtml", () => {
  it("begins with the policy and tells search engines and link previews about the page", () => {
    const languages = [
      { locale: "en", href: "/help/en/orders/track/", exact: true },
      { locale: "zh", href: "/help/zh/orders/track/", exact: true },
      { locale: "fr", href: "/help/fr/", exact: false },
    ];
    const page = articlePage({}, { title: 'A "quoted" <title>', languages });
    expect(head(page).filter((line) => !line.includes("ld+json"))).toEqual([
      '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">',
      "<title>A &quot;quoted&quot; &lt;title&gt; · Shop Help</title>",
      '<meta name="description" content="Where it is.">',
      '<meta name="referrer" content="strict-origin-when-cross-origin">',
      `<link rel="canonical" href="${SITE_URL}en/orders/track/">`,
      `<link rel="alternate" hreflang="en" href="${SITE_URL}en/orders/track/">`,
      `<link rel="alternate" hreflang="zh-CN" href="${SITE_URL}zh/orders/track/">`,
      '<meta property="og:type" content="article">',
      '<meta property="og:site_name" content="Shop Help">',
      '<meta property="og:title" content="A &quot;quoted&quot; &lt;title&gt;">',
      '<meta property="og:description" content="Where it is.">',
      '<meta property="og:locale" content="en">',
      `<meta property="og:url" content="${SITE_URL}en/orders/track/">`,
      '<link rel="icon" href="/help/favicon.svg" type="image/svg+xml">',
      '<link rel="apple-touch-icon" href="/help/apple-touch-icon.png">',
      '<link rel="manifest" href="/help/en/app.webmanifest" crossorigin="use-credentials">',
      '<meta name="apple-mobile-web-app-title" content="Shop Help">',
      '<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">',
      '<meta name="theme-color" content="#131615" media="(prefers-color-scheme: dark)">',
      '<link rel="search" type="application/opensearchdescription+xml" title="Shop Help" href="/help/en/opensearch.xml">',
      '<script type="application/json" id="page-data">{"base":"/help/","locale":"en","locales":[],"kind":"article","title":"A \\"quoted\\" \\u003ctitle>"}</script>',
    ]);
  });

  it("claims no address where the site has none", () => {
    const html = head(articlePage(), { siteUrl: undefined }).join("\n");
    expect(html).not.toMatch(/canonical|og:url|hreflang|opensearch|https:\/\/x/);
  });

  it("keeps search, missing and unlisted pages out of search engines", () => {
    const noindex = (page: Page, unlisted = false) =>
      head(page, { unlisted }).includes('<meta name="robots" content="noindex">');
    const base = { ...homePage(), popular: [] };
    expect(noindex(homePage())).toBe(false);
    expect(noindex(articlePage(), true)).toBe(true);
    expect(noindex({ ...base, kind: "search" })).toBe(true);
    expect(noindex({ ...base, kind: "notFound" })).toBe(true);
    expect(head({ ...base, kind: "notFound" }).join()).not.toContain("canonical");
  });

  it("shows the logo in previews", () => {
    const site = { ...SITE, logo: { src: "/help/media/logo-1.png" } };
    expect(head(homePage({ site }))).toContain(`<meta property="og:image" content="${SITE_URL}media/logo-1.png">`);
  });

  it("calls home by the site's name alone", () => {
    expect(head(homePage())).toContain("<title>Shop Help</title>");
  });
});

it("absoluteUrl puts the published address before the part below the base", () => {
  expect(absoluteUrl(SITE_URL, "/preview/", "/preview/en/a/")).toBe("https://x.example/help/en/a/");
  expect(absoluteUrl(undefined, "/", "/en/")).toBeUndefined();
});
