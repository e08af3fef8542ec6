import type { PackArticle, SectionPack } from "../domain/pack";
import type { Reading } from "../domain/reader";
import { foldText } from "../text/fold";
import { compareTexts, type PassageLikeness } from "./compare-texts";
import { questionForm } from "./question-form";
import { type PassageSentence, sentencesOf } from "./sentences-of";
import { type Shape, shapeOf, signsOf } from "./signs";
import { type SpanShare, spanShares } from "./span-shares";
import { wordOverlap } from "./word-overlap";

/** A passage that may hold the answer. */
export interface Candidate {
  readonly pack: Pick<SectionPack, "section" | "title">;
  readonly article: PackArticle;
  /** Position of its article among those found, 0 for the best. */
  readonly rank: number;
  /** Position in its article. */
  readonly passage: number;
  /** Score of its article, and its own, each as a share of the highest among all candidates, 0..1. */
  readonly articleScore: number;
  readonly passageScore: number;
  /** Title and headings. */
  readonly context: string;
  readonly text: string;
}

/** What speaks for and against a sentence as (part of) the answer; numbers about -4..4. See {@link FEATURES}. */
export type Features = Float64Array;

/** The features by name, in their order. Those of the reader come last; they are 0 without one. */
export const FEATURES = [
  "articleScore",
  "articleRank",
  "passageScore",
  "passageLikeness",
  "contextLikeness",
  "titleLikeness",
  "contextOverlap",
  "passageOverlap",
  "likeness",
  "overlap",
  "likenessBeyondPassage",
  "listLikeness",
  "first",
  "place",
  "short",
  "long",
  "colon",
  "asks",
  "amountAndNumber",
  "mannerAndStep",
  "mannerAndMenu",
  "whetherAndModal",
  "reasonAndBecause",
  "placeAndMenu",
  "step",
  "relevance",
  "starts",
  "ends",
  "span",
] as const;
export type Feature = (typeof FEATURES)[number];

/** A sentence with all that is known of it. */
export interface Evidence extends Shape {
  /** Position of its passage among the candidates. */
  readonly candidate: number;
  readonly sentence: PassageSentence;
  readonly features: Features;
}

/** Everything that is known of the candidates in the light of a question. */
export interface Gathered {
  readonly sentences: readonly Evidence[];
  /** Share of the question's telling words that stand anywhere among the candidates, rare ones counting more. */
  readonly known: number;
  /** Of each candidate. */
  readonly passages: readonly PassageEvidence[];
}

/** A passage as a whole. Overlap is the share of the question's words in it, relevance the reader's score or 0. */
export interface PassageEvidence {
  readonly likeness: number;
  readonly overlap: number;
  readonly relevance: number;
}

/**
 * @param likeness how like the question texts are; absent where only words are compared
 * @param readings of each candidate; absent without a reader
 */
export function gatherEvidence(
  question: string,
  candidates: readonly Candidate[],
  likeness: ((texts: readonly string[]) => readonly number[]) | undefined,
  readings: readonly Reading[] | undefined,
): Gathered {
  const form = questionForm(foldText(question));
  const cut = candidates.map(({ text }) => sentencesOf(text));
  const compared = compareTexts(candidates, cut, likeness);
  const contexts = candidates.map(({ context }) => context);
  const texts = candidates.flatMap(({ text }, n) => (cut[n] ?? []).map(({ start, end }) => text.slice(start, end)));
  const overlap = wordOverlap(question, [...contexts, ...texts]);
  /** Where the sentences of each candidate stand behind the contexts. */
  const firstOf: number[] = [];
  let first = contexts.length;
  for (const own of cut) {
    firstOf.push(first);
    first += own.length;
  }
  const passages = candidates.map((_, n) => ({
    likeness: compared[n]?.passage ?? 0,
    overlap: overlap(range(firstOf[n] as number, firstOf[n + 1] ?? first)),
    relevance: readings?.[n] ? relevanceOf(readings[n]) : 0,
  }));
  const sentences = candidates.flatMap((candidate, n) => {
    const own = cut[n] ?? [];
    const like = compared[n] as PassageLikeness;
    const passage = passages[n] as PassageEvidence;
    const spans = readings?.[n] && spanShares(readings[n], own);
    const contextOverlap = overlap([n]);
    return own.map((sentence, m): Evidence => {
      const text = candidate.text.slice(sentence.start, sentence.end);
      const mine = like.sentences[m] as number;
      const byName: Record<Feature, number> = {
        articleScore: candidate.articleScore,
        articleRank: 1 / (1 + candidate.rank),
        passageScore: candidate.passageScore,
        passageLikeness: passage.likeness,
        contextLikeness: like.context,
        titleLikeness: like.title,
        contextOverlap,
        passageOverlap: passage.overlap,
        likeness: mine,
        overlap: overlap([(firstOf[n] as number) + m]),
        likenessBeyondPassage: mine - passage.likeness,
        listLikeness: sentence.list === undefined ? 0 : (like.lists[sentence.list] ?? 0),
        first: m === 0 ? 1 : 0,
        place: own.length > 1 ? m / (own.length - 1) : 0,
        ...signsOf(text, form, sentence.list !== undefined),
        relevance: passage.relevance / 4,
        ...spanFeatures(spans?.[m]),
      };
      const features = Float64Array.from(FEATURES, (name) => byName[name]);
      return { candidate: n, sentence, features, ...shapeOf(text) };
    });
  });
  return { sentences, known: overlap(range(0, first)), passages };
}

/** The whole numbers from one up to another, the latter left out. */
function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, n) => from + n);
}

/** Models that give no relevance say by their spans whether there is an answer. */
function relevanceOf({ relevance, starts, ends, nothing }: Reading): number {
  return relevance ?? Math.max(-8, Math.min(8, (highest(starts) + highest(ends) - nothing) / 2));
}

function highest(scores: Float32Array): number {
  return scores.reduce((most, score) => Math.max(most, score), -1e4);
}

function spanFeatures(share: SpanShare | undefined): Record<"starts" | "ends" | "span", number> {
  if (!share) return { starts: 0, ends: 0, span: 0 };
  const { starts, ends } = share;
  return { starts: logShare(starts), ends: logShare(ends), span: logShare((starts + ends) / 2) };
}

/** A share 0..1 as a number -1..1. */
function logShare(share: number): number {
  return 1 + Math.max(-8, Math.log(share + 1e-9)) / 4;
}
