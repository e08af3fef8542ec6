import { type Candidate, type Evidence, FEATURES, type Gathered } from "./evidence";
import { shapeOf } from "./signs";
import { softmax } from "./span-shares";

/** A stretch of a candidate's text that may be quoted. */
export interface Choice {
  /** Position of its passage among the candidates. */
  readonly candidate: number;
  /** Half-open range of UTF-16 offsets into the passage's text. */
  readonly start: number;
  readonly end: number;
  readonly form: "sentences" | "steps";
  /** Its best sentence, in the same offsets. */
  readonly best: readonly [start: number, end: number];
  /** Probability that the answer is in it, if it is in any sentence at all, 0..1. */
  readonly mass: number;
}

/** How the candidates stand once every sentence is weighed. */
export interface Weighed {
  /** The best stretch; undefined when there is no sentence. */
  readonly choice: Choice | undefined;
  /** See {@link CONFIDENCE_FEATURES}. */
  readonly confidence: Float64Array;
}

/** What tells how sure an answer is, in the order of {@link AnswerWeights.confidence}; a constant comes behind. */
export const CONFIDENCE_FEATURES = [
  "mass",
  "bestSentence",
  "articleShare",
  "runnerUp",
  "known",
  "likeness",
  "overlap",
  "contextLikeness",
  "titleLikeness",
  "passageLikeness",
  "bestLikeness",
  "isFirst",
  "relevance",
  "bestRelevance",
  "relevanceMargin",
  "width",
] as const;

/** Longest quotation that is no list of steps, and how many sentences it has at most. UTF-16 units. */
const LONGEST = 400;
const MOST_SENTENCES = 3;
/** What a hundred characters more must add to the probability that the answer is inside. */
const COST_OF_LENGTH = 0.01;
/** Shorter stretches say little by themselves; each column that is missing costs so much. */
const CRUMB = 100;
const COST_OF_CRUMB = 0.001;
/** "Follow these steps:" says nothing without what follows. */
const COST_OF_LEAD = 0.2;

/**
 * Weighs every sentence, and picks the shortest stretch that most likely holds the answer.
 *
 * @param weights see {@link AnswerWeights.sentence}
 */
export function choose(
  question: string,
  candidates: readonly Candidate[],
  gathered: Gathered,
  weights: readonly number[],
): Weighed {
  const { sentences } = gathered;
  const logits = sentences.map(({ features }) =>
    features.reduce((sum, value, n) => sum + value * (weights[n] as number), 0),
  );
  const chances = softmax(logits);
  const shares = new Float64Array(candidates.length);
  for (const [n, { candidate }] of sentences.entries())
    shares[candidate] = (shares[candidate] as number) + (chances[n] as number);
  const choice = bestStretch(sentences, chances);
  return { choice, confidence: confidenceFeatures(question, candidates, gathered, chances, shares, choice) };
}

function bestStretch(sentences: readonly Evidence[], chances: Float64Array): Choice | undefined {
  let best: Choice | undefined;
  let bestValue = Number.NEGATIVE_INFINITY;
  const consider = (from: number, to: number, form: Choice["form"]): void => {
    const own = sentences.slice(from, to + 1);
    const [first, last] = [own[0] as Evidence, own.at(-1) as Evidence];
    const { start } = first.sentence;
    const { end } = last.sentence;
    if (form === "sentences" && (end - start > LONGEST || breaksList(sentences, from, to))) return;
    let mass = 0;
    let top = from;
    for (let n = from; n <= to; n++) {
      mass += chances[n] as number;
      if ((chances[n] as number) > (chances[top] as number)) top = n;
    }
    const columns = own.reduce((sum, one) => sum + one.columns, 0);
    const value =
      mass -
      COST_OF_LENGTH * (Math.min(LONGEST, end - start) / 100) -
      COST_OF_CRUMB * Math.max(0, CRUMB - columns) -
      (last.leads ? COST_OF_LEAD : 0);
    if (value <= bestValue) return;
    bestValue = value;
    const { sentence } = sentences[top] as Evidence;
    best = { candidate: first.candidate, start, end, form, best: [sentence.start, sentence.end], mass };
  };
  for (let from = 0; from < sentences.length; from++) {
    const { candidate, sentence } = sentences[from] as Evidence;
    const isTogether = (n: number): boolean => sentences[n]?.candidate === candidate;
    const isOfList = (n: number): boolean => isTogether(n) && sentences[n]?.sentence.list === sentence.list;
    for (let to = from; to < from + MOST_SENTENCES && isTogether(to); to++) consider(from, to, "sentences");
    if (sentence.list !== undefined && !isOfList(from - 1)) {
      let to = from;
      while (isOfList(to + 1)) to++;
      consider(from, to, "steps");
    }
  }
  return best;
}

