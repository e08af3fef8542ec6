import { describe, expect, it } from "vitest";
import { tableForEval } from "../../../src/cli/eval/eval-encoder";
import { type EvalOptions, type EvalReport, evaluateContent } from "../../../src/cli/eval/evaluate-content";
import type { EvalQuery } from "../../../src/cli/eval/queries";
import type { Reader } from "../../../src/domain/reader";
import { madeUpEncoder } from "../../support/encoder";
import { article, pack } from "../search/packs";
import { evalQuery } from "./eval-query";

const packs = [
  pack("a", [article("en/a/reset", "Reset your password", "Open it."), article("en/a/pay", "Pay by card", "A card.")]),
  pack("a", [article("zh-CN/a/tax", "开具发票", "填写税号。")], "zh-CN"),
];
const pathOf = (id: string): string => `${id}.md`;
const query = (id: string, q: string, articles: string[], more: Partial<EvalQuery> = {}): EvalQuery =>
  evalQuery({ id, q, articles, answerable: articles.length > 0, ...more });
const queries = [
  query("1", "password", ["en/a/reset.md"], { answer: ["Open it."] }),
  query("2", "card", ["en/a/other.md"], { kind: "keyword" }),
  query("3", "发票", ["zh-CN/a/tax.md"], { lang: "zh", answer: ["填写**税号**"] }),
  query("4", "card", [], { kind: "unanswerable" }),
];
let time = 0;
const now = (): number => time++;
const evaluate = (more: Partial<EvalOptions> = {}, asked: readonly EvalQuery[] = queries): Promise<EvalReport> =>
  evaluateContent(packs, pathOf, asked, { content: "docs", threshold: 0.000_001, now, ...more });

describe("evaluateContent", () => {
  it("gives the object that the evaluation prints", async () => {
    const lexical = { n: 3, ndcg10: 0.6667, hit1: 0.6667, hit3: 0.6667, mrr: 0.6667 };
    const byKind = { natural: 1, keyword: 0 };
    const { answers, ...report } = await evaluate();
    const confidence = expect.closeTo(0.5, 0);
    expect(report).toEqual({
      content: "docs",
      articles: 3,
      passages: 3,
      retrieval: { lexical: { ...lexical, byKind }, reranked: { ...lexical, byKind } },
      latencyMs: { query: { p50: 1, p95: 1 }, answer: { p50: 1, p95: 1 } },
      perQuery: [
        { id: "1", ranked: ["en/a/reset.md"], answer: { article: "en/a/reset.md", text: "Open it.", confidence } },
        { id: "2", ranked: ["en/a/pay.md"], answer: { article: "en/a/pay.md", text: "A card.", confidence } },
        { id: "3", ranked: ["zh-CN/a/tax.md"], answer: { article: "zh-CN/a/tax.md", text: "填写税号。", confidence } },
        { id: "4", ranked: ["en/a/pay.md"], answer: { article: "en/a/pay.md", text: "A card.", confidence } },
      ],
    });
    expect(answers).toMatchObject({
      answerable: 2,
      unanswerable: 1,
      threshold: 0,
      coverage: 1,
      precisionArticle: 0.6667,
      precisionQuote: 0.6667,
      falseAnswers: 1,
      meanQuoteChars: 7,
    });
  });

  it("answers nothing below the threshold", async () => {
    const { answers, perQuery } = await evaluate({ threshold: 1 });
    expect(perQuery.map(({ answer }) => answer)).toEqual([null, null, null, null]);
    expect(answers).toMatchObject({ threshold: 1, coverage: 0, precisionArticle: 0, falseAnswers: 0, answerable: 2 });
  });

  it("lets a reader read", async () => {
    const asked: string[] = [];
    const reader: Reader = {
      reader: "made-up-reader@1",
      read: async (question, passages) => {
        asked.push(question);
        return passages.map(({ text }) => ({
          offsets: Uint32Array.of(0, text.length),
          starts: Float32Array.of(1),
          ends: Float32Array.of(1),
          nothing: 0,
        }));
      },
      dispose: async () => undefined,
    };
    const report = await evaluate({ reader });
    expect(report.reader).toBe("made-up-reader@1");
    expect(asked).toEqual(queries.map(({ q }) => q));
    expect(report.perQuery[0]?.answer?.text).toBe("Open it.");
  });

  it("puts words, vectors and both side by side when there is an encoder, and ranks by both", async () => {
    const encoder = tableForEval(await madeUpEncoder());
    const sections: string[] = [];
    const onSection = (done: number, total: number): unknown => sections.push(`${done} of ${total}`);
    const asked = [...queries, query("5", "forgot passphrase", ["en/a/reset.md"])];
    const report = await evaluate({ encoder, onSection }, asked);
    expect(sections).toEqual(["1 of 2", "2 of 2"]);
    expect(report.encoder).toBe("made-up@1");
    expect(Object.keys(report.retrieval)).toEqual(["lexical", "dense", "fused", "reranked"]);
    const natural = Object.values(report.retrieval).map((scores) => scores?.byKind.natural);
    expect(natural[0]).toBeCloseTo(2 / 3, 4);
    expect(natural.slice(2)).toEqual([1, 1]);
    expect(report.perQuery.at(-1)).toMatchObject({ id: "5", ranked: ["en/a/reset.md"] });
    expect(report.latencyMs.query).toEqual({ p50: 1, p95: 1 });
  });

  it("asks the questions of one language", async () => {
    const report = await evaluate({ lang: "zh" });
    expect(report.perQuery.map(({ id }) => id)).toEqual(["3"]);
    expect(report.retrieval.lexical?.ndcg10).toBe(1);
    expect(report.answers).toMatchObject({ answerable: 1, unanswerable: 0, precisionQuote: 1 });
  });

  it("does not care how accents in paths are composed", async () => {
    const accented = [query("1", "password", ["Yún.md".normalize("NFD")], { answer: ["Open it."] })];
    const options = { content: "docs", threshold: 0.000_001, now };
    const report = await evaluateContent(packs, () => "Yún.md".normalize("NFC"), accented, options);
    expect(report.retrieval.lexical?.hit1).toBe(1);
    expect(report.answers.precisionArticle).toBe(1);
  });
});
