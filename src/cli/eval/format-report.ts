import type { AnswersReport } from "./evaluate-answers";
import type { EvalReport } from "./evaluate-content";
import type { EvalQuery } from "./queries";

const COLUMNS = ["n", "nDCG@10", "hit@1", "hit@3", "MRR"] as const;
const ANSWERS = ["threshold", "coverage", "article", "quotation", "false answers"] as const;
const RELIABILITY = ["confidence", "answers", "mean", "article", "quotation"] as const;

/** The report as a person reads it: one row a way of ranking, then nDCG@10 by kind, then answers, then times. */
export function formatReport(report: EvalReport, queries: readonly EvalQuery[]): string {
  const encoder = report.encoder ?? "none, so that words alone are compared";
  const reader = report.reader ?? "none, so that sentences are scored";
  const lines = [
    `${report.content}: ${report.articles} articles, ${report.passages} passages`,
    `encoder: ${encoder}`,
    `reader: ${reader}`,
    "",
  ];
  const rows: string[][] = [["", ...COLUMNS]];
  const kinds: string[][] = [["nDCG@10", ...kindsOf(report)]];
  for (const [mode, scores] of Object.entries(report.retrieval)) {
    if (!scores) continue;
    rows.push([mode, String(scores.n), ...[scores.ndcg10, scores.hit1, scores.hit3, scores.mrr].map(share)]);
    kinds.push([mode, ...kindsOf(report).map((kind) => share(scores.byKind[kind]))]);
  }
  lines.push(...table(rows), "", ...table(kinds), "", ...answerLines(report.answers), "");
  for (const [what, { p50, p95 }] of Object.entries(report.latencyMs))
    lines.push(`${what}: ${p50.toFixed(1)} ms median, ${p95.toFixed(1)} ms at the 95th percentile`);
  const missed = missedQueries(report, queries);
  if (missed.length > 0) lines.push("", `Not among the first ten (${missed.length}):`, ...missed.map(describe));
  return lines.join("\n");
}

/** The figures at the threshold, how they change with it, and how far the confidence can be believed. */
function answerLines(answers: AnswersReport): string[] {
  const { answerable, unanswerable, threshold, meanQuoteChars, curve, reliability } = answers;
  const bins = reliability.map(({ from, to, answers, confidence, precisionArticle, precisionQuote }) => [
    `${from.toFixed(2)} to ${to.toFixed(2)}`,
    String(answers),
    // Nothing is said of a range without answers.
    ...[confidence, precisionArticle, precisionQuote].map((value) => share(answers > 0 ? value : undefined)),
  ]);
  return [
    `answers to ${answerable} questions with a labelled answer and ${unanswerable} that are not covered`,
    `at threshold ${threshold}: coverage ${share(answers.coverage)}, article ${share(answers.precisionArticle)}, ` +
      `quotation ${share(answers.precisionQuote)}, false answers ${share(answers.falseAnswers)}, ` +
      `${meanQuoteChars} characters in the mean`,
    "",
    ...table([
      ANSWERS,
      ...curve.map((at) => [
        at.threshold.toFixed(2),
        ...[at.coverage, at.precisionArticle, at.precisionQuote, at.falseAnswers].map(share),
      ]),
    ]),
    "",
    ...table([RELIABILITY, ...bins]),
  ];
}

function missedQueries(report: EvalReport, queries: readonly EvalQuery[]): EvalQuery[] {
  const ranked = new Map(report.perQuery.map(({ id, ranked }) => [id, ranked.map((path) => path.normalize("NFC"))]));
  return queries.filter(({ id, answerable, articles }) => {
    const found = ranked.get(id);
    const isFound = (article: string): boolean => found?.includes(article.normalize("NFC")) ?? false;
    return answerable && found !== undefined && !articles.some(isFound);
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
