import type { FoundArticle, Question } from "../../../src/answer/answer-question";
import { candidatesOf } from "../../../src/answer/candidates";
import { CONFIDENCE_FEATURES } from "../../../src/answer/choose";
import { type Candidate, FEATURES, type Feature } from "../../../src/answer/evidence";
import type { AnswerWeights } from "../../../src/answer/weights";
import type { PackArticle } from "../../../src/domain/pack";
import type { Reader, Reading } from "../../../src/domain/reader";
import type { ArticleHit } from "../../../src/domain/search";
import { article, pack, passage } from "../search/packs";

/** Articles as search finds them, best first: each text is a passage that matched, the first the best. */
export function foundWith(articles: Readonly<Record<string, readonly string[]>>): FoundArticle[] {
  return Object.entries(articles).map(([id, texts], rank) =>
    foundArticle(
      article(
        id,
        `About ${id}`,
        texts.map((text, n) => passage(`Part ${n}`, text)),
      ),
      10 - rank,
    ),
  );
}

export function foundArticle(one: PackArticle, score = 1): FoundArticle {
  const passages = one.passages.map((_, passage) => ({ passage, score: score - passage / 100 }));
  return { pack: pack("a", [one]), article: 0, score, passages };
}

export function candidatesWith(articles: Readonly<Record<string, readonly string[]>>): Candidate[] {
  return candidatesOf(foundWith(articles));
}

/** A question about what was found, with a hit for every article. */
export function questionAbout(text: string, found: readonly FoundArticle[], more: Partial<Question> = {}): Question {
  const hits = found.flatMap(({ pack, article, score }) => hitOf(pack.articles[article], score));
  return { query: { text, locale: "en" }, found, hits, ...more };
}

function hitOf(one: PackArticle | undefined, score: number): ArticleHit[] {
  if (!one) return [];
  const { id, title, kind, actions } = one;
  const cards = actions?.map(({ anchor, title }) => ({ anchor, title }));
  return [
    {
      article: id,
      title: { text: title, marks: [] },
      kind,
      section: "a",
      sectionTitle: "Section a",
      score,
      because: "words",
      ...(cards && { actions: cards }),
      hits: [],
    },
  ];
}

/** Weights of sentences by the features' names; 0 for all others. */
export function sentenceWeights(weights: Partial<Record<Feature, number>>): number[] {
  return FEATURES.map((name) => weights[name] ?? 0);
}

/** Weights under which the words of the question decide, and an answer is as sure as its words are known. */
export function weightsByWords(weights: Partial<Record<Feature, number>> = {}): AnswerWeights {
  return {
    sentence: sentenceWeights({ overlap: 8, ...weights }),
    confidence: [...CONFIDENCE_FEATURES.map((name) => (name === "known" ? 8 : 0)), -4],
    rerank: 1,
  };
}

/** What a reader says of a text when the answer is surely one stretch of it: one token a character. */
export function readingOf(text: string, answer: string, relevance?: number): Reading {
  const at = text.indexOf(answer);
  const tokens = text.length;
  const starts = new Float32Array(tokens).fill(-5);
  const ends = new Float32Array(tokens).fill(-5);
  if (at >= 0) {
    starts[at] = 9;
    ends[at + answer.length - 1] = 9;
  }
  const offsets = Uint32Array.from({ length: 2 * tokens }, (_, n) => (n >> 1) + (n & 1));
  return { offsets, starts, ends, nothing: at < 0 ? 9 : -9, ...(relevance !== undefined && { relevance }) };
}

/** A reader that finds an answer wherever it stands. */
export function readerThatFinds(answer: string): Reader {
  return {
    reader: "made-up-reader@1",
    read: async (_, passages) => passages.map(({ text }) => readingOf(text, answer, text.includes(answer) ? 4 : -4)),
    dispose: async () => undefined,
  };
}
