import type { Fault } from "../../../domain/fault";
import {
  closesFence,
  type FenceStart,
  fenceStart,
  isHeadingOrRule,
  LIST_MARKER,
  rawElementEnd,
  startsHtmlBlock,
} from "./block-starts";
import { colonClosing, colonOpening } from "./colon-container";
import { componentMeaning } from "./component";
import type { Container, Opening } from "./container";
import { dedent, indentOf } from "./indentation";
import { liquidContainer, liquidLine } from "./liquid";
import { closeSentinel, EMBED, openSentinel } from "./marks";
import { mkdocsOpening } from "./mkdocs";
import { embed } from "./rewrite-inline";
import type { OutLine } from "./scan";
import { isSteeringLine, type SkippedBlock, skippedBlock } from "./skipped-lines";
import { readTag } from "./tag";

const MAX_DEPTH = 24;

/** An open container. Indentation is in columns of the lines as they are outside it. */
interface Frame {
  readonly id: number;
  readonly mode: Opening["mode"];
  readonly name: string;
  readonly colons: number;
  readonly indent: number;
  /** Columns to take off its lines; undefined until its first line. */
  strip: number | undefined;
  /** Open list items at its beginning, to go back to at its end. */
  readonly lists: readonly number[];
}

interface Fence extends FenceStart {
  readonly quoted: boolean;
  /** Columns below which the list item that holds it has ended. */
  readonly floor: number;
  readonly frames: number;
  readonly indent: number;
}

/**
 * Walks the lines of a body once, knowing what is code, and turns the block dialects (`:::`, `!!!`, `===`, components,
 * Liquid blocks) into sentinels in place: an HTML comment on a line of its own, which CommonMark lets interrupt a
 * paragraph and which nests in lists by its indentation.
 */
export class Scanner {
  readonly out: OutLine[] = [];
  readonly containers: Container[] = [];
  readonly faults: Fault[] = [];
  private readonly frames: Frame[] = [];
  private lists: number[] = [];
  private fence: Fence | undefined;
  private paragraph = false;
  private htmlBlock = false;
  private rawUntil: RegExp | undefined;
  private skipping: SkippedBlock | undefined;
  private readonly lastLines = new Map<string, number>();
  private readonly unended = new Set<RegExp>();
  private lastRawEnd: number | undefined;
  private at = 0;

  constructor(
    private readonly file: string,
    private readonly lines: readonly string[],
    private readonly firstLine: number,
    private readonly mdx: boolean,
  ) {}

