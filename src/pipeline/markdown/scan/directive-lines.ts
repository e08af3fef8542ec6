import { closesFence, fenceStart } from "./block-starts";
import { type Directive, directiveMeaning } from "./directive";
import { embed } from "./embed";
import { EMBED } from "./marks";
import type { Scanner } from "./scanner";

const OPENING = /^(`{3,}|~{3,}|:{3,})\s*\{([A-Za-z][\w:-]*)\}\s*(.*)$/;
const OPTION = /^\s*:([\w-]+):\s*(.*)$/;
/** What only MyST has. */
const MYST =
  /^\s*(?:`{3,}|:{3,})\{(?:note|warning|tip|important|seealso|admonition|toctree|contents|code-block|figure|image|include|tab-set|dropdown|eval-rst|list-table|version\w+)\}|^\([\w:.-]+\)=\s*$/;

/** A line that opens a directive of MyST; false for any other, code in braces included. */
export function directiveLine(scanner: Scanner, content: string, indent: number, source: number): boolean {
  const match = OPENING.exec(content);
  if (!match?.[1] || !match[2]) return false;
  const { options, used } = readOptions(scanner);
  const directive: Directive = { name: match[2], argument: match[3] ?? "", options };
  const meaning = directiveMeaning(directive);
  if (!meaning) return false;
  const marker = match[1];
  const colon = marker.startsWith(":");
  if (meaning.type === "code" && colon) return false;
  const margin = " ".repeat(indent);
  if (meaning.type === "code") {
    // An ordinary fence from here on.
    scanner.startFence(margin + marker + meaning.language, fenceStart(marker), indent, source);
  } else if (meaning.type === "container") {
    const name = colon ? directive.name : marker;
    const opening = { container: meaning.container, name, colons: colon ? marker.length : 0 };
    scanner.open({ ...opening, mode: colon ? "colon" : "fence" }, indent, source);
    if (meaning.lead) scanner.block(margin + meaning.lead, source);
    // Whatever comes next is not the end of that line.
    if (meaning.lead?.startsWith("![")) scanner.emit("", source);
  } else {
    scanner.emit(meaning.type === "embed" ? margin + embed(EMBED, meaning.target) : "", source);
    passOver(scanner, marker, used);
    return true;
  }
  if (meaning.type !== "code") for (let n = 1; n <= used; n++) scanner.emit("", source + n);
  scanner.at += used;
  return true;
}

/** `(label)=`, `% comment` and `+++` between blocks; only in a file that is MyST. */
export function mystLine(scanner: Scanner, content: string, indent: number, source: number): boolean {
  if (indent > 0 || scanner.paragraph || !/^(?:\([\w:.-]+\)=|%(?:\s.*)?|\+\+\+.*)$/.test(content)) return false;
  if (scanner.lastLineWith(MYST) < 0) return false;
  const label = /^\(([\w:.-]+)\)=$/.exec(content)?.[1];
  if (label) {
    scanner.open({ container: { type: "anchor", id: label }, mode: "single", name: "", colons: 0 }, indent, source);
  }
  scanner.emit("", source);
  return true;
}

/** The lines of `:key: value` right below the opening line, or the same between two `---`. */
function readOptions(scanner: Scanner): { options: Record<string, string>; used: number } {
  const options: Record<string, string> = {};
  const line = (n: number) => scanner.lines[scanner.at + n] ?? "";
  let used = 0;
  if (line(1).trim() === "---") {
    let end = 2;
    while (end < 30 && line(end).trim() !== "---") end++;
    if (line(end).trim() !== "---") return { options, used };
    for (let n = 2; n < end; n++) {
      const match = /^\s*([\w-]+):\s*(.*)$/.exec(line(n));
      if (match?.[1]) options[match[1]] = match[2] ?? "";
    }
    return { options, used: end };
  }
  for (let match = OPTION.exec(line(1)); match?.[1]; match = OPTION.exec(line(used + 1))) {
    options[match[1]] = match[2] ?? "";
    used++;
  }
  return { options, used };
}

function passOver(scanner: Scanner, marker: string, used: number): void {
  const fence = fenceStart(marker);
  const closes = (text: string) =>
    fence ? closesFence(text, fence) : /^:{3,}$/.test(text) && text.length >= marker.length;
  let last = scanner.at + used + 1;
  while (last < scanner.lines.length && !closes((scanner.lines[last] ?? "").trim())) last++;
  if (last >= scanner.lines.length) last = scanner.lines.length - 1;
  for (let at = scanner.at + 1; at <= last; at++) scanner.emit("", scanner.firstLine + at);
  scanner.at = Math.max(scanner.at, last);
}
