import { htmlLang } from "../../domain/locale";
import { pageBootstrap } from "../../ui/page-bootstrap";
import type { Page, PageData } from "../../ui/page-model";
import { escapeHtml, scriptJson } from "./html";
import { structuredData } from "./structured-data";
import { THEME_COLORS, webManifestHref } from "./web-manifest";

/** Pages that search engines have no use for. */
const UNINDEXED: ReadonlySet<Page["kind"]> = new Set([
  "search",
  "ask",
  "unlock",
  "notFound",
  "offline",
  "yourData",
  "notOnDevice",
  "print",
]);

export interface HeadOptions {
  /** Absolute address of the site's base, or `undefined` when the configuration gives none. */
  readonly siteUrl: string | undefined;
  readonly policy: string;
  readonly data: PageData;
  /** Search engines are told to leave the page out. */
  readonly unlisted: boolean;
  readonly steps: readonly string[];
}

/** Everything inside `<head>` that differs from page to page. */
export function headHtml(page: Page, options: HeadOptions): string {
  const { site } = page;
  const absolute = (href: string) => absoluteUrl(options.siteUrl, site.base, href);
  const title = page.kind === "home" ? site.name : `${page.title} · ${site.name}`;
  const canonical = absolute(page.href);
  const tags = [
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(options.policy)}">`,
    page.kind === "article" && page.article.validUntil !== undefined
      ? meta("valid-until", page.article.validUntil)
      : "",
    `<script>${pageBootstrap}</script>`,
    `<title>${escapeHtml(title)}</title>`,
    meta("description", page.description),
    meta("referrer", "strict-origin-when-cross-origin"),
    options.unlisted || UNINDEXED.has(page.kind) ? meta("robots", "noindex") : "",
    canonical && page.kind !== "notFound" ? `<link rel="canonical" href="${escapeHtml(canonical)}">` : "",
    ...alternates(page, absolute),
    property("og:type", page.kind === "article" ? "article" : "website"),
    property("og:site_name", site.name),
    property("og:title", page.title),
    property("og:description", page.description),
    property("og:locale", htmlLang(site.locale).replace("-", "_")),
    canonical ? property("og:url", canonical) : "",
    site.logo && options.siteUrl ? property("og:image", absolute(site.logo.src) ?? "") : "",
    `<link rel="icon" href="${site.base}favicon.svg" type="image/svg+xml">`,
    `<link rel="apple-touch-icon" href="${site.base}apple-touch-icon.png">`,
    // Behind a sign-in the manifest needs the visitor's cookies.
    `<link rel="manifest" href="${webManifestHref(site)}" crossorigin="use-credentials">`,
    meta("apple-mobile-web-app-title", site.name),
    ...Object.entries(THEME_COLORS).map(
      ([scheme, color]) => `<meta name="theme-color" content="${color}" media="(prefers-color-scheme: ${scheme})">`,
    ),
    options.siteUrl
      ? `<link rel="search" type="application/opensearchdescription+xml" title="${escapeHtml(site.name)}" href="${site.base}${site.locale}/opensearch.xml">`
      : "",
    ...structuredData(page, absolute, options.steps).map(
      (data) => `<script type="application/ld+json">${scriptJson(data)}</script>`,
    ),
    `<script type="application/json" id="page-data">${scriptJson(options.data)}</script>`,
  ];
  return tags.filter((tag) => tag !== "").join("\n");
}

/** The absolute address of a path below the origin, given where the site is published. */
export function absoluteUrl(siteUrl: string | undefined, base: string, href: string): string | undefined {
  return siteUrl === undefined ? undefined : siteUrl + href.slice(base.length);
}

function alternates(page: Page, absolute: (href: string) => string | undefined): string[] {
  const exact = page.languages.filter((language) => language.exact);
  if (exact.length < 2 || page.kind === "notFound") return [];
  return exact.flatMap(({ locale, href }) => {
    const url = absolute(href);
    return url ? [`<link rel="alternate" hreflang="${escapeHtml(htmlLang(locale))}" href="${escapeHtml(url)}">`] : [];
  });
}

function meta(name: string, content: string): string {
  return content === "" ? "" : `<meta name="${name}" content="${escapeHtml(content)}">`;
}

function property(name: string, content: string): string {
  return content === "" ? "" : `<meta property="${name}" content="${escapeHtml(content)}">`;
}
