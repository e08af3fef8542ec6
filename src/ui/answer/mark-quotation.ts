import type { PageAddress, PageVisit } from "../behaviour/page-visit";
import { findQuotation } from "./find-quotation";
import { markRange } from "./mark-range";
import { QUOTE_FRAGMENT } from "./quote-fragment";
import { type QuoteTarget, readQuote } from "./quote-link";

const BLOCK = "p, li, td, th, dd, dt, pre, blockquote, figcaption, summary, h1, h2, h3, h4, h5, h6, div";
/** Where Escape has a meaning of its own. */
const OTHER_ESCAPE = "dialog, details[data-menu], input, select, textarea";

let unmark: (() => void) | undefined;

/**
 * Shows the words that the address quotes: opens what hides them, marks them, scrolls to them and moves the focus there,
 * until the reader takes the mark away. When the words are no longer there, the heading above them is shown.
 */
export function markQuotation(prose: HTMLElement, { address, lifetime }: PageVisit): void {
  if (lifetime.aborted) return;
  unmark?.();
  unmark = undefined;
  const target = readQuote(address.url.hash);
  if (!target) return;
  const range = findQuotation(prose, target);
  const unmarkText = range ? markText(range) : showSection(prose, target);
  const bar = quotationBar(range !== undefined);
  const close = () => {
    if (bar?.contains(document.activeElement))
      document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
    unmark?.();
    unmark = undefined;
    forgetQuote(address, target);
  };
  const onKey = (event: KeyboardEvent) => {
    const isOthers = event.target instanceof Element && event.target.closest(OTHER_ESCAPE) !== null;
    if (event.key === "Escape" && !event.defaultPrevented && !isOthers) close();
  };
  bar?.querySelector("button")?.addEventListener("click", close);
  addEventListener("keydown", onKey, { signal: lifetime });
  unmark = () => {
    unmarkText();
    bar?.remove();
    removeEventListener("keydown", onKey);
  };
}

/** @returns a function that takes the mark away */
function markText(range: Range): () => void {
  reveal(range.startContainer.parentElement);
  reveal(range.endContainer.parentElement);
  const { marks, remove } = markRange(range);
  const [first] = marks;
  if (first) show(first.closest<HTMLElement>(BLOCK) ?? first, "center");
  return remove;
}

function showSection(prose: HTMLElement, { anchor }: QuoteTarget): () => void {
  const heading = anchor === "" ? null : document.getElementById(anchor);
  if (heading) reveal(heading);
  show(heading ?? prose, heading ? "start" : "nearest");
  return () => undefined;
}

/** Whatever is closed around an element opens. */
function reveal(element: Element | null): void {
  for (let at = element; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  if (element?.closest(".tab[hidden]")) element.dispatchEvent(new Event("tab-reveal", { bubbles: true }));
}

/** Into sight, and the keyboard and screen readers go on from there. */
function show(element: HTMLElement, block: ScrollLogicalPosition): void {
  // Smooth or not is for the style sheet, which knows who wants no motion.
  element.scrollIntoView({ block });
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Says that there is a mark, and takes it away: prepared by the build, see `components/article-parts.tsx`. */
function quotationBar(found: boolean): HTMLElement | undefined {
  const template = document.querySelector<HTMLTemplateElement>("template#article-parts");
  const bar = template?.content.querySelector("[data-quotation]")?.cloneNode(true) as HTMLElement | undefined;
  if (!bar) return undefined;
  bar.querySelector(found ? "[data-gone]" : "[data-marked]")?.remove();
  document.body.append(bar);
  const status = document.querySelector("[data-status]");
  if (status) status.textContent = bar.querySelector("span")?.textContent ?? "";
  return bar;
}

/** Without its mark the place keeps an address that can be shared. */
function forgetQuote(address: PageAddress, { anchor }: QuoteTarget): void {
  const { url } = address;
  if (!url.hash.startsWith(QUOTE_FRAGMENT)) return;
  url.hash = encodeURIComponent(anchor);
  address.replace(url);
}
