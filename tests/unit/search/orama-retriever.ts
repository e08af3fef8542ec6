import { create, insertMultiple, search } from "@orama/orama";
import type { SectionPack } from "../../../src/domain/pack";
import type { Retriever, ScoredArticle } from "../../../src/search/retriever";
import { buildSegment } from "../../../src/search/segment";
import { tokenize } from "../../../src/text/tokenize";

/**
 * Orama's own full-text ranking behind the project's interface, with the project's tokeniser: shows that
 * the engine can be exchanged; its figures stand at `createVocabulary`.
 */
export function createOramaRetriever(): Retriever {
  const packs = new Map<string, SectionPack>();
  let database: ReturnType<typeof build> | undefined;
  const key = (locale: string, section: string): string => `${locale}/${section}`;
  return {
    add(pack) {
      packs.set(key(pack.locale, pack.section), pack);
      database = undefined;
      return buildSegment({ ...pack, articles: [] });
    },
    remove(locale, section) {
      database = undefined;
      return packs.delete(key(locale, section));
    },
    packs: (locale) => [...packs.values()].filter((pack) => pack.locale === locale),
    retrieve({ text, locale, section }) {
      database ??= build([...packs.values()]);
      const terms = new Map(tokenize(text).map(({ term }) => [term, 1]));
      const found = search(database, {
        term: text,
        limit: 200,
        threshold: 1,
        properties: ["title", "asked", "headings", "body"],
        boost: { title: 2, asked: 2, headings: 2, body: 1 },
        where: { locale: { eq: locale } },
      });
      if (found instanceof Promise) throw new Error("Orama answered late although no part of it is asynchronous");
      const articles = new Map<string, ScoredArticle>();
      for (const { document, score } of found.hits) {
        const pack = packs.get(key(String(document.locale), document.section));
        if (!pack || (section !== undefined && pack.section !== section)) continue;
        const id = pack.articles[document.article]?.id ?? "";
        const known = articles.get(id);
        const passages = [...(known?.passages ?? []), { passage: document.passage, score }];
        articles.set(id, { pack, article: document.article, score: known?.score ?? score, because: "words", passages });
      }
      return { articles: [...articles.values()], weak: [], matched: { terms, characters: new Set(), corrections: [] } };
    },
  };
}

function build(packs: readonly SectionPack[]) {
  const database = create({
    schema: {
      locale: "enum",
      section: "string",
      article: "number",
      passage: "number",
      title: "string",
      asked: "string",
      headings: "string",
      body: "string",
    } as const,
    components: {
      tokenizer: {
        language: "project",
        normalizationCache: new Map(),
        tokenize: (text: string) => [...new Set(tokenize(text).map(({ term }) => term))],
      },
    },
  });
  insertMultiple(
    database,
    packs.flatMap((pack) =>
      pack.articles.flatMap(({ title, alsoAskedAs, passages }, article) =>
        passages.map(({ headings, text }, passage) => ({
          locale: pack.locale,
          section: pack.section,
          article,
          passage,
          title,
          asked: alsoAskedAs.join("\n"),
          headings: headings.join("\n"),
          body: text,
        })),
      ),
    ),
  );
  return database;
}
