import type { ArticleMeta, ArticleRef, Audience } from "../domain/article";
import type { SiteConfig } from "../domain/config";
import type { Fault } from "../domain/fault";
import type { Locale } from "../domain/locale";
import { collatorFor } from "./collator";
import { assignLocales } from "./locales";
import type { ParsedDocument } from "./markdown/document";
import { oldAddresses, ownAddresses, withoutCollisions } from "./redirects";
import { OWN_PAGES, outerSections, sectionPath } from "./section-path";
import { numberInName, readableName, slug, withoutExportId } from "./slug";

/** An article with its place in the site and its parsed body. */
export interface CatalogArticle extends ArticleRef, ArticleMeta {
  readonly document: ParsedDocument;
  /** Folder path below the language folder as the author spells it, for names and configuration. */
  readonly folder: string;
}

/** A file that only points somewhere else. */
export interface CatalogRedirect {
  /** Old address below the site's base, without slashes at the ends. */
  readonly from: string;
  /** A target as a link in `source` would name it; or an article id when `article` is set. */
  readonly to: string;
  readonly article: boolean;
  /** The file that says so. */
  readonly origin: LinkOrigin;
  readonly title: string;
}

/** Where a link stands: what relative paths start from and which language comes first. */
export type LinkOrigin = Pick<CatalogArticle, "path" | "folder" | "locale">;

/** Every article of the site, addressed. */
export interface Catalog {
  /** In display order: by section, then `order`, then number in the file name, then title. */
  readonly articles: readonly CatalogArticle[];
  readonly byId: ReadonlyMap<string, CatalogArticle>;
  readonly redirects: readonly CatalogRedirect[];
  /** In the configured order, else the default language first. */
  readonly locales: readonly Locale[];
  readonly defaultLocale: Locale;
  readonly faults: readonly Fault[];
}

/**
 * Gives every document its address. Articles that `audience` may not see, and sealed ones where an open edition is
 * made, are left out here, before anything else looks at them, so that nothing later can let them slip into a page, a
 * pack or a count.
 */
export function makeCatalog(
  documents: readonly ParsedDocument[],
  config: SiteConfig,
  audience: Audience,
  isSealed: (section: string) => boolean = () => false,
): Catalog {
  // Languages are assigned before: an address must not depend on what is sealed.
  const assigned = assignDocuments(visibleTo(audience, documents), config).filter(
    ({ rest }) => !isSealed(sectionOf(rest)),
  );
  const faults: Fault[] = [];
  const taken = new Map<string, string>();
  const sections = new Set(assigned.flatMap(({ locale, rest }) => sectionPaths(locale, rest)));
  const articles: CatalogArticle[] = [];
  const redirects: CatalogRedirect[] = [];
  assigned.forEach(({ document, locale, rest }) => {
    const place = address(locale, rest, sections, taken, document.path, faults);
    const origin: LinkOrigin = { path: document.path, folder: place.folder, locale };
    if (document.frontMatter.redirectTo !== undefined) {
      redirects.push({
        from: place.id,
        to: document.frontMatter.redirectTo,
        article: false,
        origin,
        title: document.title,
      });
      return;
    }
    articles.push({ ...place, ...meta(document), path: document.path, document });
    for (const from of (document.frontMatter.redirect ?? []).flatMap(oldAddresses)) {
      if (from !== place.id) redirects.push({ from, to: place.id, article: true, origin, title: document.title });
    }
  });
  articles.sort(compareArticles(config));
  const locales = orderLocales(articles, config);
  return {
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
    redirects: withoutCollisions(redirects, ownAddresses(articles, taken), faults),
    locales,
    defaultLocale: locales.includes(config.defaultLocale)
      ? config.defaultLocale
      : (locales[0] ?? (config.defaultLocale || "en")),
    faults,
  };
}

type Place = ArticleRef & { readonly folder: string };

