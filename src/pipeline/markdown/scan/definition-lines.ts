import type { Scanner } from "./scanner";

/** Characters; what is longer is a sentence, and no term. */
const LONGEST_TERM = 120;

/** `: Definition` below a paragraph of one line, its term; more lines of it are indented. */
export function definitionLine(scanner: Scanner, content: string, indent: number, source: number): boolean {
  const match = /^:[ \t]+(\S.*)$/.exec(content);
  if (!match?.[1] || !followsTerm(scanner)) return false;
  const container = { type: "definition" } as const;
  scanner.open({ container, mode: "indent", name: "", colons: 0 }, indent, source);
  scanner.block(" ".repeat(indent) + match[1], source);
  return true;
}

function followsTerm({ out }: Scanner): boolean {
  let at = out.length - 1;
  if (out[at]?.text === "") at--;
  const term = out[at];
  if (!term) return false;
  // Another definition of the same term, or the end of one.
  if (term.definition) return true;
  const before = out[at - 1];
  if (/[.。!！?？:：;；,，]\s*$/.test(term.text)) return false;
  if (!term.prose || term.text.length > LONGEST_TERM || /^\s*(?:[#>|]|[-*+]\s|\d+[.)]\s)/.test(term.text)) return false;
  return before === undefined || before.text.trim() === "" || !before.prose;
}
