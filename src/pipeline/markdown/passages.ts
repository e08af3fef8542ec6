import type { Passage } from "../../domain/article";
import { splitLongText } from "./split-long-text";
import type { TextBlock } from "./text-blocks";

/** Characters (UTF-16 units). */
const LONGEST_PASSAGE = 900;
/** How much longer than its fair share a passage may be before the next one begins. */
const SLACK = 120;

type PassageDraft = Pick<Passage, "anchor" | "headings" | "text">;
type HeadingBlock = Extract<TextBlock, { type: "heading" }>;

/**
 * Cuts an article into passages: never across a heading, at block boundaries where possible, each at most 900 long.
 * A heading with nothing but pictures under it is a passage of its own words.
 */
export function passagesOf(blocks: readonly TextBlock[]): PassageDraft[] {
  const passages: PassageDraft[] = [];
  const path: HeadingBlock[] = [];
  let texts: string[] = [];
  const flush = (next?: HeadingBlock) => {
    const last = path[path.length - 1];
    const isLeaf = last !== undefined && (next === undefined || next.depth <= last.depth);
    if (texts.length === 0 && isLeaf) texts = [last.text];
    const headings = path.map((heading) => heading.text);
    for (const text of pack(texts)) passages.push({ anchor: last?.anchor ?? "", headings, text });
    texts = [];
  };
  for (const block of blocks) {
    if (block.type === "text") {
      texts.push(block.text);
      continue;
    }
    flush(block);
    while (path.length > 0 && (path[path.length - 1]?.depth ?? 0) >= block.depth) path.pop();
    path.push(block);
  }
  flush();
  return passages;
}

/** Joins blocks into texts of about equal length, so that no crumb is left over at the end. */
function pack(blocks: readonly string[]): string[] {
  const pieces = blocks.flatMap((block) => splitLongText(block, LONGEST_PASSAGE));
  const total = pieces.reduce((sum, piece) => sum + piece.length + 1, -1);
  if (total <= LONGEST_PASSAGE) return pieces.length === 0 ? [] : [pieces.join("\n")];
  const share = total / Math.ceil(total / LONGEST_PASSAGE);
  const limit = Math.min(LONGEST_PASSAGE, share + SLACK);
  const texts: string[] = [];
  let text = "";
  for (const piece of pieces) {
    const joined = text === "" ? piece : `${text}\n${piece}`;
    if (text !== "" && joined.length > limit) {
      texts.push(text);
      text = piece;
    } else text = joined;
  }
  texts.push(text);
  return texts;
}
