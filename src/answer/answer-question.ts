import type { Answer, AnsweredBy, AnswerStage, Quotation } from "../domain/answer";
import type { SectionPack } from "../domain/pack";
import type { Reader } from "../domain/reader";
import type { ArticleHit, SearchQuery } from "../domain/search";
import { candidatesOf } from "./candidates";
import { choose } from "./choose";
import { gatherEvidence } from "./evidence";
import { quote } from "./quote";
import { rerank } from "./rerank";
import { probability, WEIGHTS } from "./weights";

/** An article that search found, with its passages that matched, best first. */
export interface FoundArticle {
  readonly pack: SectionPack;
  /** Position of the article in the pack. */
  readonly article: number;
  readonly score: number;
  readonly passages: readonly { readonly passage: number; readonly score: number }[];
}

/** A question with what search found for it. */
export interface Question {
  readonly query: SearchQuery;
  /** Best first. */
  readonly found: readonly FoundArticle[];
  /** The same articles as search shows them, the first ten at least. */
  readonly hits: readonly ArticleHit[];
  /** How like the question texts are, late interaction and cosine added up; absent where only words are compared. */
  readonly likeness?: (texts: readonly string[]) => readonly number[];
}

export interface AnswerOptions {
  /** Absent: sentences are scored without a model. A reader that fails on a question leaves it to the sentences. */
  readonly reader?: Reader;
  /** The least probability at which a quotation is shown, 0..1. */
  readonly threshold: number;
  readonly onStage?: (stage: AnswerStage) => void;
}

/** Articles that stand beside an answer. */
const OTHERS = 3;

/** Answers a question by quoting one of the articles that search found, or says that they do not answer it. */
export async function answerQuestion(
  question: Question,
  { reader, threshold, onStage }: AnswerOptions,
): Promise<Answer> {
  if (question.found.length > 0) onStage?.("reading");
  return answerOf(await weighQuestion(question, reader), threshold);
}

/** A question with its best quotation, whether or not it is good enough to be shown. */
export interface WeighedQuestion {
  readonly question: Question;
  readonly by: AnsweredBy;
  /** Ids of the found articles, best first, after their passages were looked at. */
  readonly ranked: readonly string[];
  /** Undefined when nothing can be quoted. */
  readonly quotation: Quotation | undefined;
  /** See {@link Answer.confidence}. */
  readonly confidence: number;
}

/** Looks for the best quotation. */
export async function weighQuestion(question: Question, reader: Reader | undefined): Promise<WeighedQuestion> {
  const { text } = question.query;
  const candidates = candidatesOf(question.found);
  // A question about nothing need not wait until others are read.
  const readings = candidates.length > 0 ? await reader?.read(text, candidates).catch(() => undefined) : undefined;
  const { likeness } = question;
  const by = readings ? "reader" : likeness ? "sentences" : "words";
  const weights = WEIGHTS[readings && !likeness ? "readerOnWords" : by];
  const gathered = gatherEvidence(text, candidates, likeness, readings);
  const { choice, confidence } = choose(text, candidates, gathered, weights.sentence);
  const relevances = gathered.passages.map(({ relevance }) => relevance);
  const chosen = choice && candidates[choice.candidate];
  return {
    question,
    by,
    ranked: rerank(question.found, candidates, readings && relevances, weights.rerank),
    quotation: choice && chosen && quote(choice, chosen, readings?.[choice.candidate]),
    confidence: choice ? probability(confidence, weights.confidence) : 0,
  };
}

/** @param threshold see {@link AnswerOptions.threshold} */
export function answerOf({ question, by, ranked, quotation, confidence }: WeighedQuestion, threshold: number): Answer {
  const { query, hits } = question;
  const byId = new Map(hits.map((hit) => [hit.article, hit]));
  const others = ranked.flatMap((id) => (id === quotation?.article ? [] : (byId.get(id) ?? [])));
  if (quotation && confidence >= threshold) {
    const actions = byId.get(quotation.article)?.actions ?? [];
    return { kind: "quote", query, confidence, by, quotation, actions, others: others.slice(0, OTHERS) };
  }
  const nearest = ranked.flatMap((id) => byId.get(id) ?? []);
  return { kind: "not-covered", query, confidence, by, nearest: nearest.slice(0, OTHERS) };
}
