import type { Entry } from "./parse-yaml";

/**
 * Reads the `key = value` lines of TOML front matter: texts, numbers, booleans, dates and lists, over several lines too.
 * Tables and everything else are passed over.
 */
export function parseToml(matter: string, firstLine: number): Entry[] {
  const entries: Entry[] = [];
  const lines = matter.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (/^\s*\[/.test(line)) break;
    const match = /^\s*["']?([\w-]+)["']?\s*=\s*(.+?)\s*$/.exec(line);
    if (!match?.[1] || !match[2]) continue;
    const key = match[1];
    const start = firstLine + index;
    const quotes = /^("""|''')/.exec(match[2])?.[1];
    const end = quotes ?? (match[2].startsWith("[") ? "]" : undefined);
    let value = match[2];
    if (end && !value.slice(end.length).includes(end)) {
      const last = lines.findIndex((other, at) => at > index && other.includes(end));
      if (last > 0) {
        value = `${value} ${lines.slice(index + 1, last + 1).join(" ")}`;
        index = last;
      }
    }
    const text = quotes && value.slice(3).split(quotes)[0]?.trim();
    entries.push({ key, value: text ?? tomlValue(value), line: start });
  }
  return entries;
}

function tomlValue(source: string): unknown {
  const list = /^\[(.*)\]/s.exec(source);
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
