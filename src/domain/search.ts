import type { Action } from "./action";
import type { ArticleKind } from "./article";
import type { Locale } from "./locale";

/** What the reader typed and where they look. */
export interface SearchQuery {
  readonly text: string;
  readonly locale: Locale;
  /** Only this section and those below it (slugged folder path). */
  readonly section?: string;
  /** Most articles to return; 10 when absent. */
  readonly limit?: number;
  /** The text is still being typed, so the last word may be the beginning of a word. */
  readonly partial?: boolean;
}

/** A piece of text with the words that matched: half-open ranges of UTF-16 offsets, ascending, disjoint. */
export interface HighlightedText {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** One matching section of an article. */
export interface Hit {
  readonly passage: string;
  readonly anchor: string;
  /** The headings above the passage, outermost first; empty before the first heading. */
  readonly headings: readonly HighlightedText[];
  readonly snippet: HighlightedText;
  readonly score: number;
}

/** A matching article with its best sections, best first. */
export interface ArticleHit {
  readonly article: string;
  readonly title: HighlightedText;
  readonly kind: ArticleKind;
  readonly section: string;
  readonly sectionTitle: string;
  readonly updated?: string;
  readonly validUntil?: string;
  readonly score: number;
  /** Cards of the article that open something, with their ids; absent when there is none. */
  readonly actions?: readonly Pick<Action, "anchor" | "title">[];
  /** Why it is here: words of the query stand in it, or it merely means something similar. */
  readonly because: "words" | "meaning";
  /** How like the query its best passage is, by late interaction and cosine added up; absent where only words were compared. */
  readonly likeness?: number;
  /** At least one, at most three. */
  readonly hits: readonly Hit[];
}

export interface SearchResults {
  readonly query: SearchQuery;
  /** Articles, best first. */
  readonly articles: readonly ArticleHit[];
  /** How many articles matched in all. */
  readonly total: number;
  /** Words of the query the index does not know, with the words that were searched instead. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
  /** Nearest titles, offered when nothing matched. */
  readonly nearest: readonly { readonly article: string; readonly title: string }[];
  /** Articles of another language that answer better than what the reader's own has, where that is little. */
  readonly otherLanguage?: OtherLanguage;
}

export interface OtherLanguage {
  readonly locale: Locale;
  /** At least one, best first. */
  readonly articles: readonly ArticleHit[];
}
