import type { Fault } from "../../../domain/fault";
import { closesFence, type FenceStart, fenceStart, rawElement, startsHtmlBlock } from "./block-starts";
import type { Container, Opening } from "./container";
import { dialectLine } from "./dialect-lines";
import { codeLine, enterFrames } from "./fence-lines";
import { indentOf } from "./indentation";
import { closeSentinel, openSentinel } from "./marks";
import { commentLine, rawElementLine } from "./raw-html-lines";
import type { OutLine } from "./scan";
import { type SkippedBlock, skippedBlock } from "./skipped-lines";
import { quoteLine, textLine } from "./text-lines";

export const MAX_DEPTH = 24;

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

export interface Fence extends FenceStart {
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
  lists: number[] = [];
  fence: Fence | undefined;
  /** The line before was running text, which this one may continue. */
  paragraph = false;
  htmlBlock = false;
  /** Raw HTML goes on up to a line that matches. */
  rawUntil: RegExp | undefined;
  private skipping: SkippedBlock | undefined;
  private readonly lastLines = new Map<string | RegExp, number>();
  private readonly unended = new Set<RegExp>();
  /** Components that are the text of another file, by name. */
  readonly imports = new Map<string, string>();
  /** Containers open in the quotation at hand. */
  readonly quoted: number[] = [];
  /** Tabs opened so far, by the id of the box that labels them. */
  readonly labelled = new Map<number, number>();
  /** Headings with a line below them so far. */
  underlined = 0;
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
      else this.block(enterFrames(this, line, source), source);
    }
    this.closeFrom(0, this.firstLine + this.lines.length - 1);
  }

  emit(text: string, source: number, prose = false): void {
    this.out.push({ text, source, prose });
  }

  private emitHtml(line: string, source: number): void {
    // Pandoc, kramdown and MkDocs read Markdown inside such an element; CommonMark does after a blank line.
    const opened = /^\s*<\w[^<>]*\smarkdown(?:=["']?(?:1|block|span)["']?)?[^<>]*>\s*$/.test(line);
    this.out.push({ text: line, source, prose: false, html: true });
    if (opened) this.emit("", source);
    this.htmlBlock = !opened;
    this.paragraph = false;
  }

  private blank(source: number): void {
    const depth = this.frames.findIndex((frame) => frame.mode === "paragraph");
    if (depth >= 0 && !this.fence) this.closeFrom(depth, source);
    this.quoted.length = 0;
    this.emit("", source);
    if (this.fence?.quoted) this.fence = undefined;
    this.paragraph = false;
    this.htmlBlock = false;
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
    if (this.fence && codeLine(this, line, content, indent, source)) return;
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
    if (dialectLine(this, line, content, indent, source)) return;
    if (this.htmlBlock) {
      this.emitHtml(line, source);
      return;
    }
    if (commentLine(this, line, content, source)) return;
    const raw = rawElement(content);
    if (raw) {
      rawElementLine(this, line, content, raw, source);
      return;
    }
    if (startsHtmlBlock(content, this.paragraph)) {
      this.emitHtml(line, source);
      return;
    }
    if (content.startsWith(">")) {
      quoteLine(this, line, content, source);
      return;
    }
    textLine(this, line, content, indent, source);
  }

  /** The opening line of code, as it goes to the parser. */
  startFence(line: string, fence: FenceStart | undefined, indent: number, source: number): void {
    const floor = this.lists.at(-1) ?? 0;
    if (fence) this.fence = { ...fence, quoted: false, floor, frames: this.frames.length, indent };
    this.paragraph = false;
    this.emit(line, source);
  }

  /** Ends the directive that a line of backticks closes. */
  closeFence(content: string, source: number): boolean {
    if (!/^[`~]{3}/.test(content)) return false;
    const depth = this.frames.findLastIndex((frame) => {
      const fence = frame.mode === "fence" ? fenceStart(frame.name) : undefined;
      return fence !== undefined && closesFence(content, fence);
    });
    if (depth >= 0) this.closeFrom(depth, source);
    return depth >= 0;
  }

  leaveLists(indent: number): void {
    while (this.lists.length > 0 && (this.lists.at(-1) ?? 0) > indent) this.lists.pop();
  }

  /** Reports something that no dialect known here understands. */
  fault(line: number, expected: string, found: string): void {
    this.faults.push({ code: "unknown-component", severity: "warning", file: this.file, line, expected, found });
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

  sentinel(sentinel: string, indent: number, source: number): void {
    // Inside raw HTML a comment would be part of that HTML.
    if (this.htmlBlock) this.emit("", source);
    this.htmlBlock = false;
    this.paragraph = false;
    this.emit(" ".repeat(indent) + sentinel, source);
  }

  closeFrom(depth: number, source: number): void {
    for (let index = this.frames.length - 1; index >= depth; index--) {
      const frame = this.frames.pop();
      if (!frame) return;
      if (this.fence && this.fence.frames > this.frames.length) {
        this.emit(" ".repeat(this.fence.indent) + this.fence.character.repeat(this.fence.size), source);
        this.fence = undefined;
      }
      this.sentinel(closeSentinel(frame.id), frame.indent, source);
      if (this.containers[frame.id]?.type === "definition") this.markDefinition();
      this.lists = [...frame.lists];
    }
  }

  private markDefinition(): void {
    const last = this.out.pop();
    if (last) this.out.push({ ...last, definition: true });
  }

  closeColons(colons: number, source: number): boolean {
    const candidates = this.frames
      .map((frame, depth) => ({ frame, depth }))
      .filter(({ frame }) => frame.mode === "colon");
    const exact = candidates.findLast(({ frame }) => frame.colons === colons);
    const fitting = exact ?? candidates.findLast(({ frame }) => frame.colons <= colons);
    if (fitting) this.closeFrom(fitting.depth, source);
    else this.emit("", source);
    return true;
  }

  closeNamed(mode: "tag" | "template" | "colon", name: string, source: number): boolean {
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
}
