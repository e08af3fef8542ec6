import { htmlLang, type Locale } from "../../domain/locale";
import { revisionOf } from "../../domain/pack";
import { pageBootstrap } from "../../ui/page-bootstrap";
import type { LinkModel, Page, PageData } from "../../ui/page-model";
import { renderPage } from "../../ui/render";
import type { LoadedContent } from "../load";
import { type OutputFile, packArticle } from "../packs";
import type { SitemapEntry } from "./extras";
import { headHtml } from "./head";
import { contentSecurityPolicy } from "./policy";
import type { Shell } from "./shell";

export interface PrintedPage {
  readonly output: OutputFile;
  /** How the sitemap would list it. */
  readonly entry: SitemapEntry;
}

interface PrintOptions {
  /** File to write instead of the one at the page's address. */
  readonly path?: string;
  /** The copy of the default language's home at the site's root. */
  readonly root?: boolean;
  /** Search engines are told to leave it out. */
  readonly unlisted?: boolean;
  readonly updated?: string | undefined;
  /** Texts of a tutorial's steps. */
  readonly steps?: readonly string[];
}

/** Makes the HTML file of a page: what the components draw, in the app's shell, with its head and data. */
export class PagePrinter {
  /** Content-Security-Policy of every page. */
  readonly policy: string;
  pages = 0;
  readonly #content: LoadedContent;
  readonly #base: string;
  readonly #shell: Shell;
  readonly #popular = new Map<Locale, readonly LinkModel[]>();

  constructor(content: LoadedContent, base: string, shell: Shell) {
    this.policy = contentSecurityPolicy([pageBootstrap], undefined, content.config.sealed.sections.length > 0);
    this.#content = content;
    this.#base = base;
    this.#shell = shell;
  }

  /** What search offers before the first word is typed, on pages that do not list it themselves. */
  offer(locale: Locale, popular: readonly LinkModel[]): void {
    this.#popular.set(locale, popular);
  }

  print(page: Page, { path, root, unlisted, updated, steps }: PrintOptions = {}): PrintedPage {
    const { locale } = page.site;
    const head = headHtml(page, {
      siteUrl: this.#content.config.siteUrl,
      policy: this.policy,
      data: this.#data(page, root ?? false),
      unlisted: unlisted === true || page.site.staff,
      steps: steps ?? [],
    });
    const html = this.#shell.page(head, renderPage(page), {
      lang: htmlLang(locale),
      dir: isRtl(locale) ? "rtl" : "ltr",
    });
    this.pages++;
    const file = path ?? `${decodeURIComponent(page.href.slice(this.#base.length))}index.html`;
    return {
      output: { path: file, bytes: Buffer.from(html) },
      entry: { href: page.href, languages: page.languages, ...(updated !== undefined && { updated }) },
    };
  }

  #data(page: Page, root: boolean): PageData {
    const { locale } = page.site;
    const { catalog, config } = this.#content;
    return {
      base: this.#base,
      locale,
      locales: catalog.locales.map((other) => ({ locale: other, home: `${this.#base}${other}/` })),
      kind: page.kind,
      title: page.title,
      ...(page.kind === "article" && {
        article: page.article.id,
        section: sectionOf(page.article.id),
        revision: revisionOf(packArticle(catalog.byId.get(page.article.id)!)),
      }),
      ...(page.kind === "section" && { section: page.section.section }),
      ...(root && { root }),
      ...(page.site.ask !== undefined && { ask: page.site.ask }),
      ...(config.speech.browserService && { speechService: true }),
      ...(config.allowedHosts.length > 0 && { hosts: config.allowedHosts }),
      ...(page.site.unlock !== undefined && {
        sealed: { unlock: page.site.unlock, lockAfterMinutes: config.sealed.lockAfterMinutes },
      }),
      ...(!("popular" in page) && { popular: this.#popular.get(locale) ?? [] }),
    };
  }
}

function sectionOf(id: string): string {
  return id.split("/").slice(1, -1).join("/");
}

function isRtl(locale: Locale): boolean {
  return /^(ar|fa|he|ur)\b/.test(locale.toLowerCase());
}
