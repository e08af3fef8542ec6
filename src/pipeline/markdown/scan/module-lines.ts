import { EMBED } from "./marks";
import { embed } from "./rewrite-inline";
import type { Scanner } from "./scanner";

/** `--8<-- "file"` of MkDocs; the block form lists one file a line. */
export function snippetLine(scanner: Scanner, content: string, indent: number, source: number): boolean {
  const single = /^[-;]+8<[-;]+\s+["“'](.+?)["”']\s*$/.exec(content);
  if (single?.[1]) {
    scanner.emit(" ".repeat(indent) + embed(EMBED, single[1].replace(/:[\w:-]*$/, "")), source);
    return true;
  }
  const isEnd = (line: string) => /^-+8<-+$/.test(line.trim());
  const closed = scanner.lines.slice(scanner.at + 1, scanner.at + 100).some(isEnd);
  if (!isEnd(content) || !closed) return false;
  scanner.emit("", source);
  for (scanner.at++; scanner.at < scanner.lines.length; scanner.at++) {
    const line = scanner.lines[scanner.at]?.trim() ?? "";
    if (isEnd(line)) break;
    if (line !== "" && !line.startsWith(";"))
      scanner.emit(" ".repeat(indent) + embed(EMBED, line), scanner.firstLine + scanner.at);
    scanner.emit("", scanner.firstLine + scanner.at);
  }
  return true;
}

/** `import` and `export` of MDX. An English sentence may begin with these words, so the form must be exact. */
export function moduleLine(scanner: Scanner, content: string, source: number): boolean {
  if (scanner.paragraph) return false;
  if (/^import\s+(?:[\w*{][^;'"]*\s+from\s+)?(["'])[^"']+\1\s*;?\s*$/.test(content)) {
    scanner.emit("", source);
    return true;
  }
  const start =
    /^import\s+\{[^}]*$/.test(content) ||
    (scanner.mdx && /^export\s+(?:const|let|var|function|async|default|class|\{|\*)/.test(content));
  if (!start) return false;
  const end = /^import/.test(content) ? /from\s+["'][^"']+["'];?\s*$/ : /^\s*$/;
  const length = scanner.lines.slice(scanner.at, scanner.at + 100).findIndex((line) => end.test(line));
  const endsFile = !content.startsWith("import") && scanner.lines.length - scanner.at <= 100;
  if (length < 0 && !endsFile) return false;
  const last = length < 0 ? scanner.lines.length - 1 : scanner.at + length;
  for (; scanner.at < last; scanner.at++) scanner.emit("", scanner.firstLine + scanner.at);
  scanner.emit("", scanner.firstLine + scanner.at);
  return true;
}
