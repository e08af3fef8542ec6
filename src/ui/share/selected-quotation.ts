import type { Quotation } from "../../domain/answer";
import { blockOf, SKIPPED } from "../answer/find-quotation";

/** What a link names of selected words. */
export type SelectedQuotation = Pick<Quotation, "anchor" | "text">;

/** Fewer letters are found in too many places. */
const LEAST_LETTERS = 4;
const LETTERS = /[\p{L}\p{N}]/gu;
const HEADINGS = ":is(h2, h3, h4, h5, h6)[id]";

/**
 * The words of an article that are selected, block by block, and the heading above them.
 *
 * @returns `undefined` when next to nothing of the article is selected
 */
export function selectedQuotation(prose: Element, selected: Range): SelectedQuotation | undefined {
  const lines: string[] = [];
  let block: Element | null | undefined;
  for (const [node, text] of selectedTexts(prose, selected)) {
    const own = blockOf(node);
    if (lines.length > 0 && own === block) lines[lines.length - 1] += text;
    else lines.push(text);
    block = own;
  }
  const text = lines
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
  if ((text.match(LETTERS)?.length ?? 0) < LEAST_LETTERS) return undefined;
  return { anchor: anchorAbove(prose, selected), text };
}

/** The selected part of every text node that belongs to the article's words. */
function* selectedTexts(prose: Element, selected: Range): Generator<readonly [Text, string]> {
  const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (!selected.intersectsNode(node) || node.parentElement?.closest(SKIPPED)) continue;
    const from = node === selected.startContainer ? selected.startOffset : 0;
    const to = node === selected.endContainer ? selected.endOffset : node.data.length;
    if (from < to) yield [node, node.data.slice(from, to)];
  }
}

function anchorAbove(prose: Element, { startContainer }: Range): string {
  const above = [...prose.querySelectorAll(HEADINGS)].filter(
    (heading) =>
      heading.contains(startContainer) ||
      (heading.compareDocumentPosition(startContainer) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return above.at(-1)?.id ?? "";
}
