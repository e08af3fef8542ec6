import type { Audience } from "../domain/article";
import type { Fault } from "../domain/fault";
import type { Locale } from "../domain/locale";
import { configFaults } from "./config-faults";
import { loadContent } from "./load";
import { loadShell } from "./site/shell";
import { SiteBuild } from "./site-build";
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
