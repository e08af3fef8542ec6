import type { Candidate } from "./evidence";
import type { PassageSentence } from "./sentences-of";

/** How like the question the parts of one passage are, late interaction and cosine added up; 0 where nothing compares. */
export interface PassageLikeness {
  readonly passage: number;
  /** Its title and headings. */
  readonly context: number;
  /** The title of its article or another wording of what it answers, the most like one. */
  readonly title: number;
  /** Of each sentence. */
  readonly sentences: readonly number[];
  /** Of each list of steps. */
  readonly lists: readonly number[];
}

/** Compares everything with the question at one go: most of the work is the same for all texts. */
export function compareTexts(
  candidates: readonly Candidate[],
  cut: readonly (readonly PassageSentence[])[],
  likeness: ((texts: readonly string[]) => readonly number[]) | undefined,
): PassageLikeness[] {
  const groups = candidates.map(({ article, context, text }, n) => {
    const sentences = cut[n] ?? [];
    return {
      single: [text, context],
      titles: [article.title, ...article.alsoAskedAs],
      sentences: sentences.map(({ start, end }) => text.slice(start, end)),
      lists: listsOf(text, sentences),
    };
  });
  const all = groups.flatMap(({ single, titles, sentences, lists }) => [...single, ...titles, ...sentences, ...lists]);
  const compared = likeness?.(all) ?? all.map(() => 0);
  let at = 0;
  const take = (texts: readonly string[]): readonly number[] => {
    at += texts.length;
    return compared.slice(at - texts.length, at);
  };
  return groups.map(({ single, titles, sentences, lists }) => {
    const [passage = 0, context = 0] = take(single);
    return {
      passage,
      context,
      title: Math.max(...take(titles)),
      sentences: take(sentences),
      lists: take(lists),
    };
  });
}

/** Lists are numbered from 0. */
function listsOf(text: string, sentences: readonly PassageSentence[]): string[] {
  const count = sentences.reduce((most, { list = -1 }) => Math.max(most, list + 1), 0);
  return Array.from({ length: count }, (_, list) => {
    const own = sentences.filter((sentence) => sentence.list === list);
    return text.slice(own[0]?.start, own.at(-1)?.end);
  });
}
