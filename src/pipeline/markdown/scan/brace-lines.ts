import { classedBlock } from "./labelled-lines";
import type { Scanner } from "./scanner";
import { isSteeringLine } from "./skipped-lines";
import { templateLine } from "./template-lines";

/** Lines that begin with a brace: tags of Hugo and Liquid, attribute lists, MDX comments. */
export function braceLine(scanner: Scanner, content: string, indent: number, source: number): boolean {
  if (isSteeringLine(content)) {
    if (/^\{:toc\b/i.test(content)) dropPlaceholder(scanner);
    scanner.emit("", source);
    return true;
  }
  const attributes = /^\{:\s*([^{}]*)\}$/.exec(content) ?? /^\{\s*([.#][^{}]*)\}$/.exec(content);
  if (attributes && classedBlock(scanner, attributes[1] ?? "", indent, source)) return true;
  if (attributes) return attributeLine(scanner, attributes[1] ?? "", indent, source);
  if (scanner.skip(content, source)) return true;
  return templateLine(scanner, content, indent, source);
}

/** kramdown puts the table of contents in the place of the list item above. */
function dropPlaceholder(scanner: Scanner): void {
  const before = scanner.out.at(-1);
  if (before && /^\s*(?:[-*+]|\d+\.)\s/.test(before.text)) before.text = "";
}

function attributeLine(scanner: Scanner, list: string, indent: number, source: number): boolean {
  const id = /(?:^|\s)#([^\s.#=]+)/.exec(list)?.[1];
  const before = scanner.out.at(-1);
  if (id && before && /^\s{0,3}#{1,6}\s/.test(before.text)) before.text += ` {#${id}}`;
  else if (id) scanner.open({ container: { type: "anchor", id }, mode: "single", name: "", colons: 0 }, indent, source);
  scanner.emit("", source);
  scanner.paragraph = false;
  return true;
}
