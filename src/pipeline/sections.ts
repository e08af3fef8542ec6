import type { SectionConfig, SiteConfig } from "../domain/config";
import { type Locale, localized } from "../domain/locale";
import { type Catalog, type CatalogArticle, sectionName } from "./catalog";
import { collatorFor } from "./collator";
import type { FolderSetting } from "./folders";
import { outerSections, sectionPath } from "./section-path";
import { numberInName } from "./slug";

/** A folder of articles in one language. */
export interface Section {
  readonly locale: Locale;
  /** Slugged folder path. */
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  readonly icon?: string;
  readonly order: number;
  /** Listed articles directly in it, in display order. */
  readonly articles: readonly CatalogArticle[];
  readonly children: readonly Section[];
  /** Listed articles in it and below it. */
  readonly count: number;
}

/**
 * The sections of one language as a tree; `""` is the top with the articles outside any folder.
 *
 * @param settings by source folder: what they are called where the configuration does not say
 */
export function sectionTree(
  catalog: Catalog,
  config: SiteConfig,
  locale: Locale,
  settings: ReadonlyMap<string, FolderSetting> = new Map(),
): Section {
  const folders = new Map<string, { folder: string; source: string; articles: CatalogArticle[] }>([
    ["", { folder: "", source: "", articles: [] }],
  ]);
  for (const article of catalog.articles) {
    if (article.locale !== locale || article.hidden) continue;
    const names = article.folder.split("/");
    const above = article.path.split("/").slice(0, -1 - (article.folder === "" ? 0 : names.length));
    outerSections(article.section).forEach((path, depth) => {
      const below = names.slice(0, depth + 1);
      const source = [...above, ...below].join("/");
      if (!folders.has(path)) folders.set(path, { folder: below.join("/"), source, articles: [] });
    });
    folders.get(article.section)!.articles.push(article);
  }
  const configured = new Map(Object.entries(config.sections).map(([folder, value]) => [sectionPath(folder), value]));
  const paths = [...folders.keys()];
  const rank = new Map([...configured.keys()].map((path, index) => [path, index]));

  const number = ({ path }: Section) => numberInName(folders.get(path)!.folder);

  const make = (path: string): Section => {
    const { folder, source, articles } = folders.get(path)!;
    const own = (path === "" ? undefined : settings.get(source)) ?? {};
    const setting: SectionConfig = configured.get(path) ?? {};
    const children = paths
      .filter((other) => other !== "" && other !== path && parent(other) === path)
      .map(make)
      .sort((a, b) => a.order - b.order || number(a) - number(b) || collatorFor(locale).compare(a.title, b.title));
    return {
      locale,
      path,
      title: setting.title !== undefined ? localized(setting.title, locale) : (own.title ?? sectionName(folder)),
      ...(setting.description !== undefined && { description: localized(setting.description, locale) }),
      ...(setting.icon !== undefined && { icon: setting.icon }),
      order: setting.order ?? rank.get(path) ?? own.order ?? 1000,
      articles,
      children,
      count: articles.length + children.reduce((sum, child) => sum + child.count, 0),
    };
  };
  return make("");
}

/** The section itself and everything below it, outermost first. */
export function flatten(section: Section): Section[] {
  return [section, ...section.children.flatMap(flatten)];
}

function parent(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}
