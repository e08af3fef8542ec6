import { describe, expect, it } from "vitest";
import { answersReport } from "../../../src/cli/eval/evaluate-answers";
import type { EvalReport } from "../../../src/cli/eval/evaluate-content";
import { formatReport } from "../../../src/cli/eval/format-report";
import { evalQuery } from "./eval-query";

const scores = { n: 3, ndcg10: 0.6667, hit1: 0.5, hit3: 0.75, mrr: 0.625 };
const right = { answerable: true, isArticle: true, isQuote: true, length: 100 };
const report: EvalReport = {
  content: "docs",
  articles: 3,
  passages: 4,
  retrieval: {
    lexical: { ...scores, byKind: { natural: 1, keyword: 0 } },
    reranked: { ...scores, ndcg10: 0.7, byKind: { natural: 1, keyword: 0.1 } },
  },
  answers: answersReport(
    [
      { ...right, confidence: 0.9 },
      { ...right, isQuote: false, length: 50, confidence: 0.62 },
      { answerable: false, isArticle: false, isQuote: false, length: 10, confidence: 0.31 },
    ],
    0.55,
  ),
  latencyMs: { query: { p50: 1, p95: 1.25 }, answer: { p50: 21, p95: 43.9 } },
  perQuery: [
    { id: "1", ranked: ["en/a/reset.md"], answer: null },
    { id: "2", ranked: ["en/a/pay.md"], answer: null },
  ],
};
const queries = [
  evalQuery({ id: "1", q: "password", articles: ["en/a/reset.md"] }),
  evalQuery({ id: "2", q: "card", articles: ["en/a/other.md"] }),
];

describe("formatReport", () => {
  it("is a table for persons, with the answers and the questions that missed", () => {
    expect(formatReport(report, queries).split("\n")).toEqual([
      "docs: 3 articles, 4 passages",
      "encoder: none, so that words alone are compared",
      "reader: none, so that sentences are scored",
      "",
      "          n  nDCG@10  hit@1  hit@3    MRR",
      "lexical   3    0.667  0.500  0.750  0.625",
      "reranked  3    0.700  0.500  0.750  0.625",
      "",
      "nDCG@10   natural  keyword",
      "lexical     1.000    0.000",
      "reranked    1.000    0.100",
      "",
      "answers to 2 questions with a labelled answer and 1 that are not covered",
      "at threshold 0.55: coverage 1.000, article 1.000, quotation 0.500, false answers 0.000, 75 characters in the mean",
      "",
      "threshold  coverage  article  quotation  false answers",
      "0.95          0.000    0.000      0.000          0.000",
      ...["0.90", "0.85", "0.80", "0.75", "0.70", "0.65"].map(
        (threshold) => `${threshold}          0.500    1.000      1.000          0.000`,
      ),
      ...["0.60", "0.55", "0.50", "0.45", "0.40", "0.35"].map(
        (threshold) => `${threshold}          1.000    1.000      0.500          0.000`,
      ),
      ...["0.30", "0.25", "0.20", "0.15", "0.10", "0.05"].map(
        (threshold) => `${threshold}          1.000    0.667      0.333          1.000`,
      ),
      "",
      "confidence    answers   mean  article  quotation",
      "0.00 to 0.20        0      -        -          -",
      "0.20 to 0.40        1  0.310    0.000      0.000",
      "0.40 to 0.60        0      -        -          -",
      "0.60 to 0.80        1  0.620    1.000      0.000",
      "0.80 to 1.00        1  0.900    1.000      1.000",
      "",
      "query: 1.0 ms median, 1.3 ms at the 95th percentile",
      "answer: 21.0 ms median, 43.9 ms at the 95th percentile",
      "",
      "Not among the first ten (1):",
      "  2  card  ->  en/a/other.md",
    ]);
  });

  it("names the models that took part", () => {
    const lines = formatReport({ ...report, encoder: "made-up@1", reader: "tiny@2" }, []).split("\n");
    expect(lines.slice(1, 3)).toEqual(["encoder: made-up@1", "reader: tiny@2"]);
  });

  it("does not care how accents in paths are composed", () => {
    const accented = [evalQuery({ id: "1", articles: ["Yún.md".normalize("NFD")] })];
    const perQuery = [{ id: "1", ranked: ["Yún.md".normalize("NFC")], answer: null }];
    expect(formatReport({ ...report, perQuery }, accented)).not.toContain("Not among the first ten");
  });
});
