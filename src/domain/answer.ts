import type { Action } from "./action";
import type { ArticleKind } from "./article";
import type { ArticleHit, SearchQuery } from "./search";

/**
 * The least probability at which a quotation is shown, 0..1, where the configuration names none: below it a question
 * counts as not covered. On three help centres that chose nothing, answers have by the reader (by sentences) coverage
 * .41 (.36), article precision .74 (.81), quotation precision .49 (.55), false answers .20 (.14): docs/answers.md.
 */
export const DEFAULT_THRESHOLD = 0.4;

/** Words of an article, exactly as they stand there. */
export interface Quotation {
  readonly article: string;
  readonly title: string;
  readonly kind: ArticleKind;
  readonly section: string;
  readonly sectionTitle: string;
  readonly updated?: string;
  readonly validUntil?: string;
  /** The headings above the passage, outermost first; empty before the first heading. */
  readonly headings: readonly string[];
  /** Where in the article: the id of the nearest heading above; empty before the first one. */
  readonly anchor: string;
  /** One to three sentences, or a list of steps, one a line. A stretch of one passage's text. */
  readonly text: string;
  readonly form: "sentences" | "steps";
  /** What answers the question most exactly: a half-open range of UTF-16 offsets into `text`; never empty. */
  readonly highlight: readonly [start: number, end: number];
}

/** What read the passages: the small model, the scoring of sentences by words and meaning, or by their words alone. */
export type AnsweredBy = "reader" | "sentences" | "words";

interface AnswerBase {
  readonly query: SearchQuery;
  /** Probability that the best quotation there is answers the question, 0..1, fitted on labelled questions. */
  readonly confidence: number;
  readonly by: AnsweredBy;
}

/** A quotation that answers the question, most likely. */
export interface Quoted extends AnswerBase {
  readonly kind: "quote";
  readonly quotation: Quotation;
  /** Cards of the quoted article; empty when there is none. */
  readonly actions: readonly Pick<Action, "anchor" | "title">[];
  /** Up to three further articles, best first. */
  readonly others: readonly ArticleHit[];
}

/** The articles do not answer the question, or not certainly enough. An answer of its own, no error. */
export interface NotCovered extends AnswerBase {
  readonly kind: "not-covered";
  /** Up to three nearest articles, best first; empty when there is nothing near. */
  readonly nearest: readonly ArticleHit[];
}

export type Answer = Quoted | NotCovered;

/** Where a question stands while its answer is sought. */
export type AnswerStage = "searching" | "reading";
