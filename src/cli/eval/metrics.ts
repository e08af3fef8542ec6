/** The figures of one group of questions, each 0..1. */
export interface RetrievalScores {
  readonly n: number;
  readonly ndcg10: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly mrr: number;
}

/** One question's ranking beside what is accepted for it. */
export interface Judged {
  readonly kind: string;
  /** Articles, best first; only the first occurrence of each counts. */
  readonly ranked: readonly string[];
  readonly accepted: readonly string[];
}

/**
 * Normalised discounted cumulative gain of the first ten articles: an accepted one gains 1, discounted
 * by log2(rank + 1), against a ranking that has all accepted ones (ten at most) in front.
 */
export function ndcg10(ranked: readonly string[], accepted: readonly string[]): number {
  const wanted = new Set(accepted);
  if (wanted.size === 0) return 0;
  const gain = unique(ranked)
    .slice(0, 10)
    .reduce((sum, article, at) => sum + (wanted.has(article) ? 1 / Math.log2(at + 2) : 0), 0);
  let ideal = 0;
  for (let at = 0; at < Math.min(10, wanted.size); at++) ideal += 1 / Math.log2(at + 2);
  return gain / ideal;
}

/** One over the rank of the first accepted article; 0 when there is none. */
export function reciprocalRank(ranked: readonly string[], accepted: readonly string[]): number {
  const at = unique(ranked).findIndex((article) => accepted.includes(article));
  return at < 0 ? 0 : 1 / (at + 1);
}

/** Means over questions; all zero for none. */
export function retrievalScores(judged: readonly Judged[]): RetrievalScores {
  const firstRank = judged.map(({ ranked, accepted }) => reciprocalRank(ranked, accepted));
  return {
    n: judged.length,
    ndcg10: mean(judged.map(({ ranked, accepted }) => ndcg10(ranked, accepted))),
    hit1: mean(firstRank.map((rank) => (rank === 1 ? 1 : 0))),
    hit3: mean(firstRank.map((rank) => (rank >= 1 / 3 ? 1 : 0))),
    mrr: mean(firstRank),
  };
}

/** {@link retrievalScores} of each kind that occurs, in order of occurrence. */
export function scoresByKind(judged: readonly Judged[]): Readonly<Record<string, RetrievalScores>> {
  const kinds = [...new Set(judged.map(({ kind }) => kind))];
  return Object.fromEntries(kinds.map((kind) => [kind, retrievalScores(judged.filter((one) => one.kind === kind))]));
}

/** The value below which a share (0..1) of the values lies, by nearest rank; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function unique(ranked: readonly string[]): string[] {
  return [...new Set(ranked)];
}
