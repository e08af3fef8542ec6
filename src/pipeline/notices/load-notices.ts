import type { Audience } from "../../domain/article";
import type { SiteConfig } from "../../domain/config";
import type { Fault } from "../../domain/fault";
import { type Catalog, type CatalogArticle, makeCatalog } from "../catalog";
import type { ParsedDocument, SourceFile } from "../markdown/document";
import { type NoticeTerms, readNoticeTerms } from "./read-notice";

/** A notice this audience may see, with its language. */
export interface LoadedNotice {
  readonly article: CatalogArticle;
  readonly terms: NoticeTerms;
}

export interface NoticeSource {
  readonly source: SourceFile;
  readonly document: ParsedDocument;
}

/**
 * Gives notices their languages and leaves out those that this audience may not see: both as for articles, of which
 * they are none.
 */
export function loadNotices(
  sources: readonly NoticeSource[],
  site: Pick<Catalog, "locales" | "defaultLocale">,
  config: SiteConfig,
  audience: Audience,
): { notices: LoadedNotice[]; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const terms = new Map<string, NoticeTerms>();
  for (const { source } of sources) {
    const read = readNoticeTerms(source);
    terms.set(source.path, read.terms);
    faults.push(...read.faults);
  }
  const catalog = makeCatalog(
    sources.map(({ document }) => document),
    { ...config, locales: site.locales, defaultLocale: site.defaultLocale, popular: [], sections: {} },
    audience,
  );
  return {
    notices: catalog.articles.flatMap((article) => {
      const found = terms.get(article.path);
      return found ? [{ article, terms: found }] : [];
    }),
    faults: [...faults, ...catalog.faults],
  };
}
