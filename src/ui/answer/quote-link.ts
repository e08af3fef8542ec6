import type { Quotation } from "../../domain/answer";
import { sectionHref } from "../search/result-options";
import { QUOTE_FRAGMENT } from "./quote-fragment";

/** Enough to be the only such words in an article. Code points. */
const LONGEST_END = 40;
/** The number before a step stands in the list's markers, not in the article's text. */
const STEP_NUMBER = /^\d+[.)]\s+/;

/** What such a fragment names. */
export interface QuoteTarget {
  /** Id of the heading above; empty before the first one. */
  readonly anchor: string;
  readonly start: string;
  /** Empty when `start` is all there is. */
  readonly end: string;
}

/**
 * The address of quoted words: the article's, with `#ph-quote=<anchor>,<first words>,<last words>`, each percent-encoded.
 * A fragment never leaves the device. Only the ends are named, so that the address stays short and small edits in between
 * do no harm; the anchor serves when the words are gone.
 */
export function quoteHref(
  base: string,
  { article, anchor, text }: Pick<Quotation, "article" | "anchor" | "text">,
): string {
  const { start, end } = ends(text);
  return sectionHref(base, article) + QUOTE_FRAGMENT + [anchor, start, end].map(encodeURIComponent).join(",");
}

/** @returns `undefined` for any other fragment, and for one that was cut or broken on the way */
export function readQuote(hash: string): QuoteTarget | undefined {
  if (!hash.startsWith(QUOTE_FRAGMENT)) return undefined;
  try {
    const [anchor = "", start = "", end = ""] = hash.slice(QUOTE_FRAGMENT.length).split(",").map(decodeURIComponent);
    return { anchor, start, end };
  } catch {
    return undefined;
  }
}

/** The first and the last words of a text, each within one of its lines, which may be far apart on the page. */
function ends(text: string): Pick<QuoteTarget, "start" | "end"> {
  const lines = text.split("\n").map((line) => [...line.replace(STEP_NUMBER, "").trim()]);
  const first = lines[0] ?? [];
  const last = lines[lines.length - 1] ?? [];
  const start = first.slice(0, LONGEST_END).join("");
  const isWhole = lines.length === 1 && first.length <= LONGEST_END;
  return { start, end: isWhole ? "" : last.slice(-LONGEST_END).join("") };
}
