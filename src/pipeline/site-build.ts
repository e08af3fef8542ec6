import type { Fault } from "../domain/fault";
import { htmlLang, type Locale } from "../domain/locale";
import { ownPages } from "../domain/own-pages";
import type { ManifestFile } from "../domain/pack";
import { BodyFiller } from "./bodies";
import type { BuildOptions } from "./build";
import { logoPath } from "./config-faults";
import type { LoadedContent } from "./load";
import type { EncodedSections } from "./meaning/encode-sections";
import type { MediaFile } from "./media";
import { copiedFiles, type ModelCopy } from "./models/place-model";
import { manifestFile, packFiles, type SectionFiles, type SiteTools } from "./packs";
import { RelatedFinder } from "./related";
import { flatten, type Section } from "./sections";
import { redirectHtml, type SitemapEntry } from "./site/extras";
import { absoluteUrl } from "./site/head";
import { hostFiles } from "./site/host-files";
import type { RedirectRule } from "./site/hosting";
import { pathToHref } from "./site/html";
import { PagePrinter, type PrintedPage } from "./site/page-printer";
import { PageFactory } from "./site/pages";
import { redirectScript } from "./site/redirect-script";
import { serviceWorkerFile } from "./site/service-worker";
import type { Shell } from "./site/shell";
import { webManifestFile } from "./site/web-manifest";
import { widgetFile } from "./site/widget-file";
import { updateFiles } from "./updates";
import type { FileSink } from "./write";

/** What a site finds and answers with. */
export interface SiteModels {
  readonly manifest: SiteTools;
  readonly copies: readonly ModelCopy[];
  readonly encoded: EncodedSections;
}

/** One run of the content build: writes pages as they are made, so that only packs and names stay in memory. */
export class SiteBuild {
  readonly faults: Fault[] = [];
  readonly #content: LoadedContent;
  readonly #base: string;
  readonly #shell: Shell;
  readonly #writer: FileSink;
  readonly #options: BuildOptions;
  readonly #models: SiteModels;
  readonly #filler: BodyFiller;
  readonly #related: RelatedFinder;
  readonly #printer: PagePrinter;
  readonly #sitemap: SitemapEntry[] = [];

  constructor(
    content: LoadedContent,
    base: string,
    shell: Shell,
    writer: FileSink,
    options: BuildOptions,
    models: SiteModels,
  ) {
    this.#content = content;
    this.#base = base;
    this.#shell = shell;
    this.#writer = writer;
    this.#options = options;
    this.#models = models;
    this.#filler = new BodyFiller(content.resolver, content.media, base);
    this.#related = new RelatedFinder(content.catalog, content.resolver, models.encoded.articles);
    this.#printer = new PagePrinter(content, base, shell);
  }

