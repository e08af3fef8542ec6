import { describe, expect, it } from "vitest";
import type { WeighedQuestion } from "../../../src/answer/answer-question";
import { answersReport, type JudgedAnswer, judgeAnswer } from "../../../src/cli/eval/evaluate-answers";
import type { Quotation } from "../../../src/domain/answer";
import { evalQuery } from "./eval-query";

function weighed(text: string | undefined, more: Partial<Quotation> = {}, confidence = 0.7): WeighedQuestion {
  const quotation: Quotation | undefined =
    text === undefined
      ? undefined
      : {
          article: "a",
          title: "A",
          kind: "article",
          section: "",
          sectionTitle: "",
          headings: [],
          anchor: "",
          text,
          form: "sentences",
          highlight: [0, text.length],
          ...more,
        };
  const question = { query: { text: "card", locale: "en" }, found: [], hits: [] };
  return { question, by: "sentences", ranked: [], quotation, confidence };
}
const judge = (query: Parameters<typeof evalQuery>[0], answer: WeighedQuestion) =>
  judgeAnswer(evalQuery(query), answer, (id) => `${id}.md`);

describe("judgeAnswer", () => {
  it("leaves out a question that is answerable and has no labelled answer", () => {
    expect(judge({ answer: [] }, weighed("A card."))).toBeUndefined();
    expect(judge({ answer: [], answerable: false, articles: [] }, weighed("A card."))).toBeDefined();
  });

  it.each([
    ["the label inside the quotation", "Pay by card. A card is enough.", ["a card"], true],
    ["the quotation inside the label", "A card is", ["A card is enough."], true],
    ["any of several labels", "Cash only.", ["A card", "cash"], true],
    ["Markdown in the label", "Open Settings now.", ["Open **[Settings](x.md)**"], true],
    ["Chinese", "填写税号。", ["`填写`税号"], true],
    ["something else", "Something else entirely.", ["A card"], false],
  ])("counts %s: %j, labelled %j, %s", (_, text, answer, isQuote) => {
    expect(judge({ answer }, weighed(text))).toMatchObject({ isArticle: true, isQuote, length: text.length });
  });

  it("counts no quotation of an article that is not accepted, though it says the same", () => {
    const other = weighed("A card.", { article: "b" });
    expect(judge({ answer: ["A card."] }, other)).toMatchObject({ isArticle: false, isQuote: false });
    expect(judge({ answer: ["A card."], articles: ["a.md", "b.md"] }, other)).toMatchObject({ isQuote: true });
  });

  it("counts a quotation of more than 400 characters only as a list of steps", () => {
    const text = `A card. ${"x".repeat(393)}`;
    expect(text).toHaveLength(401);
    expect(judge({ answer: ["A card."] }, weighed(text))).toMatchObject({ isArticle: true, isQuote: false });
    expect(judge({ answer: ["A card."] }, weighed(text.slice(0, 400)))).toMatchObject({ isQuote: true });
    expect(judge({ answer: ["A card."] }, weighed(text, { form: "steps" }))).toMatchObject({ isQuote: true });
  });

  it("takes nothing about a question that is not covered for right", () => {
    const query = { answer: ["A card."], answerable: false };
    expect(judge(query, weighed("A card."))).toMatchObject({ answerable: false, isArticle: false, isQuote: false });
  });
});

describe("answersReport", () => {
  const one = (confidence: number, more: Partial<JudgedAnswer> = {}): JudgedAnswer => ({
    answerable: true,
    confidence,
    isArticle: true,
    isQuote: true,
    length: 100,
    ...more,
  });
  const wrong = { isArticle: false, isQuote: false };
  const judged = [
    one(0.9),
    one(0.8, { isQuote: false, length: 50 }),
    one(0.7, { ...wrong, answerable: false, length: 60 }),
    one(0.42, wrong),
    one(0.2),
    one(0.1, { ...wrong, answerable: false }),
  ];

  it("counts at the threshold, which is reached by an answer of just that confidence", () => {
    expect(answersReport(judged, 0.7)).toMatchObject({
      answerable: 4,
      unanswerable: 2,
      threshold: 0.7,
      coverage: 0.5,
      precisionArticle: 0.6667,
      precisionQuote: 0.3333,
      falseAnswers: 0.5,
      meanQuoteChars: 70,
    });
  });

  it("draws the curve by falling threshold", () => {
    const { curve } = answersReport(judged, 0.7);
    expect(curve.map(({ threshold }) => threshold)).toEqual([
      0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05,
    ]);
    expect(curve[0]).toMatchObject({ coverage: 0, precisionArticle: 0, precisionQuote: 0, falseAnswers: 0 });
    expect(curve[2]).toMatchObject({ coverage: 0.25, precisionArticle: 1, precisionQuote: 1, falseAnswers: 0 });
    expect(curve.at(-1)).toMatchObject({
      coverage: 1,
      precisionArticle: 0.5,
      precisionQuote: 0.3333,
      falseAnswers: 1,
    });
  });

  it("counts an answer of just the confidence that a line of the curve names", () => {
    for (const { threshold } of answersReport([], 0.5).curve)
      expect(answersReport([one(threshold)], 0.5).curve.find((at) => at.threshold === threshold)?.coverage).toBe(1);
  });

  it("says how often answers of a confidence were right", () => {
    const { reliability } = answersReport([...judged, one(1)], 0.7);
    expect(reliability.map(({ answers }) => answers)).toEqual([1, 1, 1, 1, 3]);
    expect(reliability[4]).toEqual({
      from: 0.8,
      to: 1,
      answers: 3,
      confidence: 0.9,
      precisionArticle: 1,
      precisionQuote: 0.6667,
    });
  });

  it("is all zero where nothing was asked", () => {
    const nothing = { coverage: 0, precisionArticle: 0, precisionQuote: 0, falseAnswers: 0, meanQuoteChars: 0 };
    expect(answersReport([], 0.5)).toMatchObject({ answerable: 0, unanswerable: 0, ...nothing });
  });

  it("counts a question for which nothing can be quoted as unanswered, whatever the threshold", () => {
    const silent = judge({ answer: ["A card."] }, weighed(undefined, {}, 0));
    const falsely = judge({ answerable: false, articles: [] }, weighed(undefined, {}, 0));
    const report = answersReport([silent!, falsely!, one(0.9)], 0);
    expect(report).toMatchObject({ coverage: 0.5, falseAnswers: 0, precisionArticle: 1, meanQuoteChars: 100 });
  });
});
