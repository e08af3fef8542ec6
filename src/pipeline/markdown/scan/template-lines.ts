import type { Scanner } from "./scanner";
import { readTemplateTag, type TemplateTag } from "./template-tag";
import { isInlineRole, isLiquidWord, templateContainer, templateMarkdown, templateRole } from "./template-words";

/** Lines that a tag may run over. */
const LONGEST_TAG = 12;

/** A line that begins with a tag of Hugo or Liquid; false when the tag belongs to running text, or is none. */
export function templateLine(scanner: Scanner, content: string, indent: number, source: number): boolean {
  const { tag, used, text } = readLines(scanner, content);
  if (!tag || (tag.syntax === "liquid" && !isLiquidWord(tag.name))) return false;
  const rest = text.slice(tag.length).trim();
  const role = templateRole(tag.name);
  if (tag.closing) {
    if (isInlineRole(role) || (!scanner.closeNamed("template", tag.name, source) && rest !== "")) return false;
    scanner.emit("", source);
  } else if (tag.name.startsWith("include")) {
    include(scanner, tag, indent, source);
  } else if (isInlineRole(role) || (role === "silent" && rest !== "")) {
    return false;
  } else if (role === "code") {
    codeLines(scanner, tag, indent, source + used, used);
    return true;
  } else if (closedLater(scanner, tag, rest, used)) {
    if (role === undefined) unknownTemplate(scanner, tag, source);
    open(scanner, tag, indent, source);
    if (isCode(scanner, tag)) {
      codeLines(scanner, tag, indent, source + used, used);
      scanner.closeNamed("template", tag.name, scanner.firstLine + scanner.at);
      return true;
    }
  } else if (!alone(scanner, tag, rest, indent, source)) return false;
  scanner.at += used;
  if (rest !== "") afterTag(scanner, rest, indent, source + used);
  return true;
}

/** Text before the tag that closes the innermost container, at the end of a line; false when there is none. */
export function templateEnding(scanner: Scanner, content: string, indent: number, source: number): boolean {
  const frame = scanner.frames.at(-1);
  if (frame?.mode !== "template" || !/[}]\s*$/.test(content)) return false;
  const at = Math.max(content.lastIndexOf("{{"), content.lastIndexOf("{%"));
  const tag = at > 0 ? readTemplateTag(content.slice(at)) : undefined;
  if (!tag?.closing || tag.name !== frame.name || at + tag.length < content.length) return false;
  // What it holds may begin with a tag of its own.
  scanner.block(" ".repeat(indent) + content.slice(0, at).trim(), source);
  scanner.closeNamed("template", tag.name, source);
  return true;
}

