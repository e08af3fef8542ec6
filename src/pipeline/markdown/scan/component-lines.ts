import { componentMeaning } from "./component";
import type { Container } from "./container";
import { embed } from "./embed";
import { EMBED } from "./marks";
import type { Scanner } from "./scanner";
import { readTag, type Tag } from "./tag";

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
  const part = tag.selfClosing ? scanner.imports.get(tag.name) : undefined;
  if (part !== undefined && rest === "") {
    scanner.emit(" ".repeat(indent) + embed(EMBED, part), source);
    scanner.at += used;
    return true;
  }
  if (isInline(tag, rest)) return false;
  if (tag.closing) {
    if (!scanner.closeNamed("tag", tag.name, source)) return false;
  } else {
    const closed = closedLater(scanner, tag.name, rest);
    const meaning = componentMeaning(tag);
    // An angle bracket around a placeholder (`<Device name>`) is no component.
    if (!tag.selfClosing && !closed) return false;
    if (!meaning.known) scanner.fault(source, "Markdown, or a component that is known here", `<${tag.name}>`);
    if (tag.selfClosing) scanner.emit(meaning.markdown ? " ".repeat(indent) + meaning.markdown : "", source, true);
    else {
      const container = withLabel(scanner, tag, meaning.container ?? { type: "group" as const });
      scanner.open({ container, mode: "tag", name: tag.name, colons: 0 }, indent, source);
    }
  }
  scanner.at += used;
  if (rest !== "") afterTag(scanner, rest, indent, source + used);
  return true;
}

/** A tab without a label of its own may have one on its box. */
function withLabel(scanner: Scanner, tag: Tag, container: Container): Container {
  if (container.type !== "tab" || tag.attributes.label !== undefined || tag.attributes.title !== undefined)
    return container;
  const frame = scanner.frames.findLast((outer) => scanner.containers[outer.id]?.type === "tabs");
  const box = frame && scanner.containers[frame.id];
  if (!frame || box?.type !== "tabs" || !box.labels) return container;
  const place = scanner.labelled.get(frame.id) ?? 0;
  scanner.labelled.set(frame.id, place + 1);
  const named = box.labels.find((entry) => entry.value !== "" && entry.value === tag.attributes.value);
  const label = (named ?? (container.label === "" ? box.labels[place] : undefined))?.label;
  return label ? { ...container, label } : container;
}

/** A component at the beginning of a sentence. */
function isInline(tag: Tag, rest: string): boolean {
  if (tag.closing || rest === "") return false;
  const words = /^[^<\s{]/;
  if (tag.selfClosing) return words.test(rest);
  const end = rest.indexOf(`</${tag.name}>`);
  return end >= 0 && words.test(rest.slice(end + tag.name.length + 3).trim());
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
