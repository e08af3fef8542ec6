import { describe, expect, it } from "vitest";
import { evaluateRetrieval } from "../../../src/cli/eval/evaluate-retrieval";
import { formatReport } from "../../../src/cli/eval/format-report";
import type { EvalQuery } from "../../../src/cli/eval/queries";
import { article, pack } from "../search/packs";

const packs = [
  pack("a", [article("en/a/reset", "Reset your password", "Open it."), article("en/a/pay", "Pay by card", "A card.")]),
  pack("a", [article("zh-CN/a/tax", "开具发票", "填写税号。")], "zh-CN"),
];
const pathOf = (id: string): string => `${id}.md`;
const query = (id: string, q: string, articles: string[], more: Partial<EvalQuery> = {}): EvalQuery => ({
  id,
  q,
  lang: "en",
  kind: "natural",
  articles,
  answer: [],
  answerable: articles.length > 0,
  ...more,
});
const queries = [
  query("1", "password", ["en/a/reset.md"]),
  query("2", "card", ["en/a/other.md"], { kind: "keyword" }),
  query("3", "发票", ["zh-CN/a/tax.md"], { lang: "zh" }),
  query("4", "card", [], { kind: "unanswerable" }),
];
let time = 0;
const now = (): number => time++;

describe("evaluateRetrieval", () => {
  it("gives the object that the evaluation prints", () => {
    expect(evaluateRetrieval(packs, pathOf, queries, { content: "docs", now })).toEqual({
      content: "docs",
      articles: 3,
      passages: 3,
      retrieval: {
        lexical: { n: 3, ndcg10: 0.6667, hit1: 0.6667, hit3: 0.6667, mrr: 0.6667, byKind: { natural: 1, keyword: 0 } },
      },
      latencyMs: { query: { p50: 1, p95: 1 } },
      perQuery: [
        { id: "1", ranked: ["en/a/reset.md"] },
        { id: "2", ranked: ["en/a/pay.md"] },
        { id: "3", ranked: ["zh-CN/a/tax.md"] },
        { id: "4", ranked: ["en/a/pay.md"] },
      ],
    });
  });

  it("asks the questions of one language", () => {
    const report = evaluateRetrieval(packs, pathOf, queries, { content: "docs", lang: "zh", now });
    expect(report.perQuery.map(({ id }) => id)).toEqual(["3"]);
    expect(report.retrieval.lexical?.ndcg10).toBe(1);
  });

  it("does not care how accents in paths are composed", () => {
    const accented = [query("1", "password", ["Yún.md".normalize("NFD")])];
    const report = evaluateRetrieval(packs, () => "Yún.md".normalize("NFC"), accented, { content: "docs", now });
    expect(report.retrieval.lexical?.hit1).toBe(1);
  });
});

describe("formatReport", () => {
  it("is a table for persons, with the questions that missed", () => {
    expect(formatReport(evaluateRetrieval(packs, pathOf, queries, { content: "docs", now }), queries)).toBe(
      [
        "docs: 3 articles, 3 passages",
        "",
        "         n  nDCG@10  hit@1  hit@3    MRR",
        "lexical  3    0.667  0.667  0.667  0.667",
        "",
        "nDCG@10  natural  keyword",
        "lexical    1.000    0.000",
        "",
        "query: 1.0 ms median, 1.0 ms at the 95th percentile",
        "",
        "Not among the first ten (1):",
        "  2  card  ->  en/a/other.md",
      ].join("\n"),
    );
  });
});
