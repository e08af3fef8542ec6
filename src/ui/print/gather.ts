import { type SiteContent, siteContent } from "../../client/offline/site-content";
import { parsePage } from "../../client/trusted-types";
import type { RootManifest, SectionEntry } from "../../domain/pack";
import { loadPage } from "../turning/load-page";
import { type ArticleOfPage, articleOfPage } from "./article-of-page";

/** An article as it comes into the book; `article` is absent when its page is neither to be had nor on the device. */
export interface GatheredArticle {
  /** Its address. */
  readonly url: URL;
  readonly article?: ArticleOfPage;
  /** By its pack, or by its address. */
  readonly title: string;
}

export interface GatheredSection {
  readonly entry: SectionEntry;
  /** Empty where not even its list is to be had. */
  readonly articles: readonly GatheredArticle[];
}

export interface GatherOptions {
  readonly base: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** Pages fetched at once. */
const PARALLEL = 4;

/** What the site has to print; without a network, what the device knows of it. `undefined`: neither can be had. */
export function loadManifest(base: string): Promise<RootManifest | undefined> {
  return siteContent(base).lastRoot();
}

/**
 * Fetches the pages of sections, from the device what the site does not give, and takes the articles out of them, in the
 * order of the site. Rejects with the signal's reason when it is aborted.
 */
export async function gather(
  entries: readonly SectionEntry[],
  { base, signal, onProgress }: GatherOptions,
): Promise<readonly GatheredSection[]> {
  const content = siteContent(base);
  let done = 0;
  const sections: GatheredSection[] = [];
  for (const entry of entries) {
    const urls = await articleUrls(entry, base, content);
    signal.throwIfAborted();
    const found = await inParallel(urls, async (url) => {
      const article = await fetchArticle(url, signal);
      done += 1;
      onProgress(done);
      return article;
    });
    const titles = found.every((article) => article) ? undefined : await titlesOf(entry, base, content);
    sections.push({
      entry,
      articles: urls.map((url, i) => {
        const article = found[i];
        const title = article?.title ?? titles?.get(url.pathname) ?? lastPart(url);
        return { url, title, ...(article && { article }) };
      }),
    });
  }
  return sections;
}

/** Addresses of a section's articles; where its list cannot be had, those that search knows; else none. */
async function articleUrls(entry: SectionEntry, base: string, content: SiteContent): Promise<readonly URL[]> {
  const manifest = await content.section(entry.manifest);
  if (!manifest) {
    const paths = (await titlesOf(entry, base, content))?.keys() ?? [];
    return [...paths].map((path) => new URL(path, location.origin));
  }
  const own = manifest.section === "" ? "" : `${manifest.locale}/${manifest.section}/index.html`;
  return manifest.pages
    .filter(({ path }) => path !== own)
    .map(({ path }) => new URL(base + encodePath(path.replace(/index\.html$/, "")), location.origin));
}

/** Titles by path below the origin. */
async function titlesOf(
  entry: SectionEntry,
  base: string,
  content: SiteContent,
): Promise<ReadonlyMap<string, string> | undefined> {
  const pack = await content.pack(entry.pack);
  return pack && new Map(pack.articles.map(({ id, title }) => [`${base}${encodePath(id)}/`, title]));
}

async function fetchArticle(url: URL, signal: AbortSignal): Promise<ArticleOfPage | undefined> {
  const html = (await fetchPlainly(url, signal)) ?? (await loadPage(url, signal));
  return html === undefined ? undefined : articleOfPage(parsePage(html));
}

/** Past the service worker, which would take four hundred pages for pages that were read. */
async function fetchPlainly(url: URL, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal, credentials: "same-origin", redirect: "manual" });
    return response.ok ? await response.text() : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i]!);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  return results;
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function lastPart({ pathname }: URL): string {
  const part = pathname.split("/").filter(Boolean).at(-1) ?? "";
  return decodeURIComponent(part).replace(/-/g, " ");
}
