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
}

/**
 * Vocabulary over Orama's radix tree, which completes words and leads to the candidates for corrections.
 *
 * That is Orama's part here; it does not rank. With this project's tokeniser, field boosts and threshold
 * its full-text search reached nDCG@10 .36 / .37 / .63 on the three development centres, where
 * BM25F reached .66 / .80 / .76, in a third of the time on the largest: Orama scores every field apart,
 * takes no weights per word, so that question words cannot be held down, and knows nothing of the article
 * around a passage. Only the tree is bundled (2 kB gzip against 21 kB).
 *
 * Its typo tolerance is not used either: the walk counts one letter for an edge of several, and so loses
 * words (see the tests). {@link ./closest-word} goes through the words of a first letter instead.
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
  };
}
