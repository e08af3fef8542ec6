import type { Audience } from "../domain/article";
import type { Fault } from "../domain/fault";
import { htmlLang, type Locale } from "../domain/locale";
import { type ManifestFile, revisionOf } from "../domain/pack";
import type { LinkModel, Page, PageData } from "../ui/page-model";
import { renderPage } from "../ui/render";
import { pageBootstrap } from "../ui/page-bootstrap";
import { BodyFiller } from "./bodies";
import { configFaults, logoPath } from "./config-faults";
import { type LoadedContent, loadContent } from "./load";
import type { MediaFile } from "./media";
import { manifestFile, type OutputFile, packArticle, packFiles, type SectionFiles } from "./packs";
import { RelatedFinder } from "./related";
import { flatten, type Section } from "./sections";
import { openSearchXml, redirectHtml, robotsTxt, type SitemapEntry, sitemapXml } from "./site/extras";
import { absoluteUrl, headHtml } from "./site/head";
import { headersFile, htaccess, nginxConf, type RedirectRule, redirectsFile } from "./site/hosting";
import { pathToHref } from "./site/html";
import { PageFactory } from "./site/pages";
import { contentSecurityPolicy } from "./site/policy";
import { serviceWorkerFile } from "./site/service-worker";
import { loadShell, type Shell } from "./site/shell";
import { webManifestFile } from "./site/web-manifest";
import { updateFiles } from "./updates";
import { SiteWriter } from "./write";

export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  /** Path the site is served under; from `siteUrl` when absent, else `/`. */
  readonly base?: string | undefined;
  readonly config?: string | undefined;
  readonly audience: Audience;
  /** Write nothing when there are faults. */
  readonly strict: boolean;
  /** Folder of the app that Vite built. */
  readonly app: string;
  readonly onProgress?: ((stage: BuildStage, done: number, total: number) => void) | undefined;
}

export type BuildStage = "read" | "write";

export interface BuildReport {
  /** False when `strict` kept the site from being written. */
  readonly written: boolean;
  readonly articles: number;
  readonly passages: number;
  readonly locales: readonly Locale[];
  readonly pages: number;
  readonly files: number;
  /** Bytes of the whole site. */
  readonly bytes: number;
  readonly base: string;
  readonly faults: readonly Fault[];
  /** Source files that are in no page. */
  readonly leftOut: readonly string[];
  readonly ms: number;
}

/**
 * Turns a folder of Markdown into a static site. What is wrong is reported and built around.
 *
 * @throws Error when the folder cannot be read or holds no article, the app is not built, or `out` holds somebody
 * else's files.
 */
