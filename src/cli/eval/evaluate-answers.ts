import { type Question, type WeighedQuestion, weighQuestion } from "../../answer/answer-question";
import type { Reader } from "../../domain/reader";
import type { EvalQuery } from "./queries";
import { quotesAnswer } from "./quotation";

/** The figures at one threshold. Shares, 0..1; `NaN`-free: 0 where nothing is counted. */
export interface AnswerScores {
  readonly threshold: number;
  /** Of the answerable questions, how many were answered, rightly or not. */
  readonly coverage: number;
  /** Of all answers, how many quote an accepted article. */
  readonly precisionArticle: number;
  /** Of all answers, how many quote what the labels name. */
  readonly precisionQuote: number;
  /** Of the questions that the centre does not cover, how many were answered. */
  readonly falseAnswers: number;
}

/** What `pocket-help eval` says of answers. Questions that are answerable and have no labelled quotation do not count. */
export interface AnswersReport extends AnswerScores {
  readonly answerable: number;
  readonly unanswerable: number;
  /** Mean length of the quotations that are shown, UTF-16 units. */
  readonly meanQuoteChars: number;
  /** By falling threshold: risk against coverage. */
  readonly curve: readonly AnswerScores[];
  /** Answers by their confidence: how sure they were, and how often they were right. */
  readonly reliability: readonly {
    readonly from: number;
    readonly to: number;
    readonly answers: number;
    readonly confidence: number;
    readonly precisionArticle: number;
    readonly precisionQuote: number;
  }[];
}

/** One question's best quotation beside what is accepted for it. */
export interface JudgedAnswer {
  readonly answerable: boolean;
  readonly confidence: number;
  readonly isArticle: boolean;
  readonly isQuote: boolean;
  /** Of the quotation, 0 without one. UTF-16 units. */
  readonly length: number;
}

/** Characters; a longer quotation that is no list of steps is a passage, not a quotation. */
const LONGEST = 400;
const STEPS = 20;
const BINS = 5;

export interface AnsweredQueries {
  /** One a question. */
  readonly weighed: readonly WeighedQuestion[];
  /** Milliseconds from each question to its answer, warm. */
  readonly times: readonly number[];
}

/** Answers every question with what is there, whatever the confidence. */
export async function answerQueries(
  queries: readonly EvalQuery[],
  ask: (query: EvalQuery) => Promise<Question>,
  reader: Reader | undefined,
  now: () => number,
): Promise<AnsweredQueries> {
  const weighed: WeighedQuestion[] = [];
  const times: number[] = [];
  for (const query of queries) {
    const start = now();
    weighed.push(await weighQuestion(await ask(query), reader));
    times.push(now() - start);
  }
  return { weighed, times };
}

/** @param pathOf source path of an article, as the questions name it */
export function judgeAnswer(
  query: EvalQuery,
  { quotation, confidence }: WeighedQuestion,
  pathOf: (article: string) => string,
): JudgedAnswer | undefined {
  const { answerable, articles, answer } = query;
  if (answerable && answer.length === 0) return undefined;
  const path = quotation && pathOf(quotation.article).normalize("NFC");
  const isArticle = answerable && path !== undefined && articles.some((one) => one.normalize("NFC") === path);
  const length = quotation?.text.length ?? 0;
  const isLegal = quotation?.form === "steps" || length <= LONGEST;
  return {
    answerable,
    confidence,
    isArticle,
    isQuote: isArticle && isLegal && quotesAnswer(quotation?.text ?? "", answer),
    length,
  };
}

/** The figures at a threshold, and how they change with it. */
export function answersReport(judged: readonly JudgedAnswer[], threshold: number): AnswersReport {
  const at = scoresAt(judged, threshold);
  const given = givenAt(judged, threshold);
  return {
    answerable: judged.filter(({ answerable }) => answerable).length,
    unanswerable: judged.filter(({ answerable }) => !answerable).length,
    ...at,
    meanQuoteChars: Math.round(mean(given.map(({ length }) => length))),
    curve: Array.from({ length: STEPS - 1 }, (_, n) => scoresAt(judged, (STEPS - 1 - n) / STEPS)),
    reliability: Array.from({ length: BINS }, (_, n) => bin(judged, n / BINS, (n + 1) / BINS)),
  };
}

/** Without a quotation there is no answer, whatever the threshold. */
function givenAt(judged: readonly JudgedAnswer[], threshold: number): readonly JudgedAnswer[] {
  return judged.filter(({ length, confidence }) => length > 0 && confidence >= threshold);
}

function scoresAt(judged: readonly JudgedAnswer[], threshold: number): AnswerScores {
  const given = givenAt(judged, threshold);
  const share = (part: readonly JudgedAnswer[], of: number): number => round(of === 0 ? 0 : part.length / of);
  const count = (answerable: boolean): number => judged.filter((one) => one.answerable === answerable).length;
  return {
    threshold: round(threshold),
    coverage: share(
      given.filter(({ answerable }) => answerable),
      count(true),
    ),
    precisionArticle: share(
      given.filter(({ isArticle }) => isArticle),
      given.length,
    ),
    precisionQuote: share(
      given.filter(({ isQuote }) => isQuote),
      given.length,
    ),
    falseAnswers: share(
      given.filter(({ answerable }) => !answerable),
      count(false),
    ),
  };
}

function bin(judged: readonly JudgedAnswer[], from: number, to: number): AnswersReport["reliability"][number] {
  const inside = givenAt(judged, from).filter(({ confidence }) => confidence < to || to === 1);
  return {
    from,
    to,
    answers: inside.length,
    confidence: round(mean(inside.map(({ confidence }) => confidence))),
    precisionArticle: round(mean(inside.map(({ isArticle }) => (isArticle ? 1 : 0)))),
    precisionQuote: round(mean(inside.map(({ isQuote }) => (isQuote ? 1 : 0)))),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
