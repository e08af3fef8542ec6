import { isStopWord } from "../../text/stop-words";
import type { CatalogArticle } from "../catalog";

/** Words in Latin script, with what names of products and versions hold: `C++`, `v2.3.5`, `WiFi101`. */
const WORD = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.+#-]*/gu;
/** What stands before a word in the middle of a sentence. */
const MIDDLE = /[\p{L}\p{N},，、] ?$/u;
const HAN = /\p{Script=Han}/u;

/**
 * Whether two titles name different things, each a name that the other has not: "on Windows" and "on macOS",
 * "v2.3.5" and "v2.3.7". Such articles are alike because their subjects are, and both are needed.
 */
export function namesApart(a: CatalogArticle, b: CatalogArticle): boolean {
  return hasOwnName(a, b) && hasOwnName(b, a);
}

/**
 * A name has a digit, or stands among Han characters, or has a capital in the middle of a sentence and is written
 * in no other way.
 */
function hasOwnName(article: CatalogArticle, other: CatalogArticle): boolean {
  const known = new Set(wordsOf(other.title).map(({ word }) => word.toLowerCase()));
  const own = wordsOf(article.title).filter(
    ({ word }) => !known.has(word.toLowerCase()) && !isStopWord(word.toLowerCase()),
  );
  if (own.length === 0) return false;
  if (HAN.test(article.title) || own.some(({ word }) => /\p{N}/u.test(word))) return true;
  const written = [article, other].flatMap(({ title, alsoAskedAs, document }) =>
    [title, ...alsoAskedAs, ...document.passages.map(({ text }) => text)].flatMap(wordsOf),
  );
  const all = new Set(written.map(({ word }) => word));
  const inside = new Set(written.flatMap(({ word, middle }) => (middle ? [word] : [])));
  return own.some(({ word }) => /\p{Lu}/u.test(word) && inside.has(word) && !all.has(word.toLowerCase()));
}

function wordsOf(text: string): { word: string; middle: boolean }[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: word.replace(/[.-]+$/, ""),
    middle: MIDDLE.test(text.slice(Math.max(0, index - 2), index)),
  }));
}