  run(): void {
    for (this.at = 0; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at] ?? "";
      const source = this.firstLine + this.at;
      if (line.trim() === "") this.blank(source);
      else this.block(this.enter(line, source), source);
    }
    this.closeFrom(0, this.firstLine + this.lines.length - 1);
  }

  private emit(text: string, source: number, prose = false): void {
    this.out.push({ text, source, prose });
  }

  private blank(source: number): void {
    this.emit("", source, this.fence === undefined && this.rawUntil === undefined && false);
    if (this.fence?.quoted) this.fence = undefined;
    this.paragraph = false;
    this.htmlBlock = false;
  }

  /** Takes the indentation of the open containers off a line, and closes those that end with it. */
  private enter(line: string, source: number): string {
    let text = line;
    for (let depth = 0; depth < this.frames.length; depth++) {
      const frame = this.frames[depth];
      if (!frame) break;
      const indent = indentOf(text);
      if (frame.mode === "indent") {
        const extra = indent - frame.indent;
        frame.strip ??= extra >= 4 ? 4 : extra >= 2 && this.lines[this.at - 1]?.trim() !== "" ? extra : 4;
        if (extra < frame.strip) {
          if (this.fence && this.fence.frames > depth && this.fenceClosesLater(frame.indent + frame.strip)) {
            return text.trimStart();
          }
          this.closeFrom(depth, source);
          break;
        }
        text = dedent(text, frame.strip);
      } else if (frame.mode === "tag") {
        if (frame.strip === undefined && !/^\s*<\//.test(text)) frame.strip = Math.max(0, indent - frame.indent);
        text = dedent(text, Math.min(Math.max(0, indent - frame.indent), frame.strip ?? 0));
      }
    }
    return text;
  }

  /** Code that its author indented less than its box still belongs to the box when the closing fence does. */
  private fenceClosesLater(indent: number): boolean {
    const fence = this.fence;
    if (!fence) return false;
    const limit = Math.min(this.lines.length, this.at + 400);
    for (let index = this.at + 1; index < limit; index++) {
      const line = this.lines[index] ?? "";
      if (closesFence(line.trim(), fence)) return indentOf(line) >= indent;
    }
    return false;
  }

  /** Handles a line that is not blank, in the columns of its container. */
  private block(line: string, source: number): void {
    const content = line.trim();
    const indent = indentOf(line);
    if (this.skipping) {
      if (this.skipping.end.test(content)) this.skipping = undefined;
      this.emit("", source);
      return;
    }
    if (this.fence && this.inFence(line, content, indent, source)) return;
    if (this.rawUntil) {
      if (this.rawUntil.test(content)) this.rawUntil = undefined;
      this.emit(line, source);
      return;
    }
    if (!this.paragraph) this.leaveLists(indent);
    const inner = indent - (this.lists.at(-1) ?? 0);
    const mayBeCode = !this.paragraph && inner >= 4;
    if (mayBeCode) {
      this.emit(line, source);
      return;
    }
    if (this.container(line, content, indent, source)) return;
    if (this.htmlBlock) {
      this.emit(line, source);
      return;
    }
    if (this.comment(line, content, source)) return;
    const raw = rawElementEnd(content);
    if (raw) {
      this.rawElement(line, content, raw, source);
      return;
    }
    if (startsHtmlBlock(content, this.paragraph)) {
      this.htmlBlock = true;
      this.paragraph = false;
      this.emit(line, source);
      return;
    }
    if (content.startsWith(">")) {
      this.quote(line, content, source);
      return;
    }
    this.running(line, content, indent, source);
  }

  private inFence(line: string, content: string, indent: number, source: number): boolean {
    const fence = this.fence;
    if (!fence) return false;
    const code = fence.quoted ? content.replace(/^(?:>\s?)+/, "") : content;
    const over = fence.quoted ? !content.startsWith(">") : indent < fence.floor && this.frames.length === fence.frames;
    if (over) {
      this.fence = undefined;
      return false;
    }
    if (closesFence(code.trim(), fence) && (fence.quoted || indent - fence.floor < 4)) this.fence = undefined;
    this.emit(line, source);
    return true;
  }

  private leaveLists(indent: number): void {
    while (this.lists.length > 0 && (this.lists.at(-1) ?? 0) > indent) this.lists.pop();
  }

  /** Block dialects; true when the line was one. */
  private container(line: string, content: string, indent: number, source: number): boolean {
    switch (content[0]) {
      case ":": {
        const colons = colonClosing(content);
        if (colons > 0) return this.closeColons(colons, source);
        const opening = colonOpening(content);
        if (opening) this.open(opening, indent, source);
        return opening !== undefined;
      }
      case "!":
      case "?":
      case "=": {
        const opening = mkdocsOpening(content);
        if (opening) this.open(opening, indent, source);
        return opening !== undefined;
      }
      case "<":
        return /^<\/?[A-Z]/.test(content) && this.component(content, indent, source);
      case "{":
        return this.braces(content, indent, source);
      case "-":
      case ";":
        return this.snippet(content, indent, source);
      case "[":
      case "*":
      case "$":
      case "@":
        if (!isSteeringLine(content)) return false;
        this.emit("", source);
        return true;
      case "%": {
        this.skipping = skippedBlock(content, this.lines, this.at + 1, this.unended);
        if (this.skipping) this.emit("", source);
        return this.skipping !== undefined;
      }
      case "i":
      case "e":
        return indent === 0 && this.module(content, source);
      default:
        return line === "";
    }
  }

  private open(opening: Opening, indent: number, source: number): void {
    if (this.frames.length >= MAX_DEPTH) {
      this.emit("", source);
      return;
    }
    const id = this.containers.push(opening.container) - 1;
    this.leaveLists(indent);
    this.sentinel(openSentinel(id), indent, source);
    if (opening.mode === "single") return;
    const { mode, name, colons } = opening;
    this.frames.push({ id, mode, name, colons, indent, strip: undefined, lists: [...this.lists] });
  }

  private sentinel(sentinel: string, indent: number, source: number): void {
    // Inside raw HTML a comment would be part of that HTML.
    if (this.htmlBlock) this.emit("", source);
    this.htmlBlock = false;
    this.paragraph = false;
    this.emit(" ".repeat(indent) + sentinel, source);
  }

  private closeFrom(depth: number, source: number): void {
    for (let index = this.frames.length - 1; index >= depth; index--) {
      const frame = this.frames.pop();
      if (!frame) return;
      if (this.fence && this.fence.frames > this.frames.length) {
        this.emit(" ".repeat(this.fence.indent) + this.fence.character.repeat(this.fence.size), source);
        this.fence = undefined;
      }
      this.sentinel(closeSentinel(frame.id), frame.indent, source);
      this.lists = [...frame.lists];
    }
  }

  private closeColons(colons: number, source: number): boolean {
    const candidates = this.frames
      .map((frame, depth) => ({ frame, depth }))
      .filter(({ frame }) => frame.mode === "colon");
    const exact = candidates.findLast(({ frame }) => frame.colons === colons);
    const fitting = exact ?? candidates.findLast(({ frame }) => frame.colons <= colons);
    if (fitting) this.closeFrom(fitting.depth, source);
    else this.emit("", source);
    return true;
  }

  private closeNamed(mode: "tag" | "liquid", name: string, source: number): boolean {
    const depth = this.frames.findLastIndex((frame) => frame.mode === mode && frame.name === name);
    if (depth >= 0) this.closeFrom(depth, source);
    return depth >= 0;
  }

  private component(content: string, indent: number, source: number): boolean {
    let text = content;
    let tag = readTag(text);
    let used = 0;
    while (!tag && used < 40 && this.at + used + 1 < this.lines.length) {
      const next = this.lines[this.at + ++used] ?? "";
      if (next.trim() === "") return false;
      text += `\n${next.trim()}`;
      tag = readTag(text);
    }
    if (!tag) return false;
    const rest = text.slice(tag.end).trim();
    if (tag.closing) {
      if (!this.closeNamed("tag", tag.name, source)) return false;
    } else {
      const closed = this.closedLater(tag.name, rest);
      const meaning = componentMeaning(tag);
      // An angle bracket around a placeholder (`<Device name>`) is no component.
      if (!tag.selfClosing && !closed) return false;
      if (!meaning.known) this.unknown(tag.name, source);
      if (tag.selfClosing) this.emit(meaning.markdown ? " ".repeat(indent) + meaning.markdown : "", source, true);
      else {
        const container = meaning.container ?? { type: "group" as const };
        this.open({ container, mode: "tag", name: tag.name, colons: 0 }, indent, source);
      }
    }
    this.at += used;
    if (rest !== "") this.afterTag(rest, indent, source + used);
    return true;
  }

  private closedLater(name: string, rest: string): boolean {
    const end = `</${name}>`;
    return rest.includes(end) || this.lastLineWith(end) > this.at;
  }

  /** Index of the last line that contains a text; remembered, for hostile files ask thousands of times. */
  private lastLineWith(text: string): number {
    const known = this.lastLines.get(text);
    if (known !== undefined) return known;
    const last = this.lines.findLastIndex((line) => line.includes(text));
    this.lastLines.set(text, last);
    return last;
  }

  /** Text on the line of a tag, and the tag that may end that line. */
  private afterTag(rest: string, indent: number, source: number): void {
    const closing = /^(.*?)(<\/[A-Z][\w.]*>)\s*$/s.exec(rest);
    const text = closing?.[1]?.trim() ?? rest;
    const frame = this.frames.at(-1);
    if (frame?.mode === "tag") frame.strip ??= 0;
    if (text !== "") {
      this.emit("", source);
      this.block(" ".repeat(indent) + text, source);
    }
    if (closing?.[2]) {
      const name = closing[2].slice(2, -1);
      if (!this.closeNamed("tag", name, source)) this.emit(closing[2], source, true);
    }
  }

  private unknown(name: string, source: number): void {
    this.faults.push({
      code: "unknown-component",
      severity: "warning",
      file: this.file,
      line: source,
      expected: "Markdown, or a component that is known here",
      found: `<${name}>`,
    });
  }

  /** Lines that begin with a brace: Liquid tags, attribute lists, MDX comments. */
  private braces(content: string, indent: number, source: number): boolean {
    if (isSteeringLine(content)) {
      this.emit("", source);
      return true;
    }
    const attributes = /^\{:\s*([^{}]*)\}$/.exec(content) ?? /^\{\s*([.#][^{}]*)\}$/.exec(content);
    if (attributes) return this.attributeLine(attributes[1] ?? "", indent, source);
    this.skipping = skippedBlock(content, this.lines, this.at + 1, this.unended);
    if (this.skipping) {
      this.emit("", source);
      return true;
    }
    const liquid = liquidLine(content);
    if (!liquid) return false;
    if (liquid.name === "highlight") {
      const language = /^[\w+#-]+/.exec(liquid.argument)?.[0] ?? "";
      this.emit(`${" ".repeat(indent)}~~~~~~~~~~${language}`, source);
      this.paragraph = false;
      for (this.at++; this.at < this.lines.length; this.at++) {
        const line = this.lines[this.at] ?? "";
        if (/^\s*\{%-?\s*endhighlight\s*-?%\}/.test(line)) break;
        this.emit(line, this.firstLine + this.at);
      }
      this.emit(
        `${" ".repeat(indent)}~~~~~~~~~~`,
        Math.min(this.firstLine + this.at, this.firstLine + this.lines.length - 1),
      );
      return true;
    }
    const container = liquidContainer(liquid);
    if (container) this.open({ container, mode: "liquid", name: liquid.name, colons: 0 }, indent, source);
    else if (liquid.name.startsWith("end") && this.closeNamed("liquid", liquid.name.slice(3), source)) return true;
    else if (liquid.name.startsWith("include")) this.include(liquid.argument, source);
    else this.embedTag(liquid.name, liquid.argument, indent, source);
    return true;
  }

  private embedTag(name: string, argument: string, indent: number, source: number): void {
    const url = /url="([^"]+)"/.exec(argument)?.[1];
    this.emit(name === "embed" && url ? `${" ".repeat(indent)}<${url}>` : "", source, false);
  }

  private include(argument: string, source: number): void {
    this.faults.push({
      code: "unknown-component",
      severity: "warning",
      file: this.file,
      line: source,
      expected: "the text itself: Liquid includes are left out",
      found: `{% include ${argument} %}`.replace(/\s+/g, " "),
    });
    this.emit("", source);
  }

  private attributeLine(list: string, indent: number, source: number): boolean {
    const id = /(?:^|\s)#([^\s.#=]+)/.exec(list)?.[1];
    const before = this.out.at(-1);
    if (id && before && /^\s{0,3}#{1,6}\s/.test(before.text)) before.text += ` {#${id}}`;
    else if (id) this.open({ container: { type: "anchor", id }, mode: "single", name: "", colons: 0 }, indent, source);
    this.emit("", source);
    this.paragraph = false;
    return true;
  }

  /** `--8<-- "file"` of MkDocs; the block form lists one file a line. */
  private snippet(content: string, indent: number, source: number): boolean {
    const single = /^[-;]+8<[-;]+\s+["“'](.+?)["”']\s*$/.exec(content);
    if (single?.[1]) {
      this.emit(" ".repeat(indent) + embed(EMBED, single[1].replace(/:[\w:-]*$/, "")), source);
      return true;
    }
    if (!/^-+8<-+\s*$/.test(content)) return false;
    this.emit("", source);
    for (this.at++; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at]?.trim() ?? "";
      if (/^-+8<-+\s*$/.test(line)) break;
      if (line !== "" && !line.startsWith(";"))
        this.emit(" ".repeat(indent) + embed(EMBED, line), this.firstLine + this.at);
      this.emit("", this.firstLine + this.at);
    }
    return true;
  }

  /** `import` and `export` of MDX. An English sentence may begin with these words, so the form must be exact. */
  private module(content: string, source: number): boolean {
    if (this.paragraph) return false;
    if (/^import\s+(?:[\w*{][^;'"]*\s+from\s+)?(["'])[^"']+\1\s*;?\s*$/.test(content)) {
      this.emit("", source);
      return true;
    }
    const start =
      /^import\s+\{[^}]*$/.test(content) ||
      (this.mdx && /^export\s+(?:const|let|var|function|async|default|class|\{|\*)/.test(content));
    if (!start) return false;
    const end = /^import/.test(content) ? /from\s+["'][^"']+["'];?\s*$/ : /^\s*$/;
    const length = this.lines.slice(this.at, this.at + 100).findIndex((line) => end.test(line));
    if (length < 0 && /^import/.test(content)) return false;
    const last = length < 0 ? this.lines.length - 1 : this.at + length;
    for (; this.at < last; this.at++) this.emit("", this.firstLine + this.at);
    this.emit("", this.firstLine + this.at);
    return true;
  }

  private comment(line: string, content: string, source: number): boolean {
    if (!content.startsWith("<!--")) return false;
    this.skipping = skippedBlock(content, this.lines, this.at + 1, this.unended);
    if (this.skipping) {
      this.emit("", source);
      return true;
    }
    const last = this.commentEnd();
    if (last < 0) {
      this.broken("a comment that ends with -->", "<!--", source);
      this.emit(line.replace("<!--", "&lt;!--"), source, true);
      this.paragraph = true;
      return true;
    }
    const closing = this.lines[this.at + last] ?? "";
    const after = closing.slice(closing.indexOf("-->", last === 0 ? closing.indexOf("<!--") + 4 : 0) + 3).trim();
    for (let index = 0; index < last; index++) this.emit("", this.firstLine + this.at + index);
    this.at += last;
    if (after === "") {
      this.emit("", this.firstLine + this.at);
      this.paragraph = false;
    } else this.block(" ".repeat(indentOf(line)) + after, this.firstLine + this.at);
    return true;
  }

  /** How many lines below this one the comment that begins here ends; -1 when it never does. */
  private commentEnd(): number {
    if (this.lastLineWith("-->") < this.at) return -1;
    for (let index = this.at; index < this.lines.length; index++) {
      const line = this.lines[index] ?? "";
      if (line.includes("-->", index === this.at ? line.indexOf("<!--") + 4 : 0)) return index - this.at;
    }
    return -1;
  }

  private rawElement(line: string, content: string, raw: { name: string; end: RegExp }, source: number): void {
    this.lastRawEnd ??= this.lines.findLastIndex((text) => raw.end.test(text));
    const later = raw.end.test(content) || this.lastRawEnd > this.at;
    if (!later) {
      this.broken(`</${raw.name}> after <${raw.name}>`, "the end of the file", source);
      this.emit(line.replace("<", "&lt;"), source, true);
      return;
    }
    if (!raw.end.test(content)) this.rawUntil = raw.end;
    this.paragraph = false;
    this.emit(line, source);
  }

  private broken(expected: string, found: string, source: number): void {
    this.faults.push({ code: "unsafe-html", severity: "warning", file: this.file, line: source, expected, found });
  }

  private quote(line: string, content: string, source: number): void {
    const markers = /^(?:>\s?)+/.exec(content)?.[0] ?? "";
    const nesting = /^(?:(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))\s*)+/.exec(content)?.[0] ?? "";
    if (nesting.replace(/[\s\d]/g, "").length > MAX_DEPTH) {
      this.literal(content.slice(nesting.length), source);
      return;
    }
    const rest = content.slice(markers.length);
    const fence = fenceStart(rest.trimStart());
    if (fence) this.fence = { ...fence, quoted: true, floor: 0, frames: this.frames.length, indent: 0 };
    const code = fence !== undefined || (!this.paragraph && indentOf(rest) >= 4);
    this.paragraph = !code && rest.trim() !== "";
    this.emit(line, source, !code);
  }

  private literal(text: string, source: number): void {
    const id = this.containers.push({ type: "literal", text }) - 1;
    this.lists = [];
    this.sentinel(openSentinel(id), 0, source);
  }

  /** Lists, headings, fences and paragraphs. */
  private running(line: string, content: string, indent: number, source: number): void {
    let rest = content;
    let column = indent;
    for (let marker = LIST_MARKER.exec(rest); marker && !isHeadingOrRule(rest); marker = LIST_MARKER.exec(rest)) {
      // A number other than 1 cannot interrupt a paragraph, but it may be the next item of an open list.
      this.leaveLists(column);
      const space = marker[2]?.length ?? 0;
      const width = (marker[1]?.length ?? 1) + (space === 0 || space > 4 ? 1 : space);
      if (this.lists.length >= MAX_DEPTH) {
        this.literal(rest.slice(marker[0].length), source);
        return;
      }
      this.lists.push(column + width);
      column += width;
      this.paragraph = false;
      if (space > 4) {
        this.emit(line, source);
        return;
      }
      rest = rest.slice(marker[0].length);
    }
    const fence = fenceStart(rest);
    if (fence) {
      if (!this.paragraph) this.leaveLists(column);
      this.fence = {
        ...fence,
        quoted: false,
        floor: this.lists.at(-1) ?? 0,
        frames: this.frames.length,
        indent: column,
      };
      this.paragraph = false;
      this.emit(line, source);
      return;
    }
    this.paragraph = rest !== "" && !isHeadingOrRule(rest);
    this.emit(line, source, true);
  }
}
