import { indentOf } from "./indentation";
import type { Scanner } from "./scanner";

const TAB = /^#{1,6}\s+\[(.+)\]\(#tab\/[^)]*\)\s*$/;
const TAB_NAME = "#tab";

/** Lines of Microsoft Learn that look like containers: `:::image … :::`, `:::row:::`, `::: zone-end`. */
export function learnLine(scanner: Scanner, line: string, content: string, source: number): boolean {
  const ending = /^:{3}\s*([\w-]+)-end\s*(?::{3})?$/.exec(content)?.[1];
  if (ending) {
    if (scanner.closeNamed("tag", `:${ending}`, source)) return true;
    if (!scanner.closeNamed("colon", ending, source)) scanner.emit("", source);
    return true;
  }
  if (!/^:{3}\s*[\w-]+.*:{3}$/.test(content)) return false;
  const box = /^:{3}\s*(row|column)\b/.exec(content)?.[1];
  if (box) {
    scanner.open({ container: { type: "group" }, mode: "tag", name: `:${box}`, colons: 0 }, indentOf(line), source);
    return true;
  }
  const picture = /^:{3}\s*(?:image|no-loc|video)\b/.test(content);
  scanner.emit(picture ? line : "", source, picture);
  scanner.paragraph = picture;
  return true;
}

/** `# [Label](#tab/x)` opens a tab of Microsoft Learn; the next one or a rule ends it. */
export function learnTab(scanner: Scanner, content: string, indent: number, source: number): boolean {
  const label = TAB.exec(content)?.[1];
  if (label === undefined) return false;
  closeLearnTab(scanner, source);
  scanner.open({ container: { type: "tab", label }, mode: "tag", name: TAB_NAME, colons: 0 }, indent, source);
  const frame = scanner.frames.at(-1);
  if (frame) frame.strip = 0;
  return true;
}

export function closeLearnTab(scanner: Scanner, source: number): boolean {
  return scanner.frames.at(-1)?.name === TAB_NAME && scanner.closeNamed("tag", TAB_NAME, source);
}
