import { RAW_ELEMENT_END } from "./block-starts";
import { indentOf } from "./indentation";
import type { Scanner } from "./scanner";

/** A line that begins with a comment: the comment goes, what follows it on its last line is a line of its own. */
export function commentLine(scanner: Scanner, line: string, content: string, source: number): boolean {
  if (!content.startsWith("<!--")) return false;
  if (scanner.skip(content, source)) return true;
  const last = commentEnd(scanner);
  if (last < 0) {
    broken(scanner, "a comment that ends with -->", "<!--", source);
    scanner.emit(line.replace("<!--", "&lt;!--"), source, true);
    scanner.paragraph = true;
    return true;
  }
  const closing = scanner.lines[scanner.at + last] ?? "";
  const after = closing.slice(closing.indexOf("-->", last === 0 ? closing.indexOf("<!--") + 4 : 0) + 3).trim();
  for (let index = 0; index < last; index++) scanner.emit("", scanner.firstLine + scanner.at + index);
  scanner.at += last;
  if (after === "") {
    scanner.emit("", scanner.firstLine + scanner.at);
    scanner.paragraph = false;
  } else scanner.block(" ".repeat(indentOf(line)) + after, scanner.firstLine + scanner.at);
  return true;
}

/** How many lines below this one the comment that begins here ends; -1 when it never does. */
function commentEnd(scanner: Scanner): number {
  if (scanner.lastLineWith("-->") < scanner.at) return -1;
  for (let index = scanner.at; index < scanner.lines.length; index++) {
    const line = scanner.lines[index] ?? "";
    if (line.includes("-->", index === scanner.at ? line.indexOf("<!--") + 4 : 0)) return index - scanner.at;
  }
  return -1;
}

/** `<pre>`, `<script>` and the like: passed on up to the end tag, or text when there is none. */
export function rawElementLine(scanner: Scanner, line: string, content: string, name: string, source: number): void {
  const later = RAW_ELEMENT_END.test(content) || scanner.lastLineWith(RAW_ELEMENT_END) > scanner.at;
  if (!later) {
    broken(scanner, `</${name}> after <${name}>`, "the end of the file", source);
    scanner.emit(line.replace("<", "&lt;"), source, true);
    return;
  }
  if (!RAW_ELEMENT_END.test(content)) scanner.rawUntil = RAW_ELEMENT_END;
  scanner.paragraph = false;
  scanner.emit(line, source);
}

function broken(scanner: Scanner, expected: string, found: string, source: number): void {
  scanner.faults.push({ code: "unsafe-html", severity: "warning", file: scanner.file, line: source, expected, found });
}
