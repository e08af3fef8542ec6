import type { QuoteTarget } from "./quote-link";

/** What is no part of the article's words: the interface's own, readings above characters, footnote marks. */
export const SKIPPED =
  "button, script, style, template, rt, rp, [role=tablist], .copy-button, .heading-link, [data-footnote-ref], .data-footnote-backref";
const LETTER = /[\p{L}\p{N}]/u;
const MARK = /\p{M}/gu;
/** What may stand right after the last letter and belong to it: the end of a sentence, a closing bracket. */
const AFTER = /^[^\p{L}\p{N}\s([{“‘「『（【《]+/u;
const BEFORE = /["'“‘「『（([{【《¿¡]+$/u;

/** The letters of a text with the place of each. */
interface Letters {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** By letter: index into `nodes`, and where in that node the letter begins and ends. */
  readonly at: readonly (readonly [node: number, from: number, to: number])[];
}

/**
 * Finds quoted words. Only letters and digits are compared, across elements: white space, punctuation and markup may
 * differ between a text and the page that shows it.
 *
 * @returns `undefined` when neither the first nor the last words are there; when only one end is, that end
 */
export function findQuotation(prose: Element, { anchor, start, end }: QuoteTarget): Range | undefined {
  const letters = lettersOf(prose);
  const heading = anchor === "" ? null : document.getElementById(anchor);
  const section = heading ? firstAfter(letters, heading) : 0;
  const [first, last] = [fold(start), fold(end)];
  const from = indexFrom(letters.text, first, section);
  const to = last === "" ? -1 : from < 0 ? indexFrom(letters.text, last, section) : letters.text.indexOf(last, from);
  if (from < 0 && to < 0) return undefined;
  const begin = from < 0 ? to : from;
  return rangeOf(letters, begin, to < 0 ? begin + first.length : to + last.length);
}

/** Where `words` stand: in their section or below it, else anywhere. */
function indexFrom(text: string, words: string, section: number): number {
  if (words === "") return -1;
  const at = text.indexOf(words, section);
  return at >= 0 ? at : text.indexOf(words);
}

function lettersOf(prose: Element): Letters {
  const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  const at: [number, number, number][] = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest(SKIPPED)) continue;
    const { data } = node as Text;
    let from = 0;
    for (const character of data) {
      const folded = fold(character);
      for (let unit = 0; unit < folded.length; unit++) at.push([nodes.length, from, from + character.length]);
      text += folded;
      from += character.length;
    }
    nodes.push(node as Text);
  }
  return { text, nodes, at };
}

/** Letters and digits alone, in one form and one case. */
function fold(text: string): string {
  let folded = "";
  for (const character of text.normalize("NFKD").replace(MARK, "").toLowerCase()) {
    if (LETTER.test(character)) folded += character;
  }
  return folded;
}

/** Index of the first letter behind an element's own. */
function firstAfter({ nodes, at }: Letters, element: Element): number {
  const index = at.findIndex(([node]) => {
    const position = element.compareDocumentPosition(nodes[node]!);
    return (
      (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && (position & Node.DOCUMENT_POSITION_CONTAINED_BY) === 0
    );
  });
  return Math.max(0, index);
}

/** From one letter up to another, with the punctuation that belongs to them. */
function rangeOf({ nodes, at }: Letters, begin: number, end: number): Range {
  const [firstNode, from] = at[begin]!;
  const [lastNode, , to] = at[end - 1]!;
  const [first, last] = [nodes[firstNode]!, nodes[lastNode]!];
  const range = document.createRange();
  range.setStart(first, from - (BEFORE.exec(first.data.slice(0, from))?.[0].length ?? 0));
  const next = nodes[lastNode + 1];
  // The end of a sentence may stand behind a link or emphasis in which its last word does.
  const behind = to === last.length && next && blockOf(next) === blockOf(last) ? punctuation(next.data) : 0;
  if (next && behind > 0) range.setEnd(next, behind);
  else range.setEnd(last, to + punctuation(last.data.slice(to)));
  return range;
}

function punctuation(text: string): number {
  return AFTER.exec(text)?.[0].length ?? 0;
}

/** The block that a text belongs to: a line of a text never runs over its end. */
export function blockOf(node: Text): Element | null | undefined {
  return node.parentElement?.closest("p, li, td, th, dd, dt, pre, summary, figcaption, div");
}
