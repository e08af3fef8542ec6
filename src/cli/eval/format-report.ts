import type { EvalReport } from "./evaluate-retrieval";
import type { EvalQuery } from "./queries";

const COLUMNS = ["n", "nDCG@10", "hit@1", "hit@3", "MRR"] as const;

/** The report as a person reads it: one row a way of ranking, then nDCG@10 by kind, then times. */
export function formatReport(report: EvalReport, queries: readonly EvalQuery[]): string {
  const encoder = report.encoder ?? "none, so that words alone are compared";
  const lines = [
    `${report.content}: ${report.articles} articles, ${report.passages} passages`,
    `encoder: ${encoder}`,
    "",
  ];
  const rows: string[][] = [["", ...COLUMNS]];
  const kinds: string[][] = [["nDCG@10", ...kindsOf(report)]];
  for (const [mode, scores] of Object.entries(report.retrieval)) {
    if (!scores) continue;
    rows.push([mode, String(scores.n), ...[scores.ndcg10, scores.hit1, scores.hit3, scores.mrr].map(share)]);
    kinds.push([mode, ...kindsOf(report).map((kind) => share(scores.byKind[kind]))]);
  }
  lines.push(...table(rows), "", ...table(kinds), "");
  const { p50, p95 } = report.latencyMs.query;
  lines.push(`query: ${p50.toFixed(1)} ms median, ${p95.toFixed(1)} ms at the 95th percentile`);
  const missed = missedQueries(report, queries);
  if (missed.length > 0) lines.push("", `Not among the first ten (${missed.length}):`, ...missed.map(describe));
  return lines.join("\n");
}

function missedQueries(report: EvalReport, queries: readonly EvalQuery[]): EvalQuery[] {
  const ranked = new Map(report.perQuery.map((one) => [one.id, one.ranked]));
  return queries.filter(({ id, answerable, articles }) => {
    const found = ranked.get(id);
    return answerable && found !== undefined && !articles.some((article) => found.includes(article));
  });
}

function describe({ id, q, articles }: EvalQuery): string {
  return `  ${id}  ${q}  ->  ${articles[0] ?? ""}`;
}

function kindsOf(report: EvalReport): string[] {
  return [...new Set(Object.values(report.retrieval).flatMap((scores) => Object.keys(scores?.byKind ?? {})))];
}

function share(value: number | undefined): string {
  return value === undefined ? "-" : value.toFixed(3);
}

/** First column to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
