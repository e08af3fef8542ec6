import { createHash } from "node:crypto";
import type { ManifestFile, RootManifest, SectionPack } from "../../src/domain/pack";

/** A section's pack with one article per title; the title is its text as well. */
export function packWith(locale: string, section: string, ...titles: readonly string[]): SectionPack {
  return {
    version: 1,
    locale,
    section,
    title: section,
    articles: titles.map((title) => ({
      id: `${locale}/${section}/${title}`,
      title,
      description: "",
      kind: "article",
      tags: [],
      alsoAskedAs: [],
      passages: [{ anchor: "", headings: [], text: title }],
    })),
  };
}

export function packFile(pack: SectionPack): ManifestFile {
  const bytes = JSON.stringify(pack);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path: `packs/${sha256.slice(0, 16)}.json`, size: bytes.length, sha256 };
}

export function manifestOf(packs: readonly SectionPack[]): RootManifest {
  const locales = [...new Set(packs.map(({ locale }) => locale))];
  return {
    version: 1,
    content: "0",
    locales: locales.map((locale) => ({
      locale,
      sections: packs
        .filter((pack) => pack.locale === locale)
        .map((pack) => ({
          section: pack.section,
          title: pack.title,
          articles: pack.articles.length,
          bytes: packFile(pack).size,
          manifest: packFile(pack),
          pack: packFile(pack),
        })),
    })),
  };
}
