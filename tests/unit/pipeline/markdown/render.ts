import type { BodyPart, ParsedDocument, Reference } from "../../../../src/pipeline/markdown/document";
import { parseMarkdown } from "../../../../src/pipeline/markdown/parse-markdown";

export function parse(text: string, path = "guide/page.md"): ParsedDocument {
  return parseMarkdown({ path, text });
}

/** The body as HTML; references show as `{type target}`, line feeds between blocks are taken out. */
export function render(text: string, path?: string): string {
  return show(parse(text, path).body);
}

export function show(body: readonly BodyPart[]): string {
  return body
    .map((part) => (typeof part === "string" ? part : reference(part)))
    .join("")
    .replace(/>\s*\n\s*</g, "><")
    .trim();
}

function reference(part: Reference): string {
  const wiki = part.type !== "media" && part.wiki ? " wiki" : "";
  if (part.type !== "image") return `{${part.type}${wiki} ${part.target}}`;
  const size = part.width || part.height ? ` ${part.width ?? ""}x${part.height ?? ""}` : "";
  return `{image${wiki} ${part.target} "${part.alt.replace(/[<>]/g, "?")}"${size}}`;
}
