import { describe, expect, it } from "vitest";
import { tableForEval } from "../../../src/cli/eval/eval-encoder";
import { evaluateRetrieval } from "../../../src/cli/eval/evaluate-retrieval";
import { formatReport } from "../../../src/cli/eval/format-report";
import type { EvalQuery } from "../../../src/cli/eval/queries";
import { madeUpEncoder } from "../../support/encoder";
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
  it("gives the object that the evaluation prints", async () => {
    expect(await evaluateRetrieval(packs, pathOf, queries, { content: "docs", now })).toEqual({
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

  it("puts words, vectors and both side by side when there is an encoder, and ranks by both", async () => {
    const encoder = tableForEval(await madeUpEncoder());
    const sections: string[] = [];
    const onSection = (done: number, total: number): unknown => sections.push(`${done} of ${total}`);
    const asked = [...queries, query("5", "forgot passphrase", ["en/a/reset.md"])];
    const report = await evaluateRetrieval(packs, pathOf, asked, { content: "docs", encoder, onSection, now });
    expect(sections).toEqual(["1 of 2", "2 of 2"]);
    expect(report.encoder).toBe("made-up@1");
    expect(Object.keys(report.retrieval)).toEqual(["lexical", "dense", "fused"]);
    const natural = Object.values(report.retrieval).map((scores) => scores?.byKind.natural);
    expect(natural[0]).toBeCloseTo(2 / 3, 4);
    expect(natural[2]).toBe(1);
    expect(report.perQuery.at(-1)).toEqual({ id: "5", ranked: ["en/a/reset.md"] });
    expect(report.latencyMs).toEqual({ query: { p50: 1, p95: 1 } });
    expect(formatReport(report, asked).split("\n")[1]).toBe("encoder: made-up@1");
  });

  it("asks the questions of one language", async () => {
    const report = await evaluateRetrieval(packs, pathOf, queries, { content: "docs", lang: "zh", now });
    expect(report.perQuery.map(({ id }) => id)).toEqual(["3"]);
    expect(report.retrieval.lexical?.ndcg10).toBe(1);
  });

  it("does not care how accents in paths are composed", async () => {
    const accented = [query("1", "password", ["Yún.md".normalize("NFD")])];
    const report = await evaluateRetrieval(packs, () => "Yún.md".normalize("NFC"), accented, { content: "docs", now });
    expect(report.retrieval.lexical?.hit1).toBe(1);
  });
});

describe("formatReport", () => {
  it("is a table for persons, with the questions that missed", async () => {
    expect(formatReport(await evaluateRetrieval(packs, pathOf, queries, { content: "docs", now }), queries)).toBe(
      [
        "docs: 3 articles, 3 passages",
        "encoder: none, so that words alone are compared",
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
