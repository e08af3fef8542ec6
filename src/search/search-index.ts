import { passageId, type SectionPack } from "../domain/pack";
import type { ArticleHit, Hit, SearchQuery, SearchResults } from "../domain/search";
import { createBm25fRetriever } from "./bm25f-retriever";
import { highlight } from "./highlight";
import { nearestTitles } from "./nearest-titles";
import type { Matched, Retrieved, Retriever, ScoredArticle } from "./retriever";
import type { Segment } from "./segment";
import { snippet } from "./snippet";

const ARTICLES = 10;
const HITS = 3;
/** Further sections of an article are shown when they come near its best one. */
const NEAR = 0.6;

/** Search over section packs, as pages show it. */
export interface SearchIndex {
  /** See {@link Retriever.add}. */
  add(pack: SectionPack, segment?: Segment): Segment;
  remove(locale: string, section: string): boolean;
  search(query: SearchQuery): SearchResults;
  /** The ranking without its presentation: for answers, fusion with vectors, and measurements. */
  retrieve(query: SearchQuery): Retrieved;
}

/** A search index over an engine; what it holds depends on the packs alone, not on the order of additions. */
export function createSearchIndex(retriever: Retriever = createBm25fRetriever()): SearchIndex {
  return {
    add: (pack, segment) => retriever.add(pack, segment),
    remove: (locale, section) => retriever.remove(locale, section),
    retrieve: (query) => retriever.retrieve(query),
    search(query) {
      const { articles, matched } = retriever.retrieve(query);
      const limit = Math.max(0, Math.trunc(query.limit ?? ARTICLES));
      const nothing = articles.length === 0 && query.text.trim() !== "";
      return {
        query,
        articles: articles.slice(0, limit).flatMap((scored) => present(scored, matched)),
        total: articles.length,
        corrections: matched.corrections,
        nearest: nothing ? nearestTitles(query.text, retriever.packs(query.locale)) : [],
      };
    },
  };
}

function present(scored: ScoredArticle, matched: Matched): ArticleHit[] {
  const { pack, score } = scored;
  const article = pack.articles[scored.article];
  if (!article) return [];
  const hits: Hit[] = [];
  const best = scored.passages[0]?.score ?? 0;
  for (const { passage: n, score } of scored.passages) {
    const passage = article.passages[n] ?? { anchor: "", headings: [], text: article.description };
    // Two passages below one heading lead to the same place: one result.
    if (hits.some(({ anchor }) => anchor === passage.anchor)) continue;
    if (hits.length === HITS || (hits.length > 0 && score < best * NEAR)) break;
    hits.push({
      passage: passageId(article.id, passage.anchor, n),
      anchor: passage.anchor,
      headings: passage.headings.map((heading) => highlight(heading, matched)),
      snippet: snippet(passage.text, matched),
      score,
    });
  }
  return [
    {
      article: article.id,
      title: highlight(article.title, matched),
      kind: article.kind,
      section: pack.section,
      sectionTitle: pack.title,
      ...(article.updated === undefined ? {} : { updated: article.updated }),
      ...(article.validUntil === undefined ? {} : { validUntil: article.validUntil }),
      ...(article.actions === undefined
        ? {}
        : { actions: article.actions.map(({ anchor, title }) => ({ anchor, title })) }),
      score,
      hits,
    },
  ];
}
