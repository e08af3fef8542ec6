import type { SectionPack } from "../domain/pack";
import { type Token, tokenize } from "../text/tokenize";
import { FIELD_COUNT } from "./fields";

/** Raised whenever a segment's layout, or what the tokeniser makes of a text, changes. */
export const SEGMENT_VERSION = 1;

/**
 * The inverted index of one section: flat and immutable, so that it can be cloned into IndexedDB as it
 * is. Texts stay in the pack. Documents are the pack's passages, numbered in its order.
 */
export interface Segment {
  readonly version: typeof SEGMENT_VERSION;
  /** Article (position in the pack) of each document. */
  readonly articleOf: Uint32Array;
  /** Passage (position in its article) of each document. */
  readonly passageOf: Uint32Array;
  /** Tokens per field, FIELD_COUNT numbers a document. */
  readonly lengths: Uint32Array;
  readonly terms: readonly string[];
  /** Postings of term t: from `offsets[t]` to `offsets[t + 1]`. */
  readonly offsets: Uint32Array;
  /** Document of each posting, ascending inside a term. */
  readonly documents: Uint32Array;
  /** Occurrences per field, FIELD_COUNT numbers a posting; capped at 255. */
  readonly counts: Uint8Array;
  /** Folded words as written, and the term each was stemmed to. */
  readonly words: readonly string[];
  readonly wordTerms: Uint32Array;
}

/** Documents and counts of one term while a segment grows. */
interface Growing {
  readonly documents: number[];
  readonly counts: number[];
}

/** Indexes the passages of a section. Articles without passages are found by their title alone. */
export function buildSegment(pack: SectionPack): Segment {
  const articleOf: number[] = [];
  const passageOf: number[] = [];
  const lengths: number[] = [];
  const growing = new Map<string, Growing>();
  const words = new Map<string, string>();

  const count = (tokens: readonly Token[], document: number, field: number): void => {
    let length = 0;
    for (const { term, word, kind } of tokens) {
      if (kind !== "part") length++;
      if (kind !== "gram") words.set(word, term);
      let postings = growing.get(term);
      if (!postings) {
        postings = { documents: [], counts: [] };
        growing.set(term, postings);
      }
      if (postings.documents.at(-1) !== document) {
        postings.documents.push(document);
        for (let f = 0; f < FIELD_COUNT; f++) postings.counts.push(0);
      }
      const slot = postings.counts.length - FIELD_COUNT + field;
      postings.counts[slot] = Math.min(255, (postings.counts[slot] ?? 0) + 1);
    }
    lengths[document * FIELD_COUNT + field] = length;
  };

  pack.articles.forEach((article, a) => {
    const shared = [
      article.title,
      article.alsoAskedAs.join("\n"),
      `${article.description}\n${article.tags.join("\n")}`,
    ].map(tokenize);
    const passages = article.passages.length > 0 ? article.passages : [{ anchor: "", headings: [], text: "" }];
    passages.forEach((passage, p) => {
      const document = articleOf.length;
      articleOf.push(a);
      passageOf.push(p);
      for (const [field, tokens] of shared.entries()) count(tokens, document, field);
      count(tokenize(passage.headings.join("\n")), document, 3);
      count(tokenize(passage.text), document, 4);
    });
  });

  return {
    version: SEGMENT_VERSION,
    ...flatten(growing, words),
    articleOf: Uint32Array.from(articleOf),
    passageOf: Uint32Array.from(passageOf),
    lengths: Uint32Array.from(lengths),
  };
}

function flatten(growing: Map<string, Growing>, words: Map<string, string>) {
  const terms = [...growing.keys()].sort();
  const offsets = new Uint32Array(terms.length + 1);
  let total = 0;
  terms.forEach((term, t) => {
    total += growing.get(term)?.documents.length ?? 0;
    offsets[t + 1] = total;
  });
  const documents = new Uint32Array(total);
  const counts = new Uint8Array(total * FIELD_COUNT);
  const numbers = new Map<string, number>();
  terms.forEach((term, t) => {
    numbers.set(term, t);
    const from = offsets[t] ?? 0;
    documents.set(growing.get(term)?.documents ?? [], from);
    counts.set(growing.get(term)?.counts ?? [], from * FIELD_COUNT);
  });
  const spelled = [...words.keys()].sort();
  const wordTerms = Uint32Array.from(spelled, (word) => numbers.get(words.get(word) ?? "") ?? 0);
  return { terms, offsets, documents, counts, words: spelled, wordTerms };
}
