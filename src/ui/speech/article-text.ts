import type { Piece } from "./spoken-pieces";

/** A stretch of a block's text, and where it stands in the document; what was put between table cells stands nowhere. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly node: Text;
}

/** A heading, paragraph, list item or table row, as it is read aloud. */
export interface TextBlock {
  readonly element: Element;
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** What the eye skips, and what would be no help to the ear. */
const UNREAD = [
  "pre, script, style, template, noscript, svg, video, audio, iframe, button, input, select, textarea, form",
  "[hidden], [aria-hidden=true], [role=tablist], .heading-link, .visually-hidden, .sr-only",
  "[data-action], [data-footnote-ref], .data-footnote-backref, html:not(.is-expired) .expired",
].join(", ");
/** What stands in a line; everything else begins a block of its own. */
const INLINE = new Set(
  "A ABBR B BDI BDO CITE CODE DATA DEL DFN EM I INS KBD LABEL MARK Q RP RT RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR".split(
    " ",
  ),
);

/**
 * The texts of an element in reading order, without code blocks, controls and what is not shown.
 *
 * @param cellGap what is said between two cells of a table's row
 */
export function readableBlocks(root: Element, cellGap: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: { element: Element; text: string; stretches: Stretch[] } | undefined;

  function close(): void {
    if (open && open.text.trim() !== "") blocks.push(open);
    open = undefined;
  }

  function add(node: Text, element: Element): void {
    // A line feed in the source is a space to the reader; one sign for one keeps the offsets.
    const text = node.data.replace(/\s/g, " ");
    open ??= { element, text: "", stretches: [] };
    open.stretches.push({ start: open.text.length, end: open.text.length + text.length, node });
    open.text += text;
  }

  function walk(element: Element, block: Element): void {
    for (const child of element.childNodes) {
      // Between cells the source's spaces are not shown.
      if (child.nodeType === Node.TEXT_NODE && element.tagName !== "TR") add(child as Text, block);
      if (child.nodeType !== Node.ELEMENT_NODE) continue;
      const inner = child as Element;
      if (!isRead(inner)) continue;
      if (INLINE.has(inner.tagName)) walk(inner, block);
      else if (isCell(inner) && open?.text.trim()) {
        open.text += cellGap;
        walk(inner, block);
      } else if (isCell(inner)) walk(inner, block);
      else {
        close();
        walk(inner, inner);
        close();
      }
    }
  }

  if (isRead(root)) walk(root, root);
  close();
  return blocks;
}

/** Where a piece of a block's text stands in the document; the whole block, when its text is another one by now. */
export function rangeOf({ element, stretches }: TextBlock, { start, end }: Pick<Piece, "start" | "end">): Range {
  const range = document.createRange();
  const first = stretches.find((stretch) => stretch.end > start);
  const last = stretches.findLast((stretch) => stretch.start < end);
  if (first && last && isAsItWas(first) && isAsItWas(last)) {
    range.setStart(first.node, Math.max(0, start - first.start));
    range.setEnd(last.node, Math.min(last.end, end) - last.start);
  } else range.selectNodeContents(element);
  return range;
}

/** Marking a quotation cuts texts, and taking the mark away joins them. */
function isAsItWas({ node, start, end }: Stretch): boolean {
  return node.isConnected && node.length === end - start;
}

function isCell(element: Element): boolean {
  return element.tagName === "TD" || element.tagName === "TH";
}

function isRead(element: Element): boolean {
  // Older browsers cannot tell what a closed fold hides, and read it too.
  return !element.matches(UNREAD) && element.checkVisibility?.() !== false;
}
