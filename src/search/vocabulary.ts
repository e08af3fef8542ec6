import { radix } from "@orama/orama/trees";
import type { Segment } from "./segment";

/** The words of one language as they are written, with the term each is indexed under. */
export interface Vocabulary {
  add(segment: Segment): void;
  remove(segment: Segment): void;
  /** The term of a word that some text holds. */
  termOf(word: string): string | undefined;
  /** Words that begin with a prefix and are longer than it, in no particular order. */
  startingWith(prefix: string): string[];
  words(): IterableIterator<string>;
}

/**
 * Vocabulary over Orama's radix tree.
 *
 * Orama is used for what it does best here, completing words. It does not rank: with this project's
 * tokeniser its full-text search reached a mean nDCG@10 that is {@link ./ranking} minus 0.2, because
 * it scores each field apart, keeps no passage-in-article statistics and takes no weights per word, so
 * that question words cannot be held down; and it needs 1.4 MB (gzip) where a segment is rebuilt from
 * the packs in a fraction of a second. Its own typo tolerance is not used either: the tree walk counts
 * one letter for an edge of several, and so misses most words that share a beginning with another
 * (see the tests); {@link ./closest-word} is exact.
 */
export function createVocabulary(): Vocabulary {
  const tree = new radix.RadixTree();
  /** Word -> its term, and in how many segments it occurs. */
  const known = new Map<string, { readonly term: string; uses: number }>();
  return {
    add(segment) {
      segment.words.forEach((word, at) => {
        const entry = known.get(word);
        if (entry) entry.uses++;
        else {
          known.set(word, { term: segment.terms[segment.wordTerms[at] ?? 0] ?? word, uses: 1 });
          tree.insert(word, 0);
        }
      });
    },
    remove(segment) {
      for (const word of segment.words) {
        const entry = known.get(word);
        if (!entry) continue;
        entry.uses--;
        if (entry.uses === 0) {
          known.delete(word);
          tree.removeDocumentByWord(word, 0);
        }
      }
    },
    termOf: (word) => known.get(word)?.term,
    // Removed words stay in the tree without a document, and "__proto__" cannot be a key of its answer: ask `known`.
    startingWith: (prefix) =>
      prefix === ""
        ? []
        : Object.keys(tree.find({ term: prefix })).filter((word) => word !== prefix && known.has(word)),
    words: () => known.keys(),
  };
}
