import type { Container } from "./container";
import { openSentinel } from "./marks";
import { plainAttributes } from "./plain-attributes";
import { rewriteInline } from "./rewrite-inline";
import type { OutLine, Scan } from "./scan";
import { Scanner } from "./scanner";
import { HTML_SHAPE, withoutTemplates } from "./template-inline";
import { UNKNOWN_TEMPLATE } from "./template-lines";

/** Characters; what runs on longer without a new block is no prose, and parsing it could take very long. */
const LONGEST_PARAGRAPH = 20_000;
/** Square brackets open at once; the work for them grows with the square of their depth and more. */
const DEEPEST_BRACKETS = 100;
const BLOCK_START = /^\s*(?:[|#>]|[-*+]\s|\d{1,9}[.)]\s)/;

/**
 * Turns the dialects in the body of a file into plain Markdown with sentinels.
 *
 * @param firstLine line of the file on which `body` begins, 1-based
 */
export function scanBody(file: string, body: string, firstLine: number): Scan {
  const scanner = new Scanner(file, body.split("\n"), firstLine, /\.mdx$/i.test(file));
  scanner.run();
  const { out, containers, faults } = scanner;
  for (let start = 0; start < out.length; start++) {
    if (out[start]?.html) {
      let end = start;
      while (out[end]?.html) end++;
      rewriteLines(out.slice(start, end), (text) => plainAttributes(withoutTemplates(text, () => {}, HTML_SHAPE)));
      start = end - 1;
      continue;
    }
    if (!out[start]?.prose) continue;
    let end = start;
    while (out[end]?.prose) end++;
    const run = out.slice(start, end);
    setAsideOverlong(run, containers);
    rewriteRun(run, scanner);
    start = end - 1;
  }
  return {
    text: out.map((line) => line.text).join("\n"),
    sources: out.map((line) => line.source),
    containers,
    faults,
  };
}

/** Inline code may span the lines of a paragraph, so that they are rewritten together. */
function rewriteRun(run: readonly OutLine[], scanner: Scanner): void {
  rewriteLines(run, (text) =>
    rewriteInline(text, (name, offset) => {
      const line = run[text.slice(0, offset).split("\n").length - 1];
      scanner.fault(line?.source ?? scanner.firstLine, UNKNOWN_TEMPLATE, `{{< ${name} >}}`);
    }),
  );
}

function rewriteLines(run: readonly OutLine[], rewrite: (text: string) => string): void {
  const text = run.map((line) => line.text).join("\n");
  const rewritten = rewrite(text);
  if (rewritten === text) return;
  rewritten.split("\n").forEach((line, index) => {
    const target = run[index];
    if (target) target.text = line;
  });
}

/** Puts paragraphs that no person wrote aside, word for word, and a sentinel in their place. */
function setAsideOverlong(run: readonly OutLine[], containers: Container[]): void {
  let length = 0;
  for (const line of run) length += line.text.length;
  if (length <= DEEPEST_BRACKETS * 4) return;
  let paragraph: OutLine[] = [];
  const flush = () => {
    const text = paragraph.map((line) => line.text).join("\n");
    if (text.length > LONGEST_PARAGRAPH || bracketDepth(text) > DEEPEST_BRACKETS) {
      const id = containers.push({ type: "literal", text }) - 1;
      paragraph.forEach((line, index) => {
        line.text = index === 0 ? openSentinel(id) : "";
      });
    }
    paragraph = [];
  };
  for (const line of run) {
    if (BLOCK_START.test(line.text)) flush();
    paragraph.push(line);
  }
  flush();
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = text.search(/[[\]]/); at >= 0 && at < text.length; at++) {
    const character = text[at];
    if (character === "[") deepest = Math.max(deepest, ++depth);
    else if (character === "]") depth = Math.max(0, depth - 1);
  }
  return deepest;
}