function readLines(scanner: Scanner, content: string): { tag: TemplateTag | undefined; used: number; text: string } {
  let text = content;
  let tag = readTemplateTag(text);
  let used = 0;
  while (!tag && /^\{\{[<%]\s/.test(text) && !text.includes("}}") && used < LONGEST_TAG) {
    const next = scanner.lines[scanner.at + ++used];
    if (next === undefined || next.trim() === "") break;
    text += ` ${next.trim()}`;
    tag = readTemplateTag(text);
  }
  return { tag, used: tag ? used : 0, text };
}

function open(scanner: Scanner, tag: TemplateTag, indent: number, source: number): void {
  scanner.open({ container: templateContainer(tag), mode: "template", name: tag.name, colons: 0 }, indent, source);
}

function closedLater(scanner: Scanner, tag: TemplateTag, rest: string, used: number): boolean {
  if (tag.selfClosing) return false;
  const ends = tag.syntax === "liquid" ? [`end${tag.name}`] : [`/${tag.name}`, `/ ${tag.name}`];
  return ends.some((end) => rest.includes(end) || scanner.lastLineWith(end) > scanner.at + used);
}

/** A tag that nothing closes: what it says itself, as a box where it is one. */
function alone(scanner: Scanner, tag: TemplateTag, rest: string, indent: number, source: number): boolean {
  const role = templateRole(tag.name);
  if (role === undefined) {
    if (rest !== "") return false;
    unknownTemplate(scanner, tag, source);
  }
  const markdown = templateMarkdown(tag);
  if ((role === "callout" || role === "box") && markdown !== "") {
    open(scanner, tag, indent, source);
    scanner.block(" ".repeat(indent) + markdown, source);
    scanner.closeNamed("template", tag.name, source);
  } else scanner.emit(markdown === "" ? "" : " ".repeat(indent) + markdown, source, role !== "embed");
  return true;
}

/** Text on the line of a tag, and the tag that may end that line. */
function afterTag(scanner: Scanner, rest: string, indent: number, source: number): void {
  const frame = scanner.frames.at(-1);
  if (frame?.mode === "template") frame.strip ??= 0;
  scanner.emit("", source);
  scanner.block(" ".repeat(indent) + rest, source);
}

/** Whether what a tab holds is the text of a program. */
function isCode(scanner: Scanner, tag: TemplateTag): boolean {
  if (templateRole(tag.name) !== "tab" || scanner.frames.at(-1)?.name !== tag.name) return false;
  if (tag.attributes.codelang ?? tag.attributes.lang) return true;
  const outer = scanner.frames.at(-2);
  const pane = outer && scanner.containers[outer.id];
  return pane?.type === "tabs" && pane.code === true && "header" in tag.attributes && tag.attributes.text !== "true";
}

/** Passes the lines up to the end tag on as code. */
function codeLines(scanner: Scanner, tag: TemplateTag, indent: number, source: number, used: number): void {
  const end = new RegExp(tag.syntax === "liquid" ? `\\{%-?\\s*end${tag.name}\\b` : `\\{\\{[<%]\\s*/\\s*${tag.name}\\b`);
  const from = scanner.at + used;
  const last = scanner.lines.findIndex((line, index) => index > from && end.test(line));
  if (last < 0) {
    scanner.emit("", source);
    return;
  }
  const fence = `${" ".repeat(indent)}~~~~~~~~~~`;
  scanner.emit(fence + codeLanguage(tag), source);
  scanner.paragraph = false;
  for (let at = from + 1; at < last; at++) scanner.emit(scanner.lines[at] ?? "", scanner.firstLine + at);
  scanner.emit(fence, scanner.firstLine + last);
  scanner.at = last;
}

function codeLanguage({ name, attributes, values }: TemplateTag): string {
  const language = attributes.codelang ?? attributes.lang ?? (name === "tab" ? "" : values[0]) ?? "";
  if (name === "mermaid") return name;
  return name === "configuration" ? "yaml" : (/^[\w+#-]+/.exec(language)?.[0] ?? "");
}

/** `{% include note.html content="…" %}` of Jekyll's themes speaks for itself; the file of any other is not here. */
function include(scanner: Scanner, tag: TemplateTag, indent: number, source: number): void {
  const file = tag.values[0] ?? "";
  const word = /([\w-]+)\.(?:html|md)$/.exec(file)?.[1] ?? file;
  const text = tag.attributes.content ?? "";
  const known = { ...tag, name: word, values: [] };
  const role = templateRole(word);
  if (text !== "" && (role === "callout" || role === "box")) alone(scanner, known, "", indent, source);
  else if (role === "figure" && templateMarkdown(known) !== "") {
    scanner.emit(" ".repeat(indent) + templateMarkdown(known), source, true);
  } else if (tag.syntax === "hugo" && /\.mdx?$/.test(file)) {
    scanner.emit(" ".repeat(indent) + templateMarkdown({ ...tag, name: "readfile" }), source);
  } else {
    scanner.fault(
      source,
      "the text itself: Liquid includes are left out",
      `{% include ${tag.argument} %}`.replace(/\s+/g, " "),
    );
    scanner.emit("", source);
  }
}

function unknownTemplate(scanner: Scanner, tag: TemplateTag, source: number): void {
  scanner.fault(source, UNKNOWN_TEMPLATE, tag.syntax === "hugo" ? `{{< ${tag.name} >}}` : `{% ${tag.name} %}`);
}

export const UNKNOWN_TEMPLATE = "Markdown, or a shortcode that is known here";