  get #staff(): boolean {
    return this.#options.audience === "staff";
  }

  /** Pages made so far. */
  get pages(): number {
    return this.#printer.pages;
  }

  async writeAll(): Promise<void> {
    const { factory, redirects } = await this.writeContent();
    await this.#writeAround(factory, redirects);
  }

  /** Pages, packs and media: what says something of the articles. Returns what the other files are made from. */
  async writeContent(): Promise<{ factory: PageFactory; redirects: readonly RedirectRule[] }> {
    const { catalog, config, trees, hasSealed } = this.#content;
    const logo = await this.#logo();
    const base = this.#base;
    const factory = new PageFactory({
      config,
      base,
      catalog,
      trees,
      staff: this.#staff,
      hasSealed,
      ...(logo && { logo }),
    });
    const locales: { locale: Locale; sections: SectionFiles[] }[] = [];
    const total = catalog.articles.length;
    let done = 0;
    const onArticle = () => {
      done++;
      this.#options.onProgress?.("write", done, total);
    };
    for (const locale of catalog.locales) {
      this.#printer.offer(locale, factory.popular(locale));
      const sections: SectionFiles[] = [];
      for (const section of flatten(trees.get(locale)!)) {
        sections.push(await this.#writeSection(section, factory, onArticle));
      }
      locales.push({ locale, sections });
      await this.#writeOwnPages(locale, factory);
    }
    for (const article of catalog.articles.filter((article) => article.hidden)) {
      const { html } = await this.#fill(article);
      const { output } = this.#printer.print(factory.article(article, html, []), {
        unlisted: true,
        steps: article.document.steps,
      });
      await this.#writer.write([output]);
      onArticle();
    }
    const root = this.#printer.print(factory.home(catalog.defaultLocale, true), { path: "index.html", root: true });
    const notFound = this.#printer.print(factory.notFound(catalog.defaultLocale), { path: "404.html" });
    await this.#writer.write([root.output, notFound.output]);
    const redirects = await this.#writeRedirects();
    const updates = await updateFiles(this.#content, this.#filler);
    this.faults.push(...updates.faults);
    await this.#writer.write([...updates.files, ...packFiles(locales, updates.byLocale, this.#models.manifest)]);
    for (const file of this.#content.media.used()) {
      await this.#writer.write([{ path: file.path, bytes: await this.#content.media.bytes(file) }]);
    }
    return { factory, redirects };
  }

  /** The app, the models, and what speaks to hosts and browsers. */
  async #writeAround(factory: PageFactory, redirects: readonly RedirectRule[]): Promise<void> {
    const { catalog, config, hasSealed } = this.#content;
    for await (const file of copiedFiles(this.#models.copies)) await this.#writer.write([file]);
    await this.#writer.write(
      hostFiles({ config, catalog, base: this.#base, staff: this.#staff, redirects, sitemap: this.#sitemap }),
    );
    // Whether sealed articles have old addresses must not show.
    if (redirects.length > 0 || hasSealed) await this.#writer.write([redirectScript()]);
    const apps = catalog.locales.map((locale) => webManifestFile(factory.site(locale), config.brandColor));
    const files = [...this.#shell.files, ...apps];
    await this.#writer.write(files);
    if (this.#shell.widget !== undefined) {
      const { locales, defaultLocale } = catalog;
      await this.#writer.write([widgetFile(this.#shell.widget, config, locales, defaultLocale)]);
    }
    if (this.#shell.serviceWorker !== undefined) {
      const { locales, defaultLocale } = catalog;
      const own = ownPages({ answers: config.answers.enabled, sealed: hasSealed });
      const site = { base: this.#base, locales, defaultLocale, ownPages: own };
      await this.#writer.write([serviceWorkerFile(this.#shell.serviceWorker, files, site)]);
    }
  }

  async #writeSection(section: Section, factory: PageFactory, onArticle: () => void): Promise<SectionFiles> {
    const pages: ManifestFile[] = [];
    const media = new Map<string, MediaFile>();
    const write = async ({ output, entry }: PrintedPage) => {
      await this.#writer.write([output]);
      pages.push(manifestFile(output));
      this.#sitemap.push(entry);
    };
    if (section.path !== "") await write(this.#printer.print(factory.section(section)));
    for (const article of section.articles) {
      const body = await this.#fill(article);
      const { related, faults } = this.#related.find(article);
      this.faults.push(...faults);
      for (const file of body.media) media.set(file.path, file);
      await write(
        this.#printer.print(factory.article(article, body.html, related), {
          steps: article.document.steps,
          updated: article.updated,
        }),
      );
      onArticle();
    }
    const vectors = this.#models.encoded.files.get(section);
    if (vectors) await this.#writer.write([vectors.output]);
    return {
      section,
      pages,
      media: [...media.values()].map(({ path, size, sha256 }) => ({ path, size, sha256 })),
      ...(vectors && { vectors: vectors.file }),
    };
  }

  async #fill(article: Parameters<BodyFiller["fill"]>[0]) {
    const body = await this.#filler.fill(article);
    this.faults.push(...body.faults);
    return body;
  }

  async #writeOwnPages(locale: Locale, factory: PageFactory): Promise<void> {
    const unlisted = [
      factory.search(locale),
      ...factory.ask(locale),
      factory.print(locale),
      ...factory.devicePages(locale),
    ];
    unlisted.push(...factory.unlock(locale));
    for (const page of [factory.home(locale), factory.contact(locale), ...unlisted]) {
      const { output, entry } = this.#printer.print(page);
      await this.#writer.write([output]);
      if (!unlisted.includes(page)) this.#sitemap.push(entry);
    }
  }

  async #writeRedirects(): Promise<RedirectRule[]> {
    const { catalog, resolver, config } = this.#content;
    const rules: RedirectRule[] = [];
    const script = redirectScript();
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
        this.#printer.policy,
        absoluteUrl(config.siteUrl, this.#base, to),
        this.#base + script.path,
      );
      const path = isFile ? redirect.from : `${redirect.from}/index.html`;
      await this.#writer.write([{ path, bytes: Buffer.from(html) }]);
    }
    return rules;
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
