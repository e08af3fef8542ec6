import type { Fault } from "../../../domain/fault";
import { actionLines } from "./action-lines";
import {
  closesFence,
  type FenceStart,
  fenceStart,
  isHeadingOrRule,
  LIST_MARKER,
  rawElement,
  startsHtmlBlock,
} from "./block-starts";
import { braceLine } from "./brace-lines";
import { colonClosing, colonOpening } from "./colon-container";
import { componentLine } from "./component-lines";
import type { Container, Opening } from "./container";
import { dedent, indentOf } from "./indentation";
import { closeSentinel, openSentinel } from "./marks";
import { mkdocsOpening } from "./mkdocs";
import { moduleLine, snippetLine } from "./module-lines";
import { commentLine, rawElementLine } from "./raw-html-lines";
import type { OutLine } from "./scan";
import { isSteeringLine, type SkippedBlock, skippedBlock } from "./skipped-lines";

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
  readonly frames: Frame[] = [];
  private lists: number[] = [];
  private fence: Fence | undefined;
  /** The line before was running text, which this one may continue. */
  paragraph = false;
  private htmlBlock = false;
  /** Raw HTML goes on up to a line that matches. */
  rawUntil: RegExp | undefined;
  private skipping: SkippedBlock | undefined;
  private readonly lastLines = new Map<string | RegExp, number>();
  private readonly unended = new Set<RegExp>();
  /** Index of the line being handled; whoever takes further lines moves it. */
  at = 0;

  constructor(
    readonly file: string,
    readonly lines: readonly string[],
    readonly firstLine: number,
    readonly mdx: boolean,
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

  emit(text: string, source: number, prose = false): void {
    this.out.push({ text, source, prose });
  }

  private blank(source: number): void {
    this.emit("", source);
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
  block(line: string, source: number): void {
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
    if (commentLine(this, line, content, source)) return;
    const raw = rawElement(content);
    if (raw) {
      rawElementLine(this, line, content, raw, source);
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
        if (actionLines(this, content, indent, source)) return true;
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
        return /^<\/?[A-Z]/.test(content) && componentLine(this, content, indent, source);
      case "{":
        return braceLine(this, content, indent, source);
      case "-":
      case ";":
        return snippetLine(this, content, indent, source);
      case "[":
      case "*":
      case "$":
      case "@":
        if (!isSteeringLine(content)) return false;
        this.emit("", source);
        return true;
      case "%":
        return this.skip(content, source);
      case "i":
      case "e":
        return indent === 0 && moduleLine(this, content, source);
      default:
        return line === "";
    }
  }

  open(opening: Opening, indent: number, source: number): void {
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

  /** Begins to pass over a block that no reader should see; false when the line opens none. */
  skip(content: string, source: number): boolean {
    this.skipping = skippedBlock(content, this.lines, this.at + 1, this.unended);
    if (this.skipping) this.emit("", source);
    return this.skipping !== undefined;
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

  closeNamed(mode: "tag" | "liquid", name: string, source: number): boolean {
    const depth = this.frames.findLastIndex((frame) => frame.mode === mode && frame.name === name);
    if (depth >= 0) this.closeFrom(depth, source);
    return depth >= 0;
  }

  /** Index of the last line that contains a text or matches; remembered, for hostile files ask thousands of times. */
  lastLineWith(pattern: string | RegExp): number {
    const known = this.lastLines.get(pattern);
    if (known !== undefined) return known;
    const last = this.lines.findLastIndex((line) =>
      typeof pattern === "string" ? line.includes(pattern) : pattern.test(line),
    );
    this.lastLines.set(pattern, last);
    return last;
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
