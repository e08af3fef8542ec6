import { embed } from "./embed";
import { EMBED } from "./marks";
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

/** `<!--@include: ./part.md-->` and `<<< @/code.js` of VitePress. */
export function includeLine(scanner: Scanner, content: string, indent: number, source: number): boolean {
  const target = /^<!--\s*@include:\s*(\S+?\.mdx?)(?:[#{][^>]*?)?\s*-->$/.exec(content)?.[1];
  if (target) {
    scanner.emit(" ".repeat(indent) + embed(EMBED, target.replace(/^@\//, "/")), source);
    return true;
  }
  if (!/^<<<\s*[@./]\S+/.test(content)) return false;
  scanner.fault(source, "the code itself: files of code are left out", content);
  scanner.emit("", source);
  return true;
}

/** `import` and `export` of MDX. An English sentence may begin with these words, so the form must be exact. */
export function moduleLine(scanner: Scanner, content: string, source: number): boolean {
  if (scanner.paragraph) return false;
  const part = /^import\s+([A-Z]\w*)\s+from\s+["']([^"']+\.mdx?)["']\s*;?\s*$/.exec(content);
  if (part?.[1] && part[2]) scanner.imports.set(part[1], part[2].replace(/^@site\/(?:docs\/)?/, "/"));
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
