/**
 * Every constant of search by meaning. Chosen by cross-validation over help centres: each stands where others near it
 * do as well.
 */
export interface Fusion {
  /** How much the match of words counts. */
  readonly words: number;
  /** How much likeness by late interaction counts. */
  readonly late: number;
  /** The same of the likeness of the vectors. */
  readonly dense: number;
  /** Exponent of what a piece's rarity counts in late interaction: 0 not at all. */
  readonly rarity: number;
  /** Passages that are compared piece by piece: so many of those whose words match, and of those whose vectors do. */
  readonly candidates: number;
  /** Of one article's matching passages so many are compared: further ones hardly change its score. */
  readonly passagesEach: number;
  /**
   * Articles found by meaning alone are shown from this likeness on: late interaction and cosine of one passage,
   * added up. Most nonsense and foreign matters stay below it, most of what is asked in earnest does not.
   */
  readonly likeness: number;
  /** They are shown from this share of the best article's score on. */
  readonly cutoff: number;
  /** Where nothing is shown, titles are named from this likeness on. */
  readonly nearLikeness: number;
  /**
   * A query must have so many columns for each of its pieces, or meaning alone shows nothing: codes and random keys
   * fall into single letters, which are like the single letters of anything.
   */
  readonly columnsPerPiece: number;
  /** Queries of fewer columns stay with words: a letter takes one, a Han character two. */
  readonly shortest: number;
  /** From so many columns on meaning counts in full, below in proportion: who types two words means these words. */
  readonly sentence: number;
}

export const FUSION: Fusion = {
  words: 1,
  late: 1.5,
  dense: 1.5,
  rarity: 1,
  candidates: 50,
  passagesEach: 3,
  likeness: 0.5,
  cutoff: 0.5,
  nearLikeness: 0.4,
  columnsPerPiece: 2,
  shortest: 4,
  sentence: 24,
};

/** What is known of an article, or of one of its passages, in the light of a query. */
export interface Evidence {
  /** Score of its words as a share of the best one's, 0..1. */
  readonly words: number;
  /** Its best passage by late interaction, between the least (0) and the most (1) like candidate. */
  readonly late: number;
  /** The same by the cosine of the vectors. */
  readonly dense: number;
}

/** The score that decides the order. */
export function fuse({ words, late, dense }: Evidence, fusion: Fusion): number {
  return fusion.words * words + fusion.late * late + fusion.dense * dense;
}

/** Where values stand between the least (0) and the most (`full`) of them; what is outside is drawn in. */
export function spread(values: readonly number[], full = 1): (value: number) => number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return (value) => {
    if (most > least) return full * Math.min(1, Math.max(0, (value - least) / (most - least)));
    return value >= most && values.length > 0 ? full : 0;
  };
}