function address(
  locale: Locale,
  rest: string,
  sections: ReadonlySet<string>,
  taken: Map<string, string>,
  path: string,
  faults: Fault[],
): Place {
  const folders = rest.split("/");
  const file = folders.pop()!.replace(/\.[^.]+$/, "");
  const section = sectionPath(folders.join("/"));
  const prefix = section === "" ? "" : `${section}/`;
  // A folder's index or README is an article like any other; its folder's address is the section's own page.
  let name = /^_?(index|readme)$/i.test(file) ? "overview" : slug(file);
  if (sections.has(`${locale}/${prefix}${name}`) || (section === "" && OWN_PAGES.includes(name)))
    name = `${name}-article`;
  // Two notes of one name in an export differ by their ids only.
  if (taken.has(`${locale}/${prefix}${name}`) && withoutExportId(file) !== file)
    name = `${name}-${file.slice(-32).toLowerCase()}`;
  const wanted = name;
  for (let n = 2; taken.has(`${locale}/${prefix}${name}`); n++) name = `${wanted}-${n}`;
  if (name !== wanted) {
    const other = taken.get(`${locale}/${prefix}${wanted}`)!;
    faults.push({
      code: "duplicate-id",
      severity: "error",
      file: path,
      line: 1,
      expected: `an address of its own (${locale}/${prefix}${wanted} is taken by ${other})`,
      found: `the same address; it is published as ${locale}/${prefix}${name}`,
    });
  }
  const id = `${locale}/${prefix}${name}`;
  taken.set(id, path);
  return { id, locale, section, slug: name, key: `${prefix}${name}`, path, folder: folders.join("/") };
}

function visibleTo(audience: Audience, documents: readonly ParsedDocument[]): readonly ParsedDocument[] {
  return documents.filter((document) => audience === "staff" || document.frontMatter.audience !== "staff");
}

function assignDocuments(documents: readonly ParsedDocument[], config: SiteConfig) {
  const assigned = assignLocales(
    documents.map((document) => ({
      path: document.path,
      hanShare: document.hanShare,
      lang: document.frontMatter.lang,
    })),
    config,
  );
  return documents.map((document, index) => ({ document, ...assigned[index]! }));
}

/** The section of every document that `audience` may see. */
export function documentSections(
  documents: readonly ParsedDocument[],
  config: SiteConfig,
  audience: Audience,
): readonly string[] {
  return assignDocuments(visibleTo(audience, documents), config).map(({ rest }) => sectionOf(rest));
}

/** @param rest a document's path below its language folder */
function sectionOf(rest: string): string {
  return sectionPath(rest.split("/").slice(0, -1).join("/"));
}

function sectionPaths(locale: Locale, rest: string): string[] {
  const section = sectionOf(rest);
  return outerSections(section).map((path) => `${locale}/${path}`);
}

function meta(document: ParsedDocument): ArticleMeta {
  const { frontMatter } = document;
  return {
    title: document.title,
    description: document.description,
    kind: frontMatter.kind ?? "article",
    tags: frontMatter.tags ?? [],
    ...(frontMatter.order !== undefined && { order: frontMatter.order }),
    ...(frontMatter.updated !== undefined && { updated: frontMatter.updated }),
    ...(frontMatter.validUntil !== undefined && { validUntil: frontMatter.validUntil }),
    alsoAskedAs: frontMatter.alsoAskedAs ?? [],
    related: frontMatter.related ?? [],
    audience: frontMatter.audience ?? "public",
    hidden: frontMatter.hidden ?? false,
    popular: frontMatter.popular ?? false,
  };
}

function compareArticles(config: SiteConfig): (a: CatalogArticle, b: CatalogArticle) => number {
  const rank = new Map(config.locales.map((locale, index) => [locale, index]));
  return (a, b) =>
    (rank.get(a.locale) ?? 99) - (rank.get(b.locale) ?? 99) ||
    compare(a.locale, b.locale) ||
    compare(a.section, b.section) ||
    compare(a.order ?? Number.POSITIVE_INFINITY, b.order ?? Number.POSITIVE_INFINITY) ||
    compare(numberInName(a.path), numberInName(b.path)) ||
    collatorFor(a.locale).compare(a.title, b.title) ||
    compare(a.path, b.path);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function orderLocales(articles: readonly CatalogArticle[], config: SiteConfig): Locale[] {
  const counts = new Map<Locale, number>();
  for (const article of articles) counts.set(article.locale, (counts.get(article.locale) ?? 0) + 1);
  const found = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || compare(a, b));
  const configured = config.locales.filter((locale) => counts.has(locale));
  return [...configured, ...found.filter((locale) => !configured.includes(locale))];
}

/** The title of a section: configured, else its folder's name made readable. */
export function sectionName(folder: string): string {
  return readableName(folder.split("/").at(-1) ?? folder);
}
