import type { Fault } from "../../../domain/fault";
import type { Container } from "./container";

/** A line on its way to the Markdown parser. */
export interface OutLine {
  text: string;
  /** Line of the file it comes from, 1-based. */
  readonly source: number;
  /** Running text, in which inline dialects are rewritten; false for code, raw HTML and sentinels. */
  readonly prose: boolean;
  /** Raw HTML, in which only tags are looked at. */
  readonly html?: boolean;
  /** The end of a definition. */
  readonly definition?: boolean;
}

/** The body of a file with every dialect turned into plain Markdown and sentinels. */
export interface Scan {
  readonly text: string;
  /** For each line of `text` (index 0 is its first), the line of the file. */
  readonly sources: readonly number[];
  /** By sentinel id. */
  readonly containers: readonly Container[];
  readonly faults: readonly Fault[];
}
