import type { Options } from "minisearch";
import type { SectionPack } from "../../../src/domain/pack";

/** A heading with the text below it, as VitePress splits its pages. */
export interface MiniSearchDocument {
  readonly id: string;
  readonly title: string;
  /** Titles above it. */
  readonly titles: string;
  readonly text: string;
}

/** VitePress's settings for its local search. */
export const MINISEARCH_OPTIONS: Options<MiniSearchDocument> = {
  fields: ["title", "titles", "text"],
  storeFields: ["title", "titles"],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
};

/** The same texts that the project's own index holds. */
export function miniSearchDocuments(packs: readonly SectionPack[]): MiniSearchDocument[] {
  return packs.flatMap(({ articles }) =>
    articles.flatMap((article) => {
      const sections = new Map<string, { headings: readonly string[]; texts: string[] }>();
      for (const { anchor, headings, text } of article.passages) {
        const section = sections.get(anchor) ?? { headings, texts: [] };
        section.texts.push(text);
        sections.set(anchor, section);
      }
      return [...sections].map(([anchor, { headings, texts }]) => {
        const titles = [article.title, ...headings];
        return {
          id: `${article.id}#${anchor}`,
          title: titles.at(-1)!,
          titles: titles.slice(0, -1).join(" "),
          text: texts.join("\n"),
        };
      });
    }),
  );
}
