import type { SearchQuery, SearchResults } from "../domain/search";
import { hasParticle, isStopWord } from "../text/stop-words";
import { type Token, tokenize } from "../text/tokenize";
import { closestWord } from "./closest-word";
import type { Ranking } from "./ranking";
import type { Vocabulary } from "./vocabulary";

/** One thing the reader asks for: it is found where any of its terms is; the best of them counts. */
export interface Concept {
  readonly terms: ReadonlyMap<string, number>;
  readonly weight: number;
  /** False for question words: they order results, but alone they make none. */
  readonly telling: boolean;
  /** A lone Han character, found inside bigrams. */
  readonly character?: string;
}

export interface QueryConcepts {
  readonly concepts: readonly Concept[];
  /** Whether the text says anything beyond question words, known or not. */
  readonly telling: boolean;
  readonly corrections: SearchResults["corrections"];
}

/** What {@link queryConcepts} must know about the indexed texts of the query's language. */
export interface Known {
  readonly vocabulary: Vocabulary;
  /** How many documents there are. */
  readonly documents: number;
  /** How many documents hold a term. */
  frequency(term: string): number;
  /** Bigrams that hold a Han character. */
  gramsWith(character: string): string[];
}

/** A pasted page says what it is about at its beginning; the rest would only cost time. */
const LONGEST_QUERY = 1_000;
const MOST_CONCEPTS = 48;
/** Looking a word up among all known ones takes about a millisecond: pasted logs must not do it hundreds of times. */
const MOST_CORRECTIONS = 6;
/** Share of the documents that makes a word common. */
const COMMON = 0.03;
const MOST_COMPLETIONS = 40;

/** Turns a query's text into weighted concepts: stems, completions of the last word, corrections of unknown words. */
export function queryConcepts(query: SearchQuery, known: Known, ranking: Ranking): QueryConcepts {
  const text = query.text.slice(0, LONGEST_QUERY);
  const tokens = tokenize(text);
  const last = query.partial && !/\s$/.test(text) ? tokens.at(-1) : undefined;
  const concepts = new Map<string, Concept>();
  const corrections = new Map<string, string>();
  const common = Math.max(2, known.documents * COMMON);
  let telling = false;

  for (const token of tokens) {
    telling ||= isTelling(token);
    const typed = last !== undefined && token.end === last.end;
    if (concepts.has(token.term) && !typed) continue;
    const concept = conceptOf(token, typed, known, ranking);
    if (concept.terms.size > 0) concepts.set(token.term, concept);
    else if (token.kind === "word" && corrections.size < MOST_CORRECTIONS && !corrections.has(token.word)) {
      const frequency = (word: string): number => known.frequency(known.vocabulary.termOf(word) ?? "");
      const closest = closestWord(token.word, known.vocabulary.startingWith, frequency, common, typed);
      if (closest === undefined) continue;
      corrections.set(token.word, closest);
      const term = known.vocabulary.termOf(closest) ?? closest;
      if (!concepts.has(term)) {
        concepts.set(term, { terms: new Map([[term, 1]]), weight: ranking.correction, telling: !isStopWord(closest) });
      }
    }
  }
  return {
    concepts: [...concepts.values()].slice(0, MOST_CONCEPTS),
    telling,
    corrections: [...corrections].map(([from, to]) => ({ from, to })),
  };
}

function conceptOf(token: Token, typed: boolean, known: Known, ranking: Ranking): Concept {
  const terms = new Map<string, number>();
  const exact = known.frequency(token.term) > 0;
  if (exact) terms.set(token.term, 1);
  const stop = isStopWord(token.word);
  const weight = stop
    ? ranking.stopWord
    : token.kind === "part"
      ? ranking.part
      : token.kind === "gram" && hasParticle(token.word)
        ? ranking.particleGram
        : 1;
  if (token.kind === "single") {
    for (const gram of most(known.gramsWith(token.term), known)) terms.set(gram, exact ? ranking.completion : 1);
    return { terms, weight, telling: isTelling(token), character: token.term };
  }
  if (typed && token.kind !== "gram") {
    const completions = new Set(
      known.vocabulary.startingWith(token.word).map((word) => known.vocabulary.termOf(word) ?? word),
    );
    for (const term of most([...completions], known)) if (!terms.has(term)) terms.set(term, ranking.completion);
    // "wi" may become wifi as well as with: what is being typed is not yet a question word.
    if (stop && terms.size > 1) return { terms, weight: ranking.part, telling: !exact };
  }
  return { terms, weight, telling: isTelling(token) };
}

function isTelling({ kind, word }: Token): boolean {
  return !isStopWord(word) && !((kind === "gram" || kind === "single") && hasParticle(word));
}

/** The most frequent of many terms. */
function most(terms: readonly string[], known: Known): string[] {
  if (terms.length <= MOST_COMPLETIONS) return [...terms];
  const counted = terms.map((term) => ({ term, frequency: known.frequency(term) }));
  counted.sort((a, b) => b.frequency - a.frequency || (a.term < b.term ? -1 : 1));
  return counted.slice(0, MOST_COMPLETIONS).map(({ term }) => term);
}
