import type { Reading } from "../domain/reader";
import type { Sentence } from "../text/sentences";

/** How much of the probability of the answer's first and of its last token lies in a sentence, 0..1 each. */
export interface SpanShare {
  readonly starts: number;
  readonly ends: number;
}

/** @param sentences of the passage that was read, ascending */
export function spanShares({ offsets, starts, ends }: Reading, sentences: readonly Sentence[]): SpanShare[] {
  const shares = sentences.map(() => ({ starts: 0, ends: 0 }));
  const first = softmax(starts);
  const last = softmax(ends);
  let at = 0;
  for (let token = 0; token < first.length; token++) {
    const offset = offsets[2 * token] as number;
    while (at + 1 < sentences.length && offset >= (sentences[at] as Sentence).end) at++;
    const share = shares[at];
    if (!share) continue;
    share.starts += first[token] as number;
    share.ends += last[token] as number;
  }
  return shares;
}

/** Scores as probabilities. */
export function softmax(scores: ArrayLike<number>): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < scores.length; n++) most = Math.max(most, scores[n] as number);
  const shares = Float64Array.from({ length: scores.length }, (_, n) => Math.exp((scores[n] as number) - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
