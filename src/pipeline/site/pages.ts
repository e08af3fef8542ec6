import type { SiteConfig } from "../../domain/config";
import { type Locale, localized } from "../../domain/locale";
import { ASK, PRINT, UNLOCK } from "../../domain/own-pages";
import type { ArticleLink, ArticlePage, LinkModel, Page, SectionLink, SiteModel } from "../../ui/page-model";
import { stringsFor } from "../../ui/strings/catalogue";
import type { Catalog, CatalogArticle } from "../catalog";
import { isNamed } from "../config-faults";
import { flatten, type Section } from "../sections";
import { descriptionsFor } from "./descriptions";
import { exampleQuestions } from "./example-questions";
import { pathToHref } from "./html";
import {
  askPages,
  contactPage,
  devicePages,
  notFoundPage,
  type OwnPageParts,
  printPage,
  searchPage,
  unlockPages,
} from "./own-pages";

/** Articles shown beside an article of a large section: a window of that many on either side. */
const SIBLING_WINDOW = 15;
const POPULAR = 8;
const RECENT = 5;

export interface SiteParts {
  readonly config: SiteConfig;
  readonly base: string;
  readonly catalog: Catalog;
  readonly trees: ReadonlyMap<Locale, Section>;
  readonly logo?: SiteModel["logo"];
  readonly staff: boolean;
  readonly hasSealed: boolean;
}

/** Turns the catalogue into the models that pages are drawn from. One factory per site. */
export class PageFactory {
  readonly #parts: SiteParts;
  readonly #sites: ReadonlyMap<Locale, SiteModel>;
  readonly #translations = new Map<string, Map<Locale, CatalogArticle>>();
  readonly #sections = new Map<string, Section>();
  readonly #positions = new Map<string, number>();
  readonly #popular: ReadonlyMap<Locale, readonly ArticleLink[]>;

  constructor(parts: SiteParts) {
    this.#parts = parts;
    for (const article of parts.catalog.articles) {
      const translations = this.#translations.get(article.key) ?? new Map<Locale, CatalogArticle>();
      translations.set(article.locale, article);
      this.#translations.set(article.key, translations);
    }
    for (const tree of parts.trees.values()) {
      for (const section of flatten(tree)) {
        this.#sections.set(`${section.locale}/${section.path}`, section);
        section.articles.forEach((article, index) => {
          this.#positions.set(article.id, index);
        });
      }
    }
    this.#sites = new Map(parts.catalog.locales.map((locale) => [locale, this.#site(locale)]));
    this.#popular = new Map(parts.catalog.locales.map((locale) => [locale, this.#popularArticles(locale)]));
  }

