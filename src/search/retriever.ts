import type { SectionPack } from "../domain/pack";
import type { ArticleHit, SearchQuery, SearchResults } from "../domain/search";
import type { Segment } from "./segment";

/** A passage that matched: positions in its pack, and a score that compares only within one query. */
export interface ScoredPassage {
  readonly passage: number;
  readonly score: number;
}

export interface ScoredArticle {
  readonly pack: SectionPack;
  /** Position of the article in the pack. */
  readonly article: number;
  readonly score: number;
  /** Whether words of the query stand in it, or it merely means something similar. */
  readonly because: ArticleHit["because"];
  /** See {@link ArticleHit.likeness}. */
  readonly likeness?: number;
  /** Passages that matched, best first. */
  readonly passages: readonly ScoredPassage[];
}

/** What the words of a query became: for highlighting and for telling the reader. */
export interface Matched {
  /** Terms that count as found, with how much each says. */
  readonly terms: ReadonlyMap<string, number>;
  /** Single Han characters, found inside bigrams. */
  readonly characters: ReadonlySet<string>;
  readonly corrections: SearchResults["corrections"];
}

export interface Retrieved {
  /** All matching articles, best first; equal scores by article id. */
  readonly articles: readonly ScoredArticle[];
  /** Articles that come too far behind the best one to be shown, best first. */
  readonly weak: readonly ScoredArticle[];
  readonly matched: Matched;
}

/** A search engine over section packs. What it returns depends on the packs it holds, not on their order. */
export interface Retriever {
  /** Adds a section, or replaces it; a segment built from the very same pack earlier saves indexing it again. */
  add(pack: SectionPack, segment?: Segment): Segment;
  /** Forgets a section; false when there was none. */
  remove(locale: string, section: string): boolean;
  /** Ranks the articles of the query's language and section. Never throws, whatever the text. */
  retrieve(query: SearchQuery): Retrieved;
  /** The packs of a language, by section. */
  packs(locale: string): readonly SectionPack[];
}
