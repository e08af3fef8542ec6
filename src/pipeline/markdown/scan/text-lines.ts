import { fenceStart, isHeadingOrRule, LIST_MARKER } from "./block-starts";
import { colonClosing, colonOpening } from "./colon-container";
import { indentOf } from "./indentation";
import { closeSentinel, openSentinel } from "./marks";
import { MAX_DEPTH, type Scanner } from "./scanner";

const MANY_HEADINGS = 200;
/** Lines that are no part of a heading with a line below it. */
const NO_HEADING = /^(?:\s{4}|\s*(?:[>|#]|[-*+]\s|\d+[.)]\s))/;

/** A line of a quotation. */
export function quoteLine(scanner: Scanner, line: string, content: string, source: number): void {
  const markers = /^(?:>\s?)+/.exec(content)?.[0] ?? "";
  const nesting = /^(?:(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))\s*)+/.exec(content)?.[0] ?? "";
  if (nesting.replace(/[\s\d]/g, "").length > MAX_DEPTH) {
    literal(scanner, content.slice(nesting.length), source);
    return;
  }
  const rest = content.slice(markers.length);
  if (quotedContainer(scanner, markers, rest.trim(), source)) return;
  const fence = fenceStart(rest.trimStart());
  if (fence) scanner.fence = { ...fence, quoted: true, floor: 0, frames: scanner.frames.length, indent: 0 };
  const code = fence !== undefined || (!scanner.paragraph && indentOf(rest) >= 4);
  scanner.paragraph = !code && rest.trim() !== "";
  scanner.emit(line, source, !code);
}

function literal(scanner: Scanner, text: string, source: number): void {
  const id = scanner.containers.push({ type: "literal", text }) - 1;
  scanner.lists = [];
  scanner.sentinel(openSentinel(id), 0, source);
}

/** Lists, headings, fences and paragraphs. */
export function textLine(scanner: Scanner, line: string, content: string, indent: number, source: number): void {
  let rest = content;
  let column = indent;
  for (let marker = LIST_MARKER.exec(rest); marker && !isHeadingOrRule(rest); marker = LIST_MARKER.exec(rest)) {
    // A number other than 1 cannot interrupt a paragraph, but it may be the next item of an open list.
    scanner.leaveLists(column);
    const space = marker[2]?.length ?? 0;
    const width = (marker[1]?.length ?? 1) + (space === 0 || space > 4 ? 1 : space);
    if (scanner.lists.length >= MAX_DEPTH) {
      literal(scanner, rest.slice(marker[0].length), source);
      return;
    }
    scanner.lists.push(column + width);
    column += width;
    scanner.paragraph = false;
    if (space > 4) {
      scanner.emit(line, source);
      return;
    }
    rest = rest.slice(marker[0].length);
  }
  const fence = fenceStart(rest);
  if (fence) {
    if (!scanner.paragraph) scanner.leaveLists(column);
    scanner.startFence(line, fence, column, source);
    return;
  }
  if (underline(scanner, content, indent, source)) return;
  scanner.paragraph = rest !== "" && !isHeadingOrRule(rest);
  scanner.emit(line, source, true);
}

/** `> :::tip` up to `> :::`. */
function quotedContainer(scanner: Scanner, markers: string, content: string, source: number): boolean {
  if (!content.startsWith(":::")) return false;
  if (colonClosing(content) > 0) {
    const id = scanner.quoted.pop();
    scanner.emit(id === undefined ? markers : markers + closeSentinel(id), source);
    return true;
  }
  const opening = colonOpening(content);
  if (!opening) return false;
  const id = scanner.containers.push(opening.container) - 1;
  scanner.quoted.push(id);
  scanner.paragraph = false;
  scanner.emit(markers + openSentinel(id), source);
  return true;
}

/**
 * The line below a heading. The time that micromark takes for such headings grows with the square of their number, so
 * that after many the rest are written with `#`.
 */
function underline(scanner: Scanner, content: string, indent: number, source: number): boolean {
  if (!scanner.paragraph || indent > 3 || !/^(?:=+|-+)$/.test(content)) return false;
  if (++scanner.underlined <= MANY_HEADINGS) return false;
  const { out } = scanner;
  let first = out.length;
  while (first > 0 && out[first - 1]?.prose && out[first - 1]?.text.trim() !== "") first--;
  const lines = out.slice(first);
  if (lines.length === 0 || lines.some(({ text }) => NO_HEADING.test(text))) return false;
  const heading = lines.map(({ text }) => text.trim()).join(" ");
  for (const line of lines) line.text = "";
  const [title] = lines;
  if (title) title.text = `${content.startsWith("=") ? "#" : "##"} ${heading.replace(/(#+)$/, "\\$1")}`;
  scanner.paragraph = false;
  scanner.emit("", source);
  return true;
}
