import type { AnswersReport } from "../../src/cli/eval/evaluate-answers";
import { type Answerer, type AnswerFloor, FLOORS, type Suite } from "./suites";

/** The answers of one suite. */
export interface PooledAnswers {
  readonly suite: Suite;
  readonly answerer: Answerer;
  readonly answers: AnswersReport;
}

/** The figures of several suites together, every question counting alike. */
export function pooled(reports: readonly AnswersReport[]): AnswerFloor {
  const total = (of: (report: AnswersReport) => number): number => reports.reduce((sum, report) => sum + of(report), 0);
  const covered = total(({ coverage, answerable }) => coverage * answerable);
  const wrong = total(({ falseAnswers, unanswerable }) => falseAnswers * unanswerable);
  const given = covered + wrong;
  const givenBy = ({ coverage, answerable, falseAnswers, unanswerable }: AnswersReport): number =>
    coverage * answerable + falseAnswers * unanswerable;
  const share = (part: number, of: number): number => (of === 0 ? 0 : part / of);
  return {
    coverage: share(
      covered,
      total(({ answerable }) => answerable),
    ),
    precisionArticle: share(
      total((report) => report.precisionArticle * givenBy(report)),
      given,
    ),
    precisionQuote: share(
      total((report) => report.precisionQuote * givenBy(report)),
      given,
    ),
    falseAnswers: share(
      wrong,
      total(({ unanswerable }) => unanswerable),
    ),
  };
}

/** What to print of a group of suites, and what fell below its floor. */
export function answersCard(
  group: Suite["group"],
  answerer: Answerer,
  all: readonly PooledAnswers[],
): { readonly lines: readonly string[]; readonly failures: readonly string[] } {
  const floor = FLOORS.answers[group][answerer];
  const line = (name: string, figures: AnswerFloor): string =>
    `  ${name.padEnd(18)}${KEYS.map((key) => `${WORDS[key]} ${figures[key].toFixed(3)}`).join("  ")}`;
  const together = pooled(all.map(({ answers }) => answers));
  const failures = KEYS.filter((key) =>
    key === "falseAnswers" ? together[key] > floor[key] : together[key] < floor[key],
  ).map((key) => `answers, ${WORDS[key]}`);
  return {
    lines: [
      `answers by ${answerer}, ${group === "content" ? "own content" : "help centres"} (threshold ${all[0]?.answers.threshold}):`,
      ...all.map(({ suite, answers }) => line(suite.name, answers)),
      line("pooled", together),
      `  ${"bounds".padEnd(18)}${KEYS.map((key) => `${WORDS[key]} ${floor[key]}`).join("  ")}`,
    ],
    failures,
  };
}

const KEYS = ["coverage", "precisionArticle", "precisionQuote", "falseAnswers"] as const;
const WORDS: Readonly<Record<(typeof KEYS)[number], string>> = {
  coverage: "coverage",
  precisionArticle: "article precision",
  precisionQuote: "quotation precision",
  falseAnswers: "false answers",
};
