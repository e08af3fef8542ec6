import type { Field } from "./fields";

/**
 * Every constant of the ranking. Chosen on three help centres at once (two English, one Chinese, 260
 * labelled questions): each stands on a plateau, where halving or doubling it moves the mean nDCG@10
 * by about 0.01 at most, so none of them is fitted to a question.
 */
export interface Ranking {
  /** How much an occurrence in a field counts against one in the body. */
  readonly weight: Readonly<Record<Field, number>>;
  /** How far long fields are discounted, 0 not at all, 1 in proportion to their length. */
  readonly lengthNorm: Readonly<Record<Field, number>>;
  /** Occurrences after which a further one hardly counts (BM25's k1). */
  readonly saturation: number;
  /** Length discount of a whole article's text. */
  readonly articleLengthNorm: number;
  /** What an article's text as a whole adds to its best passage: rewards words spread over its passages. */
  readonly articleShare: number;
  /** What a title adds that consists of what was asked for: whoever types a title wants that article first. */
  readonly titleMatch: number;
  /** Weight of question words ("how do I", 怎么办) against words that say what a question is about. */
  readonly stopWord: number;
  /** Weight of Han bigrams that contain a grammatical particle. */
  readonly particleGram: number;
  /** Weight of an identifier's pieces against the whole. */
  readonly part: number;
  /** Weight of the completions of a word still being typed, when it is no word by itself. */
  readonly completion: number;
  /** Weight of a corrected word: below any word found as it was written. */
  readonly correction: number;
  /** Articles below this share of the best score are not shown. */
  readonly cutoff: number;
}

export const RANKING: Ranking = {
  weight: { title: 3, asked: 2, about: 0.5, headings: 2, body: 1 },
  lengthNorm: { title: 0.3, asked: 0.3, about: 0.5, headings: 0.4, body: 0.75 },
  saturation: 1.2,
  articleLengthNorm: 0.7,
  articleShare: 0.5,
  titleMatch: 0.75,
  stopWord: 0.1,
  particleGram: 0.3,
  part: 0.4,
  completion: 0.9,
  correction: 0.7,
  cutoff: 0.1,
};
