/**
 * Something wrong in the content or its configuration, told to its author.
 *
 * `error` faults make `check` fail; `warning` faults never do (except under `--strict`).
 */
export interface Fault {
  readonly code: FaultCode;
  readonly severity: "error" | "warning";
  /** Path relative to the content folder, with forward slashes; or the configuration file's path. */
  readonly file: string;
  /** 1-based line in that file; 1 when the fault concerns the whole file. */
  readonly line: number;
  /** What should stand there, in plain words. */
  readonly expected: string;
  /** What stands there. */
  readonly found: string;
}

export type FaultCode =
  | "encoding"
  | "front-matter"
  | "front-matter-value"
  | "config"
  | "duplicate-id"
  | "broken-link"
  | "broken-anchor"
  | "broken-related"
  | "broken-embed"
  | "missing-image"
  | "missing-media"
  | "missing-captions"
  | "unsafe-html"
  | "unknown-component"
  | "unreadable"
  | "low-contrast"
  | "action"
  | "notice"
  | "near-duplicate"
  | "sealed"
  | "empty";
