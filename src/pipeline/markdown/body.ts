import type { BodyPart, ParsedDocument, Reference } from "./document";

/** A place between two characters of a body. */
interface Place {
  readonly part: number;
  readonly offset: number;
}

/** A tag of a body: in its strings `<` begins a tag and nothing else. */
interface BodyTag {
  readonly start: Place;
  readonly name: string;
  readonly closing: boolean;
  /** How many elements are open around it. */
  readonly depth: number;
  readonly id: string | undefined;
}

const TAG = /<(\/?)([a-z][a-z0-9]*)(?: (?:[^<>]*? )?id="([^"]*)")?/g;
const VOID = new Set(["br", "hr", "img", "input", "source", "track", "wbr", "col"]);

/**
 * The body, or the part of it under one heading (or the one element of that id), ready to stand inside another
 * article: without ids, which must be unique there.
 *
 * @param anchor one of the document's anchors, or `""` for the whole body
 * @param below depth of the heading it will stand under: its own headings go deeper than that
 * @returns no parts when there is no such anchor
 */
export function bodySection(document: Pick<ParsedDocument, "body">, anchor: string, below = 1): readonly BodyPart[] {
  const { body } = document;
  const section = anchor === "" ? body : cut(body, anchor);
  const shift = below + 1 - highestHeading(section);
  return section.map((part) => (typeof part === "string" ? withoutIds(lowered(part, shift)) : deeper(part, shift)));
}

function cut(body: readonly BodyPart[], anchor: string): BodyPart[] {
  const id = anchor.replace(
    /[&<>"]/g,
    (character) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[character]};`,
  );
  const tags = tagsOf(body);
  const first = tags.findIndex((tag) => tag.id === id);
  const start = tags[first];
  if (!start) return [];
  const level = headingLevel(start);
  const last = tags.slice(first + 1).find((tag) => {
    if (level === 0) return tag.closing && tag.depth === start.depth;
    const nextHeading = tag.depth === start.depth && headingLevel(tag) > 0 && headingLevel(tag) <= level;
    return nextHeading || (tag.closing && tag.depth < start.depth);
  });
  if (!last) return between(body, start.start, { part: body.length, offset: 0 });
  const length = level === 0 ? `</${last.name}>`.length : 0;
  return between(body, start.start, { part: last.start.part, offset: last.start.offset + length });
}

function tagsOf(body: readonly BodyPart[]): BodyTag[] {
  const tags: BodyTag[] = [];
  let depth = 0;
  body.forEach((html, part) => {
    if (typeof html !== "string") return;
    for (const match of html.matchAll(TAG)) {
      const name = match[2] ?? "";
      const closing = match[1] === "/";
      if (closing) depth--;
      tags.push({ start: { part, offset: match.index }, name, closing, depth, id: match[3] });
      if (!closing && !VOID.has(name)) depth++;
    }
  });
  return tags;
}

function headingLevel(tag: BodyTag): number {
  return tag.closing ? 0 : Number(/^h([1-6])$/.exec(tag.name)?.[1] ?? 0);
}

function between(body: readonly BodyPart[], start: Place, end: Place): BodyPart[] {
  const parts: BodyPart[] = [];
  for (let index = start.part; index <= end.part && index < body.length; index++) {
    const part = body[index];
    if (part === undefined) continue;
    if (typeof part !== "string") {
      if (index < end.part) parts.push(part);
      continue;
    }
    const text = part.slice(index === start.part ? start.offset : 0, index === end.part ? end.offset : part.length);
    if (text !== "") parts.push(text);
  }
  return parts;
}

function highestHeading(parts: readonly BodyPart[]): number {
  let highest = 6;
  for (const part of parts) {
    if (typeof part !== "string") continue;
    for (const match of part.matchAll(/<h([1-6])/g)) highest = Math.min(highest, Number(match[1]));
  }
  return highest;
}

function lowered(html: string, shift: number): string {
  return html.replace(/<(\/?)h([1-6])/g, (_, slash: string, depth: string) => {
    return `<${slash}h${Math.max(2, Math.min(6, Number(depth) + shift))}`;
  });
}

function withoutIds(html: string): string {
  return html.replace(/(<[a-z][^<>]*?) id="[^"]*"/g, "$1").replace(/(<a[^<>]*?) aria-describedby="[^"]*"/g, "$1");
}

function deeper(part: Reference, shift: number): Reference {
  return part.type === "embed" ? { ...part, depth: Math.max(1, Math.min(6, part.depth + shift)) } : part;
}
