import type { AnsweredBy } from "../domain/answer";
import fitted from "./weights.json";

/** What was fitted on labelled questions, by `training/answers.sh`. */
export interface AnswerWeights {
  /** How much each of `FEATURES` speaks for a sentence. */
  readonly sentence: readonly number[];
  /** How much each of `CONFIDENCE_FEATURES` speaks for the answer as a whole, and a constant. Log-odds. */
  readonly confidence: readonly number[];
  /** How much a logit of an article's relevance, by the reader, counts beside its score by search, the best of which is 1. */
  readonly rerank: number;
}

/** For each way to answer, and for a reader where only words are compared. */
export const WEIGHTS: Readonly<Record<AnsweredBy | "readerOnWords", AnswerWeights>> = fitted;

/** The probability that features stand for. */
export function probability(features: ArrayLike<number>, weights: readonly number[]): number {
  let sum = weights[features.length] ?? 0;
  for (let n = 0; n < features.length; n++) sum += (features[n] as number) * (weights[n] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
