import { componentMeaning } from "./component";
import type { Scanner } from "./scanner";
import { readTag } from "./tag";

/** A line that begins with the tag of a component; false when it only looks like one. */
export function componentLine(scanner: Scanner, content: string, indent: number, source: number): boolean {
  let text = content;
  let tag = readTag(text);
  let used = 0;
  while (!tag && used < 40 && scanner.at + used + 1 < scanner.lines.length) {
    const next = scanner.lines[scanner.at + ++used] ?? "";
    if (next.trim() === "") return false;
    text += `\n${next.trim()}`;
    tag = readTag(text);
  }
  if (!tag) return false;
  const rest = text.slice(tag.end).trim();
  if (tag.closing) {
    if (!scanner.closeNamed("tag", tag.name, source)) return false;
  } else {
    const closed = closedLater(scanner, tag.name, rest);
    const meaning = componentMeaning(tag);
    // An angle bracket around a placeholder (`<Device name>`) is no component.
    if (!tag.selfClosing && !closed) return false;
    if (!meaning.known) unknown(scanner, tag.name, source);
    if (tag.selfClosing) scanner.emit(meaning.markdown ? " ".repeat(indent) + meaning.markdown : "", source, true);
    else {
      const container = meaning.container ?? { type: "group" as const };
      scanner.open({ container, mode: "tag", name: tag.name, colons: 0 }, indent, source);
    }
  }
  scanner.at += used;
  if (rest !== "") afterTag(scanner, rest, indent, source + used);
  return true;
}

function closedLater(scanner: Scanner, name: string, rest: string): boolean {
  const end = `</${name}>`;
  return rest.includes(end) || scanner.lastLineWith(end) > scanner.at;
}

/** Text on the line of a tag, and the tag that may end that line. */
function afterTag(scanner: Scanner, rest: string, indent: number, source: number): void {
  const closing = /^(.*?)(<\/[A-Z][\w.]*>)\s*$/s.exec(rest);
  const text = closing?.[1]?.trim() ?? rest;
  const frame = scanner.frames.at(-1);
  if (frame?.mode === "tag") frame.strip ??= 0;
  if (text !== "") {
    scanner.emit("", source);
    scanner.block(" ".repeat(indent) + text, source);
  }
  if (closing?.[2]) {
    const name = closing[2].slice(2, -1);
    if (!scanner.closeNamed("tag", name, source)) scanner.emit(closing[2], source, true);
  }
}

function unknown(scanner: Scanner, name: string, source: number): void {
  scanner.faults.push({
    code: "unknown-component",
    severity: "warning",
    file: scanner.file,
    line: source,
    expected: "Markdown, or a component that is known here",
    found: `<${name}>`,
  });
}
