import { createHash } from "node:crypto";
import {
  type ManifestFile,
  PACK_VERSION,
  type PackArticle,
  type RootManifest,
  type SectionManifest,
  type SectionPack,
} from "../domain/pack";
import type { CatalogArticle } from "./catalog";
import type { Section } from "./sections";
import type { LocaleUpdates } from "./updates";

/** A file of the site, in memory until it is written. */
export interface OutputFile {
  /** Path below the site's base. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The text pack of one section: its own listed articles, not those of the sections below it. */
export function sectionPack(section: Section): SectionPack {
  return {
    version: PACK_VERSION,
    locale: section.locale,
    section: section.path,
    title: section.title,
    articles: section.articles.map(packArticle),
  };
}

/** An article as its section's pack carries it. */
export function packArticle(article: CatalogArticle): PackArticle {
  return {
    id: article.id,
    title: article.title,
    description: article.description,
    kind: article.kind,
    tags: article.tags,
    alsoAskedAs: article.alsoAskedAs,
    ...(article.updated !== undefined && { updated: article.updated }),
    ...(article.validUntil !== undefined && { validUntil: article.validUntil }),
    ...(article.popular && { popular: true }),
    ...(article.document.actions.length > 0 && { actions: article.document.actions }),
    passages: article.document.passages,
  };
}

/** Names a file by its content, so that it never changes under its name. */
export function hashedJson(folder: string, value: unknown): { output: OutputFile; file: ManifestFile } {
  const bytes = Buffer.from(JSON.stringify(value));
  const sha256 = hash(bytes);
  const path = `${folder}/${sha256.slice(0, 16)}.json`;
  return { output: { path, bytes }, file: { path, size: bytes.length, sha256 } };
}

/** The same for bytes that are no text. */
export function hashedFile(
  folder: string,
  extension: string,
  bytes: Uint8Array,
): { output: OutputFile; file: ManifestFile } {
  const sha256 = hash(bytes);
  const path = `${folder}/${sha256.slice(0, 16)}.${extension}`;
  return { output: { path, bytes }, file: { path, size: bytes.length, sha256 } };
}

export function manifestFile({ path, bytes }: OutputFile): ManifestFile {
  return { path, size: bytes.length, sha256: hash(bytes) };
}

/** One section with the files it consists of. */
export interface SectionFiles {
  readonly section: Section;
  readonly pages: readonly ManifestFile[];
  readonly media: readonly ManifestFile[];
  /** Vectors of its passages, where an encoder of the hub made them. */
  readonly vectors?: ManifestFile;
}

/** What runs on the device, as the root manifest has it. */
export type SiteTools = Pick<RootManifest, "encoder" | "answers">;

/** Writes packs and both levels of manifests. Sections without articles of their own have neither. */
export function packFiles(
  locales: readonly { locale: string; sections: readonly SectionFiles[] }[],
  updates: ReadonlyMap<string, LocaleUpdates> = new Map(),
  { encoder, answers }: SiteTools = {},
): OutputFile[] {
  const outputs: OutputFile[] = [];
  const root = locales.map(({ locale, sections }) => ({
    locale,
    ...updates.get(locale),
    sections: withIndexPages(sections).map(({ section, pages, media, vectors }) => {
      const pack = hashedJson("packs", sectionPack(section));
      const manifest = hashedJson("packs", {
        version: PACK_VERSION,
        locale,
        section: section.path,
        pack: pack.file,
        pages,
        media,
        ...(vectors && { vectors }),
      } satisfies SectionManifest);
      outputs.push(pack.output, manifest.output);
      const top = section.path.split("/")[0]!;
      const group = top === section.path ? undefined : sections.find((other) => other.section.path === top);
      return {
        section: section.path,
        title: section.title,
        articles: section.articles.length,
        bytes: [pack.file, ...pages, ...media, ...(vectors ? [vectors] : [])].reduce((sum, { size }) => sum + size, 0),
        ...(group && { group: group.section.title }),
        manifest: manifest.file,
        pack: pack.file,
        ...(vectors && { vectors }),
      };
    }),
  }));
  const updated = youngest(locales.flatMap(({ sections }) => sections.flatMap(({ section }) => section.articles)));
  const manifest: RootManifest = {
    version: PACK_VERSION,
    content: hash(Buffer.from(JSON.stringify([encoder, answers, root]))).slice(0, 16),
    ...(updated !== undefined && { updated }),
    ...(encoder && { encoder }),
    ...(answers && { answers }),
    locales: root,
  };
  outputs.push({ path: "packs/manifest.json", bytes: Buffer.from(JSON.stringify(manifest)) });
  return outputs;
}

/** Sections with articles of their own; the index pages of those without go with the next section below them. */
function withIndexPages(sections: readonly SectionFiles[]): SectionFiles[] {
  const listed: SectionFiles[] = [];
  let waiting: SectionFiles[] = [];
  for (const files of sections) {
    if (files.section.articles.length === 0) {
      waiting.push(files);
      continue;
    }
    const above = waiting.filter(({ section }) => files.section.path.startsWith(`${section.path}/`));
    listed.push({ ...files, pages: [...above.flatMap(({ pages }) => pages), ...files.pages] });
    waiting = [];
  }
  return listed;
}

function youngest(articles: readonly CatalogArticle[]): string | undefined {
  let date: string | undefined;
  for (const article of articles)
    if (article.updated !== undefined && (date === undefined || article.updated > date)) date = article.updated;
  return date;
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
