import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Audience } from "../domain/article";
import type { SiteConfig } from "../domain/config";
import type { Fault } from "../domain/fault";
import { type Catalog, documentSections, makeCatalog } from "./catalog";
import { defaultConfig, type LoadedConfig, loadConfig } from "./config";
import { withEmbeddedText } from "./embedded-text";
import { type FolderSetting, folderSettings } from "./folders";
import { LinkResolver } from "./links";
import type { ParsedDocument } from "./markdown/document";
import { parseMarkdown } from "./markdown/parse-markdown";
import { MediaLibrary } from "./media";
import { isNotice } from "./notices/is-notice";
import { type LoadedNotice, loadNotices, type NoticeSource } from "./notices/load-notices";
import { readContent } from "./read";
import { sealedBy, sealingFaults } from "./sealed/sealed-sections";
import { type Section, sectionTree } from "./sections";

export interface LoadOptions {
  /** Folder of Markdown. */
  readonly content: string;
  /** Configuration file; `config.json` in the content folder when absent. */
  readonly config?: string | undefined;
  readonly audience: Audience;
  /** Called after every file with the number done and the number in all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A content folder, read, parsed and addressed: what build, check and eval share. */
export interface LoadedContent {
  readonly config: SiteConfig;
  /** How faults name the configuration file. */
  readonly configName: string;
  readonly catalog: Catalog;
  readonly trees: ReadonlyMap<string, Section>;
  readonly resolver: LinkResolver;
  readonly media: MediaLibrary;
  readonly notices: readonly LoadedNotice[];
  readonly faults: readonly Fault[];
  /** Source files that could not become articles. */
  readonly leftOut: readonly string[];
  /** Of `faults`, those that leave open what is sealed: nothing may be published with them. */
  readonly stops: readonly Fault[];
  /** Line of the configuration that speaks of sealed sections. */
  readonly sealingLine: number;
  /** The same as if its sealed sections did not exist; absent: nothing of it is sealed. Its faults are those of the whole. */
  readonly open?: LoadedContent;
  /** Whether this, or the whole that it is the open part of, has sealed documents. */
  readonly hasSealed: boolean;
}

/** What both editions of a folder are made of. */
interface Source {
  readonly root: string;
  readonly assets: readonly string[];
  readonly documents: readonly ParsedDocument[];
  readonly noticeSources: readonly NoticeSource[];
  readonly folders: ReadonlyMap<string, FolderSetting>;
  readonly config: SiteConfig;
  readonly audience: Audience;
}

type Edition = Pick<LoadedContent, "catalog" | "trees" | "resolver" | "media" | "notices" | "faults">;

/** @throws Error when the folder or a configuration file named explicitly cannot be read. */
export async function loadContent(options: LoadOptions): Promise<LoadedContent> {
  const folder = await readContent(options.content);
  const { config, faults: configFaults, sealing, name } = await findConfig(options);
  const documents: ParsedDocument[] = [];
  const noticeSources: NoticeSource[] = [];
  const faults: Fault[] = [...configFaults, ...folder.faults];
  const leftOut = folder.faults.map((fault) => fault.file);
  for (const [index, source] of folder.sources.entries()) {
    const document = parseSafely(source, faults, leftOut);
    if (document) {
      // The faults of what this audience may not see are its authors' matter all the same.
      faults.push(...document.faults);
      if (isNotice(source.path, config.locales)) noticeSources.push({ source, document });
      else documents.push(document);
    }
    options.onProgress?.(index + 1, folder.sources.length);
  }
  const { root, assets } = folder;
  const { audience } = options;
  const folders = await folderSettings(root, assets, documents);
  const source: Source = { root, assets, documents, noticeSources, folders, config, audience };
  const misnamed = sealingFaults(config, name, sealing, documentSections(documents, config, "staff"));
  const isSealed = sealedBy(config);
  const whole = edition(source, () => false);
  const shared = {
    config,
    configName: name,
    faults: [...faults, ...misnamed, ...whole.faults],
    leftOut,
    stops: [...(sealing?.fault ? [sealing.fault] : []), ...misnamed],
    sealingLine: sealing?.line ?? 1,
    hasSealed: documentSections(documents, config, audience).some(isSealed),
  };
  return {
    ...whole,
    ...shared,
    ...(shared.hasSealed && { open: { ...edition(source, isSealed, whole.catalog), ...shared } }),
  };
}

/**
 * @param isSealed the sections that are left out
 * @param languages those of a site whose articles are all sealed: it has its own pages still, among them the one that
 * leads in
 */
function edition(
  { root, assets, documents, noticeSources, folders, config, audience }: Source,
  isSealed: (section: string) => boolean,
  languages?: Pick<Catalog, "locales" | "defaultLocale">,
): Edition {
  const media = new MediaLibrary(root, assets);
  const listed = makeCatalog(documents, config, audience, isSealed);
  const { locales, defaultLocale } = (listed.articles.length === 0 ? languages : undefined) ?? listed;
  const plainCatalog = { ...listed, locales, defaultLocale };
  const catalog = withEmbeddedText(plainCatalog, new LinkResolver(plainCatalog, media));
  const { notices, faults } = loadNotices(noticeSources, catalog, config, audience);
  return {
    catalog,
    trees: new Map(catalog.locales.map((locale) => [locale, sectionTree(catalog, config, locale, folders)])),
    resolver: new LinkResolver(catalog, media),
    media,
    notices,
    faults: [...catalog.faults, ...faults],
  };
}

/** A defect of ours in one file must not cost the author the other files. */
function parseSafely(
  source: Parameters<typeof parseMarkdown>[0],
  faults: Fault[],
  leftOut: string[],
): ParsedDocument | undefined {
  try {
    return parseMarkdown(source);
  } catch (error) {
    const found = `it could not be read: ${error instanceof Error ? error.message : String(error)}`;
    faults.push({ code: "unreadable", severity: "error", file: source.path, line: 1, expected: "Markdown", found });
    leftOut.push(source.path);
    return undefined;
  }
}

async function findConfig(options: LoadOptions): Promise<LoadedConfig & { name: string }> {
  const name = options.config ?? "config.json";
  const file = options.config ?? join(options.content, "config.json");
  if (options.config === undefined && !(await exists(file))) return { config: defaultConfig(), faults: [], name };
  return { ...(await loadConfig(file, name)), name };
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
