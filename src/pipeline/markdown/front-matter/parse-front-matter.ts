import type { Fault } from "../../../domain/fault";
import type { FrontMatter } from "../document";
import { ALIAS_KEYS, canonicalKey, type FrontMatterDraft, OWN_KEYS } from "./front-matter-keys";
import { parseToml } from "./parse-toml";
import { parseYaml } from "./parse-yaml";
import { describeValue } from "./read-value";
import { splitFrontMatter } from "./split-front-matter";

export interface ParsedFrontMatter {
  readonly frontMatter: FrontMatter;
  readonly body: string;
  /** Line of the file on which `body` begins, 1-based. */
  readonly bodyLine: number;
  readonly faults: readonly Fault[];
}

/** Reads the front matter of a file; never fails, what cannot be read is a fault with its line. */
export function parseFrontMatter(file: string, text: string): ParsedFrontMatter {
  const split = splitFrontMatter(text);
  if (split.format === "none") return { frontMatter: {}, body: text, bodyLine: 1, faults: [] };
  const { entries, faults } =
    split.format === "toml"
      ? { entries: parseToml(split.matter, split.matterLine), faults: [] as Fault[] }
      : parseYaml(file, split.matter, split.matterLine);
  if (split.unclosed) {
    const fence = split.format === "toml" ? "+++" : "---";
    faults.push({
      code: "front-matter",
      severity: "error",
      file,
      line: 1,
      expected: `a second ${fence} that closes the front matter`,
      found: `${fence} that is never closed`,
    });
  }
  const draft: FrontMatterDraft = {};
  for (const keys of [OWN_KEYS, ALIAS_KEYS]) {
    for (const name of Object.keys(keys)) {
      for (const entry of entries) {
        if (canonicalKey(entry.key) !== name || isNothing(entry.value)) continue;
        const expected = keys[name]?.(draft, entry.value);
        if (expected === undefined) continue;
        faults.push({
          code: "front-matter-value",
          severity: name === "audience" ? "error" : "warning",
          file,
          line: entry.line,
          expected: `${entry.key}: ${expected}`,
          found: describeValue(entry.value),
        });
      }
    }
  }
  faults.sort((a, b) => a.line - b.line);
  return { frontMatter: draft, body: split.body, bodyLine: split.bodyLine, faults };
}

/** A key without a value is a form not filled in, not a mistake. */
function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
