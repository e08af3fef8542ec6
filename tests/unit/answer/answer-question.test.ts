import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  answerOf,
  answerQuestion,
  type FoundArticle,
  type WeighedQuestion,
  weighQuestion,
} from "../../../src/answer/answer-question";
import type { AnswerWeights } from "../../../src/answer/weights";
import type { Quotation } from "../../../src/domain/answer";
import type { Reader, Reading } from "../../../src/domain/reader";
import { article, passage } from "../search/packs";
import { foundArticle, foundWith, questionAbout, readerThatFinds, weightsByWords } from "./found";

/** The fitted ones come and go. */
const weights = vi.hoisted(() => ({}) as Record<string, AnswerWeights>);
vi.mock("../../../src/answer/weights", async (original) => ({ ...(await original<object>()), WEIGHTS: weights }));
beforeEach(() => {
  const byReader = weightsByWords({ overlap: 0, span: 8, relevance: 2 });
  Object.assign(weights, { words: weightsByWords(), sentences: weightsByWords({ likeness: 40 }) });
  Object.assign(weights, { reader: byReader, readerOnWords: byReader });
});

const failing = (reason: unknown): Reader => ({ ...readerThatFinds(""), read: () => Promise.reject(reason) });
const found = foundWith({
  pay: ["Pay by card in the shop.", "We take all cards."],
  back: ["A refund takes five days."],
  tax: ["发票在订单页面。退款需要五天。"],
  late: ["A late parcel is on its way."],
  lost: ["A lost parcel is paid back."],
});
const refund = questionAbout("a refund in how many days", found);

describe("weighQuestion", () => {
  it("scores by words where nothing else is there", async () => {
    const { by, quotation, ranked, confidence, question } = await weighQuestion(refund, undefined);
    expect(by).toBe("words");
    expect(quotation).toMatchObject({ article: "back", text: "A refund takes five days.", anchor: "part-0" });
    expect(ranked).toEqual(["pay", "back", "tax", "late", "lost"]);
    expect(confidence).toBeGreaterThan(0.9);
    expect(question).toBe(refund);
  });

  it("answers Chinese as well, in traditional script too", async () => {
    for (const text of ["退款要多久", "退款要多久？", "發票退款"]) {
      const { quotation } = await weighQuestion(questionAbout(text, found), undefined);
      expect(quotation?.article).toBe("tax");
      expect(quotation?.text).toContain("退款需要五天。");
    }
  });

  it("scores sentences by what they mean where that can be told", async () => {
    const likeness = (texts: readonly string[]) => texts.map((text) => (text.includes("on its way") ? 1 : 0));
    const { by, quotation } = await weighQuestion({ ...refund, likeness }, undefined);
    expect([by, quotation?.article]).toEqual(["sentences", "late"]);
  });

  it("lets a reader read the candidates, with what stands above them", async () => {
    const read = vi.fn(readerThatFinds("on its way").read);
    const { by, quotation, ranked } = await weighQuestion(refund, { ...readerThatFinds(""), read });
    expect([by, quotation?.article]).toEqual(["reader", "late"]);
    expect(ranked).toEqual(["late", "pay", "back", "tax", "lost"]);
    expect(quotation?.text.slice(...quotation.highlight)).toBe("on its way");
    expect(read).toHaveBeenCalledOnce();
    const [question, passages] = read.mock.calls[0] ?? [];
    expect(question).toBe(refund.query.text);
    expect(passages).toHaveLength(6);
    expect(passages?.[0]).toMatchObject({ context: "About pay . Part 0", text: "Pay by card in the shop." });
  });

  it("leaves a question at which the reader fails to the sentences", async () => {
    const scored = await weighQuestion(refund, undefined);
    expect(await weighQuestion(refund, failing(new Error("out of memory")))).toEqual(scored);
    const likeness = (texts: readonly string[]) => texts.map(() => 0);
    expect(await weighQuestion({ ...refund, likeness }, failing("gone"))).toMatchObject({ by: "sentences" });
  });

  it("quotes nothing where nothing was found, or nothing stands in it", async () => {
    const stub = foundArticle(article("stub", "Stub", "  "));
    for (const [articles, ranked] of [
      [[], []],
      [[stub], ["stub"]],
    ] as const) {
      for (const reader of [undefined, readerThatFinds("x"), failing("gone")]) {
        const weighed = await weighQuestion(questionAbout("refund", articles), reader);
        expect(weighed).toMatchObject({ quotation: undefined, confidence: 0, ranked });
      }
    }
  });

  it("asks no reader to read nothing", async () => {
    const read = vi.fn(readerThatFinds("").read);
    await weighQuestion(questionAbout("refund", []), { ...readerThatFinds(""), read });
    expect(read).not.toHaveBeenCalled();
  });

  it.each(["", " ", "📦", "\ud83d", "？", "how do I", "refund ".repeat(143)])("bears the question %j", async (text) => {
    const { confidence, quotation, ranked } = await weighQuestion(questionAbout(text, found), undefined);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(quotation).toBeDefined();
    expect(ranked).toHaveLength(5);
  });

  it("takes a moment only for passages of nothing but signs", async () => {
    for (const text of [
      ". ".repeat(450),
      ".".repeat(900),
      "a\n".repeat(450),
      "1. a\n2. b\n".repeat(90),
      "[".repeat(900),
    ]) {
      const body = Array.from({ length: 6 }, () => passage("Part", text));
      const hostile = Array.from({ length: 4 }, (_, n) => foundArticle(article(`a${n}`, "A", body)));
      const start = performance.now();
      await weighQuestion(questionAbout("refund ".repeat(143), hostile), undefined);
      expect(performance.now() - start).toBeLessThan(3_000);
    }
  });
});

