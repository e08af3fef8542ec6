import type { Entry } from "./parse-yaml";

/**
 * Reads the plain `key = value` lines of TOML front matter: texts, numbers, booleans, dates and one-line lists.
 * Tables and everything else are passed over.
 */
export function parseToml(matter: string, firstLine: number): Entry[] {
  const entries: Entry[] = [];
  let inTable = false;
  matter.split("\n").forEach((line, index) => {
    if (/^\s*\[/.test(line)) inTable = true;
    const match = /^\s*["']?([\w-]+)["']?\s*=\s*(.+?)\s*$/.exec(line);
    if (inTable || !match?.[1] || !match[2]) return;
    entries.push({ key: match[1], value: tomlValue(match[2]), line: firstLine + index });
  });
  return entries;
}

function tomlValue(source: string): unknown {
  const list = /^\[(.*)\]/.exec(source);
  if (list) {
    return [...(list[1] ?? "").matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|([^,\s]+)/g)].map(
      (item) => item[1] ?? item[2] ?? item[3] ?? "",
    );
  }
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(source);
  if (quoted) return (quoted[1] ?? "").replace(/\\(["\\])/g, "$1").replace(/\\n/g, " ");
  const literal = /^'([^']*)'/.exec(source);
  if (literal) return literal[1] ?? "";
  const bare = source.replace(/\s+#.*$/, "");
  if (bare === "true" || bare === "false") return bare === "true";
  return bare;
}
