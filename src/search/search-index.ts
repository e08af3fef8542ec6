import type { QueryEncoder, QueryMeaning, SectionMeanings, StaticEncoder } from "../domain/encoder";
import { passageId, type SectionPack } from "../domain/pack";
import type { ArticleHit, Hit, SearchQuery, SearchResults } from "../domain/search";
import { createBm25fRetriever } from "./bm25f-retriever";
import { columns } from "./columns";
import { encodeCorrected } from "./encode-corrected";
import { FUSION, type Fusion } from "./fusion";
import { highlight } from "./highlight";
import { createMeaningShelf, type MeaningShelf } from "./meaning-shelf";
import { nearestTitles } from "./nearest-titles";
import { type Fused, retrieveFused, wordsAlone } from "./retrieve-fused";
import type { Matched, Retriever, ScoredArticle } from "./retriever";
import type { Segment } from "./segment";
import { snippet } from "./snippet";
import { createLikeness, type Likeness } from "./text-likeness";

const ARTICLES = 10;
const HITS = 3;
/** Further sections of an article are shown when they come near its best one. */
const NEAR = 0.6;

/** Search over section packs, as pages show it. */
export interface SearchIndex {
  /**
   * Adds a section, or replaces it. Without meanings it is found by words alone.
   *
   * @param segment see {@link Retriever.add}
   * @param meanings made of the very same pack, see {@link ./read-meanings}
   */
  add(pack: SectionPack, segment?: Segment, meanings?: SectionMeanings): Segment;
  /** Gives a section the meanings that were made of it since; false when there is no such section. */
  addMeanings(locale: string, section: string, meanings: SectionMeanings): boolean;
  remove(locale: string, section: string): boolean;
  /**
   * Without a meaning, for a text still being typed and for a very short one only words are compared. A meaning finds
   * something in every language: the query's locale says in which.
   *
   * @param meaning of the query's text; an encoder is better, as it is asked about the text with its slips corrected
   */
  search(query: SearchQuery, meaning?: QueryMeaning | QueryEncoder): SearchResults;
  /** The ranking without its presentation: for answers and measurements. */
  retrieve(query: SearchQuery, meaning?: QueryMeaning | QueryEncoder): Fused;
  /**
   * Compares further texts with a query, such as the sentences of what was found for it.
   *
   * @param found what {@link retrieve} gave for the query
   */
  likeness(query: SearchQuery, found: Fused, encoder: StaticEncoder): Likeness;
}

/** A search index over an engine; what it holds depends on the packs alone, not on the order of additions. */
export function createSearchIndex(retriever: Retriever = createBm25fRetriever(), fusion: Fusion = FUSION): SearchIndex {
  const shelves = new Map<string, MeaningShelf>();

  const shelfOf = (locale: string): MeaningShelf => {
    const shelf = shelves.get(locale) ?? createMeaningShelf();
    shelves.set(locale, shelf);
    return shelf;
  };

  const retrieve = (query: SearchQuery, meaning: QueryMeaning | QueryEncoder | undefined): Fused => {
    const lexical = retriever.retrieve(query);
    const shelf = shelves.get(query.locale);
    if (!meaning || !shelf || query.partial || columns(query.text) < fusion.shortest) return wordsAlone(lexical);
    const meant =
      typeof meaning === "function" ? encodeCorrected(query.text, lexical.matched.corrections, meaning) : meaning;
    return retrieveFused(query, meant, lexical, shelf, fusion);
  };

  return {
    add(pack, segment, meanings) {
      const built = retriever.add(pack, segment);
      if (meanings) shelfOf(pack.locale).add(pack, meanings);
      else shelves.get(pack.locale)?.remove(pack.section);
      return built;
    },
    addMeanings(locale, section, meanings) {
      const pack = retriever.packs(locale).find((held) => held.section === section);
      if (pack) shelfOf(locale).add(pack, meanings);
      return pack !== undefined;
    },
    remove(locale, section) {
      shelves.get(locale)?.remove(section);
      return retriever.remove(locale, section);
    },
    retrieve,
    likeness(query, { matched }, encoder) {
      const shelf = shelves.get(query.locale);
      const meaning = encodeCorrected(query.text, matched.corrections, encoder.query);
      return createLikeness(meaning, encoder, (piece) => (shelf?.rarity(piece) ?? 1) ** fusion.rarity);
    },
    search(query, meaning) {
      const { articles, near, matched } = retrieve(query, meaning);
      const limit = Math.max(0, Math.trunc(query.limit ?? ARTICLES));
      const nothing = articles.length === 0 && query.text.trim() !== "";
      return {
        query,
        articles: articles.slice(0, limit).flatMap((scored) => present(scored, matched)),
        total: articles.length,
        corrections: matched.corrections,
        nearest: nothing ? nearestTitles(query.text, retriever.packs(query.locale), near) : [],
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
      because: scored.because,
      ...(scored.likeness === undefined ? {} : { likeness: scored.likeness }),
      hits,
    },
  ];
}