describe("what is quoted", () => {
  const piece = fc.constantFrom(
    ...["1. ", "2. ", "3、", "\n", "\r\n", "Reset it. ", "重置密码。", "Really? ", "Do this:\n", "…", "📦", "\ud83d"],
    ...["\udc00", " ", "\u3000", "e\u0301", "x".repeat(200)],
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
  const articles = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
  const foundOf = (texts: readonly (readonly string[])[]): FoundArticle[] =>
    foundWith(Object.fromEntries(texts.map((own, n) => [`a${n}`, own])));

  function expectVerbatim({ quotation, confidence }: WeighedQuestion, all: readonly FoundArticle[]): void {
    expect(confidence >= 0 && confidence <= 1).toBe(true);
    if (!quotation) return;
    const source = all.map(({ pack, article }) => pack.articles[article]).find((one) => one?.id === quotation.article);
    expect(quotation.text.trim()).not.toBe("");
    const passages = source?.passages.filter((one) => one.text.includes(quotation.text));
    expect(passages?.map(({ anchor }) => anchor)).toContain(quotation.anchor);
    const [from, to] = quotation.highlight;
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeGreaterThan(from);
    expect(to).toBeLessThanOrEqual(quotation.text.length);
    if (quotation.form === "sentences") expect(quotation.text.length).toBeLessThanOrEqual(400);
  }

  it("stands in a passage of the article that is named, with the mark inside it", async () => {
    await fc.assert(
      fc.asyncProperty(text, articles, async (question, texts) => {
        const all = foundOf(texts);
        expectVerbatim(await weighQuestion(questionAbout(question, all), undefined), all);
      }),
      { numRuns: 200 },
    );
  });

  it("does so with whatever a reader says", async () => {
    const logit = fc.float({ min: -20, max: 20, noNaN: true });
    const token = fc.record({ length: fc.nat(6), start: logit, end: logit });
    const tokens = fc.array(token, { maxLength: 40 });
    const readingOver = (own: readonly { length: number; start: number; end: number }[], longest: number): Reading => {
      let at = 0;
      const inside = own.flatMap((one) => {
        const from = Math.min(longest, at);
        at = Math.min(longest, from + one.length);
        return [from, at];
      });
      return {
        offsets: Uint32Array.from(inside),
        starts: Float32Array.from(own, ({ start }) => start),
        ends: Float32Array.from(own, ({ end }) => end),
        nothing: 0,
      };
    };
    await fc.assert(
      fc.asyncProperty(text, articles, tokens, async (question, texts, own) => {
        const all = foundOf(texts);
        const read: Reader["read"] = async (_, passages) => passages.map((one) => readingOver(own, one.text.length));
        const weighed = await weighQuestion(questionAbout(question, all), { ...readerThatFinds(""), read });
        if (texts.length > 0) expect(weighed.by).toBe("reader");
        expectVerbatim(weighed, all);
      }),
      { numRuns: 200 },
    );
  });
});

describe("answerOf", () => {
  const quotation: Quotation = {
    article: "back",
    title: "About back",
    kind: "article",
    section: "a",
    sectionTitle: "Section a",
    headings: [],
    anchor: "",
    text: "A refund takes five days.",
    form: "sentences",
    highlight: [0, 25],
  };
  const weighed: WeighedQuestion = {
    question: refund,
    by: "words",
    ranked: ["back", "pay", "tax", "late", "lost"],
    quotation,
    confidence: 0.6,
  };

  it("shows a quotation that is as sure as the threshold, with three other articles", () => {
    const answer = answerOf(weighed, 0.6);
    expect(answer).toMatchObject({
      kind: "quote",
      query: refund.query,
      by: "words",
      confidence: 0.6,
      quotation,
      actions: [],
    });
    expect(answer.kind === "quote" && answer.others.map((hit) => hit.article)).toEqual(["pay", "tax", "late"]);
  });

  it("says what is near where it is less sure, the quoted article included", () => {
    const answer = answerOf(weighed, 0.61);
    expect(answer).toMatchObject({ kind: "not-covered", confidence: 0.6, by: "words" });
    expect(answer).not.toHaveProperty("quotation");
    expect(answer.kind === "not-covered" && answer.nearest.map((hit) => hit.article)).toEqual(["back", "pay", "tax"]);
  });

  it("covers nothing without a quotation, whatever the threshold", () => {
    const nothing = { ...weighed, quotation: undefined, confidence: 0 };
    expect(answerOf(nothing, 0)).toMatchObject({ kind: "not-covered" });
    expect(answerOf({ ...nothing, question: questionAbout("x", []), ranked: [] }, 0)).toMatchObject({ nearest: [] });
  });

  it("passes over articles that search does not show", () => {
    const hits = refund.hits.filter((hit) => ["late", "lost"].includes(hit.article));
    const answer = answerOf({ ...weighed, question: { ...refund, hits } }, 0.5);
    expect(answer.kind === "quote" && answer.others.map((hit) => hit.article)).toEqual(["late", "lost"]);
  });

  it("brings the cards of the quoted article", () => {
    const action = { anchor: "track", title: "Track it", url: "https://example.org/{n}", fields: [] };
    const cards = foundArticle(article("back", "Back", "A refund takes five days.", { actions: [action] }));
    const answer = answerOf({ ...weighed, question: questionAbout("refund", [cards]), ranked: ["back"] }, 0.5);
    expect(answer).toMatchObject({ kind: "quote", actions: [{ anchor: "track", title: "Track it" }], others: [] });
  });
});

describe("answerQuestion", () => {
  it("says that it reads, when there is something to read", async () => {
    const stages: string[] = [];
    const onStage = (stage: string): unknown => stages.push(stage);
    expect(await answerQuestion(refund, { threshold: 0.5, onStage })).toMatchObject({
      kind: "quote",
      quotation: { article: "back" },
    });
    expect(await answerQuestion(questionAbout("refund", []), { threshold: 0.5, onStage })).toMatchObject({
      kind: "not-covered",
      confidence: 0,
    });
    expect(stages).toEqual(["reading"]);
  });

  it("is honest about what the articles do not know", async () => {
    const unknown = questionAbout("earthquake insurance for penguins", found);
    expect(await answerQuestion(unknown, { threshold: 0.5 })).toMatchObject({ kind: "not-covered" });
    expect(await answerQuestion(questionAbout("企鹅保险", found), { threshold: 0.5 })).toMatchObject({
      kind: "not-covered",
    });
  });
});
