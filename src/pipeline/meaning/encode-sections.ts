import type { StaticEncoder } from "../../domain/encoder";
import type { ManifestFile, SectionPack } from "../../domain/pack";
import { buildMeanings } from "../../search/build-meanings";
import type { LoadedContent } from "../load";
import type { BuildEncoder } from "../models/build-encoder";
import { type OutputFile, sectionPack } from "../packs";
import { flatten, type Section } from "../sections";
import { type MeantArticle, meantArticles } from "./article-meanings";

/** What an encoder makes of a site's sections. */
export interface EncodedSections {
  readonly articles: readonly MeantArticle[];
  /** Vectors that go into the site, where the encoder is one of the hub. */
  readonly files: ReadonlyMap<Section, { readonly output: OutputFile; readonly file: ManifestFile }>;
}

/**
 * Encodes the passages of all listed articles.
 *
 * @param encoder makes the vectors that a site with an encoder of the hub ships
 * @param table encodes passages where readers' devices do the same
 */
export async function encodeSections(
  { catalog, trees }: Pick<LoadedContent, "catalog" | "trees">,
  encoder: Pick<BuildEncoder, "vectors"> | undefined,
  table: StaticEncoder | undefined,
  onPassage?: () => void,
): Promise<EncodedSections> {
  const articles: MeantArticle[] = [];
  const files = new Map<Section, { output: OutputFile; file: ManifestFile }>();
  for (const locale of catalog.locales) {
    for (const section of flatten(trees.get(locale)!)) {
      if (section.articles.length === 0) continue;
      const pack: SectionPack = sectionPack(section);
      const shipped = await encoder?.vectors(pack, onPassage);
      if (shipped) files.set(section, shipped);
      const { bytes } = shipped?.output ?? {};
      const vectors = bytes ? new Int8Array(bytes) : table && buildMeanings(pack, table).vectors;
      if (vectors) articles.push(...meantArticles(section.articles, vectors));
    }
  }
  return { articles, files };
}
