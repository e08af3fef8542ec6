import type { SiteConfig } from "../../domain/config";
import { htmlLang, type Locale, localized } from "../../domain/locale";
import type { Page } from "../../ui/page-model";
import { descriptionsFor } from "./descriptions";
import { absoluteUrl } from "./head";
import { escapeHtml } from "./html";

/** A page as the sitemap lists it. */
export interface SitemapEntry {
  /** Absolute below the origin. */
  readonly href: string;
  readonly languages: Page["languages"];
  readonly updated?: string;
}

/** https://www.sitemaps.org/protocol.html, with the language variants of each page. */
export function sitemapXml(entries: readonly SitemapEntry[], siteUrl: string, base: string): string {
  const url = (href: string) => escapeHtml(absoluteUrl(siteUrl, base, href)!);
  const urls = entries.map(({ href, languages, updated }) => {
    const exact = languages.filter((language) => language.exact);
    const variants = exact.length < 2 ? [] : exact;
    return [
      `<url><loc>${url(href)}</loc>`,
      updated === undefined ? "" : `<lastmod>${updated}</lastmod>`,
      ...variants.map(
        (variant) =>
          `<xhtml:link rel="alternate" hreflang="${escapeHtml(htmlLang(variant.locale))}" href="${url(variant.href)}"/>`,
      ),
      "</url>",
    ].join("");
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`;
}

/** A staff edition asks robots to stay away altogether. */
export function robotsTxt(siteUrl: string | undefined, staff: boolean): string {
  if (staff) return "User-agent: *\nDisallow: /\n";
  return `User-agent: *\nAllow: /\n${siteUrl ? `Sitemap: ${siteUrl}sitemap.xml\n` : ""}`;
}

/** https://github.com/dewitt/opensearch: lets the browser's address bar search the help centre. */
export function openSearchXml(config: SiteConfig, locale: Locale, siteUrl: string): string {
  const name = localized(config.name, locale);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    // Readers cut the short name at 16 characters.
    `<ShortName>${escapeHtml([...name].slice(0, 16).join(""))}</ShortName>`,
    `<LongName>${escapeHtml(name)}</LongName>`,
    `<Description>${escapeHtml(descriptionsFor(locale).search(name))}</Description>`,
    `<Language>${htmlLang(locale)}</Language>`,
    "<InputEncoding>UTF-8</InputEncoding>",
    `<Image width="16" height="16" type="image/svg+xml">${escapeHtml(siteUrl)}favicon.svg</Image>`,
    `<Url type="text/html" method="get" template="${escapeHtml(siteUrl)}${locale}/search/?q={searchTerms}"/>`,
    "</OpenSearchDescription>",
    "",
  ].join("\n");
}

/** A page that sends its visitor on, for hosts that know no redirects. */
export function redirectHtml(
  to: string,
  title: string,
  lang: string,
  policy: string,
  canonical: string | undefined,
  script: string,
): string {
  const href = escapeHtml(to);
  return [
    `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    `<title>${escapeHtml(title)}</title><meta name="robots" content="noindex">`,
    // No icon: the browser would ask the host's root for one.
    '<link rel="icon" href="data:,">',
    canonical ? `<link rel="canonical" href="${escapeHtml(canonical)}">` : "",
    `<script src="${escapeHtml(script)}" data-to="${href}"></script>`,
    `<meta http-equiv="refresh" content="0; url=${href}"></head>`,
    `<body><p><a href="${href}">${escapeHtml(title)}</a></p></body></html>\n`,
  ].join("");
}
