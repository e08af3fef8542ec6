const VOWEL = /[aeiouy]/;
/** Doubled consonants that belong to the word itself: install, process, buzz. */
const KEPT_DOUBLE = /(?:ll|ss|zz)$/;

/**
 * The light stem of a folded English word: plural, -ing and -ed endings off, then a final silent e, so
 * that update, updates, updated and updating meet. Stems are keys, not words, and are never shown.
 * Words of other scripts, with digits, or shorter than four letters come back unchanged.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return silent(suffix(plural(word)));
}

function plural(word: string): string {
  if (!word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:sses|shes|ches|xes|zzes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function suffix(word: string): string {
  const ending = word.endsWith("ing") ? 3 : word.endsWith("ed") && !word.endsWith("eed") ? 2 : 0;
  if (ending === 0) return word;
  const base = word.slice(0, -ending);
  if (base.length < 3 || !VOWEL.test(base)) return word;
  const doubled = base.at(-1) === base.at(-2) && !VOWEL.test(base.at(-1) ?? "") && !KEPT_DOUBLE.test(base);
  return doubled ? base.slice(0, -1) : base;
}

function silent(word: string): string {
  if (word.length > 3 && word.endsWith("e") && !word.endsWith("ee")) return word.slice(0, -1);
  if (word.length > 3 && word.endsWith("y") && !VOWEL.test(word.at(-2) ?? "")) return `${word.slice(0, -1)}i`;
  return word;
}
