import { describe, expect, it } from "vitest";
import { openSearchXml, redirectHtml, robotsTxt, sitemapXml } from "../../../../src/pipeline/site/extras";
import { configWith } from "../../../support/documents";

const SITE = "https://help.example.com/faq/";

describe("sitemapXml", () => {
  it("lists absolute addresses, dates and exact translations", () => {
    const languages = [
      { locale: "en", href: "/faq/en/a/", exact: true },
      { locale: "zh", href: "/faq/zh/a/", exact: true },
      { locale: "de", href: "/faq/de/", exact: false },
    ];
    const entries = [
      { href: "/faq/en/a/", languages, updated: "2026-01-02" },
      { href: "/faq/zh/%E9%80%80/", languages: languages.slice(1) },
    ];
    expect(sitemapXml(entries, SITE, "/faq/")).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
        `<url><loc>${SITE}en/a/</loc><lastmod>2026-01-02</lastmod>` +
          `<xhtml:link rel="alternate" hreflang="en" href="${SITE}en/a/"/>` +
          `<xhtml:link rel="alternate" hreflang="zh-CN" href="${SITE}zh/a/"/></url>`,
        `<url><loc>${SITE}zh/%E9%80%80/</loc></url>`,
        "</urlset>",
        "",
      ].join("\n"),
    );
  });

  it("escapes what XML would trip over", () => {
    expect(sitemapXml([{ href: "/a&b'/", languages: [] }], "https://x.example/", "/")).toContain(
      "<loc>https://x.example/a&amp;b&#39;/</loc>",
    );
  });
});

describe("robotsTxt", () => {
  it.each([
    [SITE, false, `User-agent: *\nAllow: /\nSitemap: ${SITE}sitemap.xml\n`],
    [undefined, false, "User-agent: *\nAllow: /\n"],
    [SITE, true, "User-agent: *\nDisallow: /\n"],
  ])("site %s, staff %s", (siteUrl, staff, text) => {
    expect(robotsTxt(siteUrl, staff)).toBe(text);
  });
});

describe("openSearchXml", () => {
  it("describes search in one language, with escaped names and a short one that cuts no character in two", () => {
    const config = configWith({ name: { en: "Fish & Chips <Ltd>", zh: "十五个字一二三四五六七八九十🏠帮助" } });
    expect(openSearchXml(config, "en", SITE)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        "<ShortName>Fish &amp; Chips &lt;Lt</ShortName>",
        "<LongName>Fish &amp; Chips &lt;Ltd&gt;</LongName>",
        "<Description>Search every article of Fish &amp; Chips &lt;Ltd&gt;, on your own device.</Description>",
        "<Language>en</Language>",
        "<InputEncoding>UTF-8</InputEncoding>",
        `<Image width="16" height="16" type="image/svg+xml">${SITE}favicon.svg</Image>`,
        `<Url type="text/html" method="get" template="${SITE}en/search/?q={searchTerms}"/>`,
        "</OpenSearchDescription>",
        "",
      ].join("\n"),
    );
    const chinese = openSearchXml(config, "zh", SITE);
    expect(chinese).toContain("<ShortName>十五个字一二三四五六七八九十🏠帮</ShortName>");
    expect(chinese).toContain("<Language>zh-CN</Language>");
  });
});

describe("redirectHtml", () => {
  it("sends on without a script, is kept out of search engines and names the page it leads to", () => {
    expect(
      redirectHtml("/a/?x=1&y=2", 'The "new" <page>', "en", "default-src 'none'", `${SITE}a/`, "/assets/r.js"),
    ).toBe(
      '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
        '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">' +
        '<title>The &quot;new&quot; &lt;page&gt;</title><meta name="robots" content="noindex"><link rel="icon" href="data:,">' +
        `<link rel="canonical" href="${SITE}a/">` +
        '<script src="/assets/r.js" data-to="/a/?x=1&amp;y=2"></script>' +
        '<meta http-equiv="refresh" content="0; url=/a/?x=1&amp;y=2"></head>' +
        '<body><p><a href="/a/?x=1&amp;y=2">The &quot;new&quot; &lt;page&gt;</a></p></body></html>\n',
    );
  });

  it("has no canonical address without a site address", () => {
    expect(redirectHtml("/a/", "A", "en", "", undefined, "/r.js")).not.toContain("canonical");
  });
});