export async function buildSite(options: BuildOptions): Promise<BuildReport> {
  const start = performance.now();
  const content = await loadContent({
    ...options,
    onProgress: (done, total) => options.onProgress?.("read", done, total),
  });
  if (content.catalog.articles.length === 0) {
    throw new Error(`${options.content} holds no article to publish (.md, .mdx or .markdown, for this audience).`);
  }
  const base = siteBase(options.base, content.config.siteUrl);
  const shell = await loadShell(options.app, base, content.config.brandColor);
  const writer = await SiteWriter.open(options.out);
  try {
    const site = new SiteBuild(content, base, shell, writer, options);
    await site.writeAll();
    const faults = [...content.faults, ...configFaults(content), ...site.faults];
    const written = !(options.strict && faults.length > 0);
    const { files, bytes } = written ? await writer.commit() : { files: 0, bytes: 0 };
    if (!written) await writer.abandon();
    const { articles } = content.catalog;
    return {
      written,
      articles: articles.length,
      passages: articles.reduce((sum, article) => sum + article.document.passages.length, 0),
      locales: content.catalog.locales,
      pages: site.pages,
      files,
      bytes,
      base,
      faults,
      leftOut: content.leftOut,
      ms: Math.round(performance.now() - start),
    };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/** The path a site is served under, percent-encoded, with a slash at both ends; of a whole address, its path. */
export function siteBase(base: string | undefined, siteUrl: string | undefined): string {
  const address = base ?? siteUrl ?? "/";
  const path = /^https?:\/\//.test(address) ? address : `/${address}/`.replace(/\/+/g, "/");
  const { pathname } = new URL(path, "http://localhost");
  return pathname.endsWith("/") ? pathname : `${pathname}/`;
}

/** One run of the content build: writes pages as they are made, so that only packs and names stay in memory. */
class SiteBuild {
  readonly faults: Fault[] = [];
  pages = 0;
  readonly #content: LoadedContent;
  readonly #base: string;
  readonly #shell: Shell;
  readonly #writer: SiteWriter;
  readonly #options: BuildOptions;
  readonly #filler: BodyFiller;
  readonly #related: RelatedFinder;
  readonly #policy = contentSecurityPolicy([pageBootstrap]);
  readonly #sitemap: SitemapEntry[] = [];
  readonly #popular = new Map<Locale, readonly LinkModel[]>();

  constructor(content: LoadedContent, base: string, shell: Shell, writer: SiteWriter, options: BuildOptions) {
    this.#content = content;
    this.#base = base;
    this.#shell = shell;
    this.#writer = writer;
    this.#options = options;
    this.#filler = new BodyFiller(content.resolver, content.media, base);
    this.#related = new RelatedFinder(content.catalog, content.resolver);
  }

  async writeAll(): Promise<void> {
    const { catalog, config, trees } = this.#content;
    const logo = await this.#logo();
    const staff = this.#options.audience === "staff";
    const factory = new PageFactory({ config, base: this.#base, catalog, trees, staff, ...(logo && { logo }) });
    const locales: { locale: Locale; sections: SectionFiles[] }[] = [];
    const total = catalog.articles.length;
    let done = 0;
    const onArticle = () => {
      done++;
      this.#options.onProgress?.("write", done, total);
    };
    for (const locale of catalog.locales) {
      this.#popular.set(locale, factory.popular(locale));
      const sections: SectionFiles[] = [];
      for (const section of flatten(trees.get(locale)!)) {
        sections.push(await this.#writeSection(section, factory, onArticle));
      }
      locales.push({ locale, sections });
      await this.#writeOwnPages(locale, factory);
    }
    for (const article of catalog.articles.filter((article) => article.hidden)) {
      const { html } = await this.#fill(article);
      const { output } = this.#page(factory.article(article, html, []), {
        unlisted: true,
        steps: article.document.steps,
      });
      await this.#writer.write([output]);
      onArticle();
    }
    const root = this.#page(factory.home(catalog.defaultLocale, true), { path: "index.html", root: true });
    const notFound = this.#page(factory.notFound(catalog.defaultLocale), { path: "404.html" });
    await this.#writer.write([root.output, notFound.output]);
    const rules = await this.#writeRedirects();
    const updates = await updateFiles(this.#content, this.#filler);
    this.faults.push(...updates.faults);
    await this.#writer.write([...updates.files, ...packFiles(locales, updates.byLocale)]);
    await this.#writer.write(this.#hostFiles(rules));
    for (const file of this.#content.media.used()) {
      await this.#writer.write([{ path: file.path, bytes: await this.#content.media.bytes(file) }]);
    }
    const apps = catalog.locales.map((locale) => webManifestFile(factory.site(locale), config.brandColor));
    const files = [...this.#shell.files, ...apps];
    await this.#writer.write(files);
    if (this.#shell.serviceWorker !== undefined) {
      const { locales, defaultLocale } = catalog;
      const site = { base: this.#base, locales, defaultLocale };
      await this.#writer.write([serviceWorkerFile(this.#shell.serviceWorker, files, site)]);
    }
  }

  async #writeSection(section: Section, factory: PageFactory, onArticle: () => void): Promise<SectionFiles> {
    const pages: ManifestFile[] = [];
    const media = new Map<string, MediaFile>();
    const write = async ({ output, entry }: MadePage) => {
      await this.#writer.write([output]);
      pages.push(manifestFile(output));
      this.#sitemap.push(entry);
    };
    if (section.path !== "") await write(this.#page(factory.section(section)));
    for (const article of section.articles) {
      const body = await this.#fill(article);
      const { related, faults } = this.#related.find(article);
      this.faults.push(...faults);
      for (const file of body.media) media.set(file.path, file);
      await write(
        this.#page(factory.article(article, body.html, related), {
          steps: article.document.steps,
          updated: article.updated,
        }),
      );
      onArticle();
    }
    return { section, pages, media: [...media.values()].map(({ path, size, sha256 }) => ({ path, size, sha256 })) };
  }

  async #fill(article: Parameters<BodyFiller["fill"]>[0]) {
    const body = await this.#filler.fill(article);
    this.faults.push(...body.faults);
    return body;
  }

  async #writeOwnPages(locale: Locale, factory: PageFactory): Promise<void> {
    const unlisted = [factory.search(locale), ...factory.devicePages(locale)];
    for (const page of [factory.home(locale), factory.contact(locale), ...unlisted]) {
      const { output, entry } = this.#page(page);
      await this.#writer.write([output]);
      if (!unlisted.includes(page)) this.#sitemap.push(entry);
    }
  }

  #page(
    page: Page,
    {
      path,
      root,
      unlisted,
      updated,
      steps,
    }: {
      path?: string;
      root?: boolean;
      unlisted?: boolean;
      updated?: string | undefined;
      steps?: readonly string[];
    } = {},
  ): MadePage {
    const { locale } = page.site;
    const data: PageData = {
      base: this.#base,
      locale,
      locales: this.#content.catalog.locales.map((other) => ({ locale: other, home: `${this.#base}${other}/` })),
      kind: page.kind,
      title: page.title,
      ...(page.kind === "article" && {
        article: page.article.id,
        section: sectionOf(page.article.id),
        revision: revisionOf(packArticle(this.#content.catalog.byId.get(page.article.id)!)),
      }),
      ...(page.kind === "section" && { section: page.section.section }),
      ...(root && { root }),
      ...(!("popular" in page) && { popular: this.#popular.get(locale) ?? [] }),
    };
    const head = headHtml(page, {
      siteUrl: this.#content.config.siteUrl,
      policy: this.#policy,
      data,
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

  async #writeRedirects(): Promise<RedirectRule[]> {
    const { catalog, resolver, config } = this.#content;
    const rules: RedirectRule[] = [];
    for (const redirect of catalog.redirects) {
      const target = resolver.followRedirect(redirect);
      if (target.type === "broken") {
        this.faults.push({ severity: "error", file: redirect.origin.path, line: 1, ...target.fault });
        continue;
      }
      const to = this.#filler.href(target);
      const source = `${this.#base}${pathToHref(redirect.from)}`;
      const isFile = /\.html?$/i.test(redirect.from);
      rules.push(...(isFile ? [] : [{ from: `${source}/`, to }]), { from: source, to });
      const html = redirectHtml(
        to,
        redirect.title,
        htmlLang(redirect.origin.locale),
        this.#policy,
        absoluteUrl(config.siteUrl, this.#base, to),
      );
      const path = isFile ? redirect.from : `${redirect.from}/index.html`;
      await this.#writer.write([{ path, bytes: Buffer.from(html) }]);
    }
    return rules;
  }

  #hostFiles(rules: readonly RedirectRule[]): OutputFile[] {
    const { config, catalog } = this.#content;
    const staff = this.#options.audience === "staff";
    const policy = contentSecurityPolicy([pageBootstrap], config.allowedHosts);
    const texts: [string, string][] = [
      ["_headers", headersFile(this.#base, policy)],
      ["_redirects", redirectsFile(rules)],
      [".htaccess", htaccess(this.#base, policy, rules)],
      ["hosting/nginx.conf", nginxConf(this.#base, policy, rules)],
      ["robots.txt", robotsTxt(config.siteUrl, staff)],
    ];
    if (config.siteUrl !== undefined && !staff)
      texts.push(["sitemap.xml", sitemapXml(this.#sitemap, config.siteUrl, this.#base)]);
    if (config.siteUrl !== undefined) {
      for (const locale of catalog.locales) {
        const xml = openSearchXml(config, locale, config.siteUrl);
        texts.push([`${locale}/opensearch.xml`, xml]);
        if (locale === catalog.defaultLocale) texts.push(["opensearch.xml", xml]);
      }
    }
    return texts.map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  }

  async #logo(): Promise<{ src: string; width?: number; height?: number } | undefined> {
    const { config, media } = this.#content;
    const file = config.logo === undefined ? undefined : await media.use(logoPath(config.logo));
    if (!file) return undefined;
    const size =
      file.width !== undefined && file.height !== undefined ? { width: file.width, height: file.height } : {};
    return { src: this.#base + pathToHref(file.path), ...size };
  }
}

interface MadePage {
  readonly output: OutputFile;
  readonly entry: SitemapEntry;
}

function sectionOf(id: string): string {
  return id.split("/").slice(1, -1).join("/");
}

function isRtl(locale: Locale): boolean {
  return /^(ar|fa|he|ur)\b/.test(locale.toLowerCase());
}