  /** @param atRoot the copy of the default language's home that the site's root serves */
  home(locale: Locale, atRoot = false): Page {
    const tree = this.#tree(locale);
    const listed = this.#parts.catalog.articles.filter((article) => article.locale === locale && !article.hidden);
    const recent = listed
      .filter((article) => article.updated !== undefined)
      .sort((a, b) => (a.updated! < b.updated! ? 1 : a.updated! > b.updated! ? -1 : 0));
    const site = this.#site(locale);
    return {
      kind: "home",
      site,
      href: site.home,
      title: site.name,
      description: site.tagline ?? descriptionsFor(locale).home(site.name),
      languages: this.#everyLanguage((other) => this.#sites.get(other)!.home),
      popular: this.#popular.get(locale) ?? [],
      recentlyUpdated: recent.slice(0, RECENT).map((article) => this.articleLink(article)),
      articles: tree.articles.map((article) => this.articleLink(article)),
      ...(atRoot && { href: this.#parts.base }),
    };
  }

  section(section: Section): Page {
    const site = this.#sites.get(section.locale)!;
    const link = this.#sectionLink(section);
    return {
      kind: "section",
      site,
      href: link.href,
      title: section.title,
      description: section.description ?? descriptionsFor(section.locale).section(section.title, site.name),
      languages: this.#everyLanguage(
        (other) =>
          this.#sections.has(`${other}/${section.path}`) ? this.#sectionHref(other, section.path) : undefined,
        (other) => this.#nearest(other, section.path),
      ),
      section: link,
      breadcrumb: this.#breadcrumb(section.locale, parentPath(section.path)),
      subsections: section.children.map((child) => this.#sectionLink(child)),
      articles: section.articles.map((article) => this.articleLink(article)),
    };
  }

  article(article: CatalogArticle, html: string, related: readonly CatalogArticle[]): ArticlePage {
    const { locale } = article;
    const neighbours = this.#sections.get(`${locale}/${article.section}`)?.articles ?? [];
    const position = this.#positions.get(article.id);
    const link = (index: number): LinkModel | undefined => {
      const neighbour = neighbours[index];
      return neighbour && { href: this.articleHref(neighbour), title: neighbour.title };
    };
    const previous = position === undefined ? undefined : link(position - 1);
    const next = position === undefined ? undefined : link(position + 1);
    const start = Math.max(0, Math.min((position ?? 0) - SIBLING_WINDOW, neighbours.length - 2 * SIBLING_WINDOW - 1));
    return {
      kind: "article",
      site: this.#sites.get(locale)!,
      href: this.articleHref(article),
      title: article.title,
      description: article.description,
      languages: this.#everyLanguage(
        (other) => {
          const translation = this.#translations.get(article.key)?.get(other);
          return translation && this.articleHref(translation);
        },
        (other) => this.#nearest(other, article.section),
      ),
      article: {
        id: article.id,
        kind: article.kind,
        ...(article.updated !== undefined && { updated: article.updated }),
        ...(article.validUntil !== undefined && { validUntil: article.validUntil }),
        tags: article.tags,
        headings: article.document.headings,
        html,
        staff: article.audience === "staff",
      },
      breadcrumb: this.#breadcrumb(locale, article.section),
      siblings: neighbours
        .slice(start, start + 2 * SIBLING_WINDOW + 1)
        .map((sibling) => ({ href: this.articleHref(sibling), title: sibling.title })),
      related: related.map((other) => this.articleLink(other)),
      ...(previous && { previous }),
      ...(next && { next }),
    };
  }

  search(locale: Locale): Page {
    return searchPage(this.#ownParts(locale));
  }

  /** None where the site gives no answers. */
  ask(locale: Locale): readonly Page[] {
    const listed = this.#parts.catalog.articles.filter((article) => article.locale === locale && !article.hidden);
    return askPages(this.#ownParts(locale), exampleQuestions(listed));
  }

  contact(locale: Locale): Page {
    return contactPage(this.#ownParts(locale), this.#parts.config.contact);
  }

  /** None where no articles are sealed. */
  unlock(locale: Locale): readonly Page[] {
    return unlockPages(this.#ownParts(locale));
  }

  notFound(locale: Locale): Page {
    return notFoundPage(this.#ownParts(locale));
  }

  /** Where articles are put together to be printed. */
  print(locale: Locale): Page {
    return printPage(this.#ownParts(locale));
  }

  /** The pages about what this device holds: to keep for offline, what is kept, and what to say when a page is not. */
  devicePages(locale: Locale): readonly Page[] {
    return devicePages(this.#ownParts(locale));
  }

  /** What every page of a language shares. */
  site(locale: Locale): SiteModel {
    return this.#sites.get(locale)!;
  }

  /** What search offers before the first word is typed, on pages that do not list it themselves. */
  popular(locale: Locale): readonly LinkModel[] {
    return (this.#popular.get(locale) ?? []).map(({ href, title }) => ({ href, title }));
  }

  articleHref(article: CatalogArticle): string {
    return `${this.#parts.base}${pathToHref(article.id)}/`;
  }

  articleLink(article: CatalogArticle): ArticleLink {
    return {
      id: article.id,
      href: this.articleHref(article),
      title: article.title,
      kind: article.kind,
      description: article.description,
      ...(article.updated !== undefined && { updated: article.updated }),
    };
  }

  #ownParts(locale: Locale): OwnPageParts {
    return {
      site: this.#sites.get(locale)!,
      popular: this.#popular.get(locale) ?? [],
      languages: (href) => this.#everyLanguage((other) => href(this.#sites.get(other)!)),
    };
  }

  #site(locale: Locale): SiteModel {
    const { config, base, logo, staff, hasSealed } = this.#parts;
    const home = `${base}${locale}/`;
    return {
      name: localized(config.name, locale),
      ...(config.tagline !== undefined && { tagline: localized(config.tagline, locale) }),
      ...(logo && { logo }),
      base,
      locale,
      sections: this.#tree(locale).children.map((section) => this.#sectionLink(section)),
      home,
      search: `${home}search/`,
      ...(config.answers.enabled && { ask: `${home}${ASK}/` }),
      ...(hasSealed && { unlock: `${home}${UNLOCK}/` }),
      contact: `${home}contact/`,
      offline: `${home}offline/`,
      yourData: `${home}your-data/`,
      print: `${home}${PRINT}/`,
      ...(config.siteUrl !== undefined && { url: config.siteUrl }),
      staff,
    };
  }

  #popularArticles(locale: Locale): ArticleLink[] {
    const { catalog, config } = this.#parts;
    const named = config.popular.flatMap((name) => {
      const article = catalog.articles.find((article) => article.locale === locale && isNamed(article, name));
      return article ? [article] : [];
    });
    const flagged = catalog.articles.filter((article) => article.locale === locale && article.popular);
    const unique = [...new Set([...named, ...flagged])].filter((article) => !article.hidden);
    return unique.slice(0, POPULAR).map((article) => this.articleLink(article));
  }

  #tree(locale: Locale): Section {
    return this.#parts.trees.get(locale)!;
  }

  #sectionHref(locale: Locale, path: string): string {
    return `${this.#parts.base}${pathToHref(`${locale}/${path}`)}/`;
  }

  #sectionLink(section: Section): SectionLink {
    return {
      href: this.#sectionHref(section.locale, section.path),
      section: section.path,
      title: section.title,
      ...(section.description !== undefined && { description: section.description }),
      ...(section.icon !== undefined && { icon: section.icon }),
      count: section.count,
    };
  }

  /** Home, then every section down to `path`. */
  #breadcrumb(locale: Locale, path: string): LinkModel[] {
    const parts = path === "" ? [] : path.split("/");
    const sections = parts.flatMap(
      (_, depth) => this.#sections.get(`${locale}/${parts.slice(0, depth + 1).join("/")}`) ?? [],
    );
    const home = { href: `${this.#parts.base}${locale}/`, title: stringsFor(locale).home };
    return [
      home,
      ...sections.map((section) => ({ href: this.#sectionHref(locale, section.path), title: section.title })),
    ];
  }

  /** The deepest section on the way to `path` that another language has, else its home. */
  #nearest(locale: Locale, path: string): string {
    for (let at = path; at !== ""; at = parentPath(at)) {
      if (this.#sections.has(`${locale}/${at}`)) return this.#sectionHref(locale, at);
    }
    return `${this.#parts.base}${locale}/`;
  }

  #everyLanguage(
    exact: (locale: Locale) => string | undefined,
    nearest: (locale: Locale) => string = () => this.#parts.base,
  ) {
    return this.#parts.catalog.locales.map((locale) => {
      const href = exact(locale);
      return { locale, href: href ?? nearest(locale), exact: href !== undefined };
    });
  }
}

function parentPath(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}