/** Whether a stretch leads into a list of steps and ends before the list does. */
function breaksList(sentences: readonly Evidence[], from: number, to: number): boolean {
  const [first, last, next] = [sentences[from], sentences[to], sentences[to + 1]];
  const list = last?.sentence.list;
  const goesOn = next?.candidate === last?.candidate && next?.sentence.list === list;
  return list !== undefined && first?.sentence.list !== list && goesOn;
}

function confidenceFeatures(
  question: string,
  candidates: readonly Candidate[],
  { sentences, known, passages }: Gathered,
  chances: Float64Array,
  shares: Float64Array,
  choice: Choice | undefined,
): Float64Array {
  const values = new Float64Array(CONFIDENCE_FEATURES.length);
  if (!choice) return values;
  const { article } = candidates[choice.candidate] as Candidate;
  const byArticle = new Map<string, number>();
  for (const [n, { article: one }] of candidates.entries())
    byArticle.set(one.id, (byArticle.get(one.id) ?? 0) + (shares[n] as number));
  const ofArticle = (id: string): number => byArticle.get(id) ?? 0;
  const runnerUp = Math.max(0, ...[...byArticle].filter(([id]) => id !== article.id).map(([, share]) => share));
  const passage = passages[choice.candidate] as (typeof passages)[number];
  const relevances = passages.map(({ relevance }) => relevance);
  const others = relevances.filter((_, n) => candidates[n]?.article.id !== article.id);
  const inside = sentences.filter(
    ({ candidate, sentence }) =>
      candidate === choice.candidate && sentence.start >= choice.start && sentence.end <= choice.end,
  );
  const feature = (name: (typeof FEATURES)[number]): number =>
    Math.max(0, ...inside.map(({ features }) => features[FEATURES.indexOf(name)] as number));
  const byName: Record<(typeof CONFIDENCE_FEATURES)[number], number> = {
    mass: logOdds(choice.mass),
    bestSentence: logOdds(Math.max(...chances)),
    articleShare: logOdds(ofArticle(article.id)),
    runnerUp: logOdds(runnerUp),
    known,
    likeness: feature("likeness"),
    overlap: feature("overlap") + feature("contextOverlap"),
    contextLikeness: feature("contextLikeness"),
    titleLikeness: feature("titleLikeness"),
    passageLikeness: passage.likeness,
    bestLikeness: Math.max(...passages.map(({ likeness }) => likeness)),
    isFirst: (candidates[choice.candidate] as Candidate).rank === 0 ? 1 : 0,
    relevance: passage.relevance / 4,
    bestRelevance: Math.max(...relevances) / 4,
    relevanceMargin: (passage.relevance - Math.max(-8, ...others)) / 4,
    width: Math.min(1, shapeOf(question).columns / 60),
  };
  for (const [n, name] of CONFIDENCE_FEATURES.entries()) values[n] = byName[name];
  return values;
}

function logOdds(share: number): number {
  const safe = Math.min(1 - 1e-3, Math.max(1e-3, share));
  return Math.log(safe / (1 - safe)) / 4;
}
