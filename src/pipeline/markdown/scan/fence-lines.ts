import { closesFence } from "./block-starts";
import { dedent, indentOf } from "./indentation";
import type { Scanner } from "./scanner";

/** Takes the indentation of the open containers off a line, and closes those that end with it. */
export function enterFrames(scanner: Scanner, line: string, source: number): string {
  let text = line;
  for (let depth = 0; depth < scanner.frames.length; depth++) {
    const frame = scanner.frames[depth];
    if (!frame) break;
    const indent = indentOf(text);
    if (frame.mode === "indent") {
      const extra = indent - frame.indent;
      frame.strip ??= extra >= 4 ? 4 : extra >= 2 && scanner.lines[scanner.at - 1]?.trim() !== "" ? extra : 4;
      if (extra < frame.strip) {
        if (scanner.fence && scanner.fence.frames > depth && fenceClosesLater(scanner, frame.indent + frame.strip)) {
          return text.trimStart();
        }
        scanner.closeFrom(depth, source);
        break;
      }
      text = dedent(text, frame.strip);
    } else if (frame.mode === "tag" || frame.mode === "template") {
      if (frame.strip === undefined && !/^\s*(?:<\/|\{[{%]|:::\s*[\w-]+-end)/.test(text))
        frame.strip = Math.max(0, indent - frame.indent);
      text = dedent(text, Math.min(Math.max(0, indent - frame.indent), frame.strip ?? 0));
    }
  }
  return text;
}

/** Code that its author indented less than its box still belongs to the box when the closing fence does. */
function fenceClosesLater(scanner: Scanner, indent: number): boolean {
  const fence = scanner.fence;
  if (!fence) return false;
  const limit = Math.min(scanner.lines.length, scanner.at + 400);
  for (let index = scanner.at + 1; index < limit; index++) {
    const line = scanner.lines[index] ?? "";
    if (closesFence(line.trim(), fence)) return indentOf(line) >= indent;
  }
  return false;
}

/** A line inside code; false when the code ended before it. */
export function codeLine(scanner: Scanner, line: string, content: string, indent: number, source: number): boolean {
  const fence = scanner.fence;
  if (!fence) return false;
  const code = fence.quoted ? content.replace(/^(?:>\s?)+/, "") : content;
  const over = fence.quoted ? !content.startsWith(">") : indent < fence.floor && scanner.frames.length === fence.frames;
  if (over) {
    scanner.fence = undefined;
    return false;
  }
  if (closesFence(code.trim(), fence) && (fence.quoted || indent - fence.floor < 4)) scanner.fence = undefined;
  scanner.emit(line, source);
  return true;
}
