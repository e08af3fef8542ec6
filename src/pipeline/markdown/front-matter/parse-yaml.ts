import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { Fault } from "../../../domain/fault";

/** A key of the front matter with its value and its line in the file. */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly line: number;
}

/**
 * Reads YAML front matter.
 *
 * @param firstLine line of the file on which `matter` begins
 * @returns its entries; for malformed YAML one fault per file, and those entries that stand alone on their lines
 */
export function parseYaml(file: string, matter: string, firstLine: number): { entries: Entry[]; faults: Fault[] } {
  const lineCounter = new LineCounter();
  // Whoever writes Chinese may leave the colon as wide as everything else.
  const document = parseDocument(matter.replace(/^([\w\p{L}-]+)：[ \t]*/gmu, "$1: "), {
    lineCounter,
    prettyErrors: false,
    logLevel: "silent",
  });
  const lineAt = (offset: number) => firstLine - 1 + lineCounter.linePos(offset).line;
  const error = document.errors[0];
  if (error) {
    // Aimed at the first character of the trouble: YAML reports many errors one token late.
    const line = Math.min(lineAt(error.pos[0]), firstLine + Math.max(0, matter.split("\n").length - 1));
    return { entries: salvage(matter, firstLine), faults: [malformed(file, line, matter, firstLine, error.message)] };
  }
  if (document.contents === null) return { entries: [], faults: [] };
  if (!isMap(document.contents)) {
    return { entries: [], faults: [malformed(file, firstLine, matter, firstLine, "not a list of keys")] };
  }
  const entries: Entry[] = [];
  for (const pair of document.contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    const offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    entries.push({ key, value: toPlain(pair.value, document), line: lineAt(offset) });
  }
  return { entries, faults: [] };
}

function toPlain(value: unknown, document: ReturnType<typeof parseDocument>): unknown {
  if (isScalar(value)) return value.value;
  const node = value as { toJS?: (document: unknown, options: object) => unknown } | null;
  try {
    return node?.toJS?.(document, { maxAliasCount: 100 }) ?? null;
  } catch {
    return null;
  }
}

function malformed(file: string, line: number, matter: string, firstLine: number, reason: string): Fault {
  const text = matter.split("\n")[line - firstLine]?.trim() ?? "";
  const why = reason.split("\n")[0]?.replace(/[.\s]+$/, "") ?? "";
  return {
    code: "front-matter",
    severity: "error",
    file,
    line,
    expected: "well-formed YAML, one `key: value` a line (quote a value that contains a colon)",
    found: text === "" ? why : `${text.slice(0, 80)} (${why})`,
  };
}

/** The most common mistake is an unquoted colon in a title: such a line is still perfectly clear. */
function salvage(matter: string, firstLine: number): Entry[] {
  const entries: Entry[] = [];
  matter.split("\n").forEach((text, index) => {
    const match = /^([A-Za-z][\w-]*)\s*:\s+(\S.*?)\s*$/.exec(text);
    if (!match?.[1] || !match[2] || /^[[{|>&*!]/.test(match[2])) return;
    const value = match[2].replace(/^(["'])(.*)\1$/, "$2").replace(/^["']|["']$/g, "");
    entries.push({ key: match[1], value, line: firstLine + index });
  });
  return entries;
}
