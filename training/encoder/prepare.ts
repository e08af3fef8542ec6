import { execFileSync } from "node:child_process";
import { createWriteStream, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { foldText } from "../../src/text/fold";

/** Longest text kept of a section, UTF-16 units: about the length of a passage. */
const LONGEST = 900;

/**
 * Folds the training text exactly as queries and passages are folded in the product, so that the trainer
 * need not know how. Reads `*.jsonl` and `*.jsonl.xz` of all source folders, writes files of the same names.
 *
 * @param args target folder, then source folders
 */
export async function main([target = "work", ...sources]: readonly string[]): Promise<void> {
  mkdirSync(target, { recursive: true });
  for (const folder of sources) {
    for (const name of readdirSync(folder).sort()) {
      if (!/\.jsonl(\.xz)?$/.test(name)) continue;
      const path = join(folder, name);
      const text = name.endsWith(".xz")
        ? execFileSync("xz", ["-dc", path], { encoding: "utf8", maxBuffer: 2 ** 30 })
        : readFileSync(path, "utf8");
      const output = join(target, `${folder.endsWith("data") ? "own." : ""}${basename(name, ".xz")}`);
      const out = createWriteStream(output);
      for (const line of text.split("\n")) if (line.trim()) out.write(`${JSON.stringify(folded(JSON.parse(line)))}\n`);
      await new Promise((done) => out.end(done));
    }
  }
}

/** Every string below a value folded, but for the fields that name things. */
function folded(value: unknown, key = ""): unknown {
  if (typeof value === "string")
    return NAMES.has(key) ? value : foldText(value.slice(0, LONGEST)).replace(/\s+/g, " ").trim();
  if (Array.isArray(value)) return value.map((item) => folded(item, key));
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, folded(item, name)]));
  return value;
}

const NAMES = new Set(["source", "lang", "kind", "id", "domain", "topic"]);
