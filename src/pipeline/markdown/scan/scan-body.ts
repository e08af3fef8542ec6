import { openSentinel } from "./marks";
import { rewriteInline } from "./rewrite-inline";
import type { OutLine, Scan } from "./scan";
import { Scanner } from "./scanner";

/** Characters; a longer run of text without a blank line is no prose, and parsing it could take very long. */
const LONGEST_RUN = 40_000;

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
    if (!out[start]?.prose) continue;
    let end = start;
    while (out[end]?.prose) end++;
    const run = out.slice(start, end);
    const text = run.map((line) => line.text).join("\n");
    if (text.length > LONGEST_RUN) {
      const id = containers.push({ type: "literal", text }) - 1;
      blankOut(run);
      if (run[0]) run[0].text = openSentinel(id);
    } else {
      const rewritten = rewriteInline(text);
      if (rewritten !== text) {
        rewritten.split("\n").forEach((line, index) => {
          const target = run[index];
          if (target) target.text = line;
        });
      }
    }
    start = end;
  }
  return {
    text: out.map((line) => line.text).join("\n"),
    sources: out.map((line) => line.source),
    containers,
    faults,
  };
}

function blankOut(run: readonly OutLine[]): void {
  for (const line of run) line.text = "";
}
