import { slug } from "github-slugger";
import { readAction } from "../actions/read-action";
import { dedent, indentOf } from "./indentation";
import { plainTitle } from "./plain-title";
import type { Scanner } from "./scanner";

const OPENING = /^:{3,}\s*action(?=\s|\[|$)\s*(?:\[(.*?)\])?\s*(.*)$/i;

/** `:::action Title` up to its closing colons: YAML, which no other dialect may touch. False for any other line. */
export function actionLines(scanner: Scanner, content: string, indent: number, source: number): boolean {
  const match = OPENING.exec(content);
  if (!match) return false;
  const title = plainTitle(match[1] ?? match[2] ?? "");
  const from = scanner.at + 1;
  const closing = scanner.lines.findIndex((line, index) => index >= from && /^\s*:{3,}\s*$/.test(line));
  const blank = scanner.lines.findIndex((line, index) => index >= from && line.trim() === "");
  const end = closing >= 0 ? closing : blank >= 0 ? blank : scanner.lines.length;
  if (closing < 0) {
    scanner.faults.push({
      code: "action",
      severity: "error",
      file: scanner.file,
      line: source,
      expected: "a line ::: that closes :::action",
      found: ":::action that is never closed",
    });
  }
  const lines = scanner.lines.slice(from, end);
  const margin = Math.min(...lines.filter((line) => line.trim() !== "").map(indentOf));
  const text = lines.map((line) => dedent(line, Number.isFinite(margin) ? margin : 0)).join("\n");
  const anchor = freeAnchor(scanner, title);
  const { action, note, faults } = readAction({ file: scanner.file, title, line: source, text, anchor });
  scanner.faults.push(...faults);
  // Nothing to open: its words are still the author's.
  const words = [title, note].filter((part) => part !== undefined && part !== "").join(". ");
  scanner.open(
    {
      container: action ? { type: "action", action } : { type: "literal", text: words },
      mode: "single",
      name: "action",
      colons: 0,
    },
    indent,
    source,
  );
  const last = Math.min(closing >= 0 ? end : end - 1, scanner.lines.length - 1);
  for (let at = from; at <= last; at++) scanner.emit("", scanner.firstLine + at);
  scanner.at = Math.max(scanner.at, last);
  return true;
}

function freeAnchor(scanner: Scanner, title: string): string {
  const wish = `action-${slug(title) || "card"}`;
  const taken = scanner.containers.flatMap((container) =>
    container.type === "action" ? [container.action.anchor] : [],
  );
  let anchor = wish;
  for (let n = 2; taken.includes(anchor); n++) anchor = `${wish}-${n}`;
  return anchor;
}
