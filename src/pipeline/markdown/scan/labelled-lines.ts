import { calloutKind } from "./callout-kind";
import type { Container } from "./container";
import type { Scanner } from "./scanner";

const LABEL = /^(NOTE|WARNING|TIP|CAUTION|IMPORTANT|DANGER|INFO|FLAG|DETAILS|DISCLAIMER):$/;

/** `NOTE:` alone on a line makes a box of the paragraph below it, in older documents of GitLab. */
export function capitalLine(scanner: Scanner, content: string, indent: number, source: number): boolean {
  const name = LABEL.exec(content)?.[1]?.toLowerCase();
  if (!name || scanner.paragraph || !textFollows(scanner)) return false;
  const kind = calloutKind(name);
  const container: Container = kind
    ? { type: "callout", kind, name }
    : name === "details"
      ? { type: "details", name: "", open: true }
      : { type: "callout", kind: "note", name: "note" };
  scanner.open({ container, mode: "paragraph", name: "", colons: 0 }, indent, source);
  return true;
}

/** `{: .note }` above a paragraph or quotation makes a box of it (Just the Docs); false for any other class. */
export function classedBlock(scanner: Scanner, list: string, indent: number, source: number): boolean {
  const name = /\.([a-z]+)(?:-title)?(?=[\s.#]|$)/i.exec(list)?.[1] ?? "";
  const kind = calloutKind(name);
  if (!kind || scanner.paragraph || !textFollows(scanner)) return false;
  const titled = /-title\b/.test(list) ? { titleInside: true as const } : {};
  const container: Container = { type: "callout", kind, name, ...titled };
  scanner.open({ container, mode: "paragraph", name: "", colons: 0 }, indent, source);
  return true;
}

/** `::Tabs`, `:::TabTitle Label` and `::EndTabs` of older documents of GitLab. */
export function gitlabTabs(scanner: Scanner, content: string, indent: number, source: number): boolean {
  const label = /^:::TabTitle\s+(.+)$/.exec(content)?.[1];
  if (content !== "::Tabs" && content !== "::EndTabs" && label === undefined) return false;
  scanner.closeNamed("template", "::tab", source);
  if (content === "::EndTabs") return scanner.closeNamed("template", "::tabs", source);
  const container: Container = label === undefined ? { type: "tabs" } : { type: "tab", label };
  const name = label === undefined ? "::tabs" : "::tab";
  scanner.open({ container, mode: "template", name, colons: 0 }, indent, source);
  const frame = scanner.frames.at(-1);
  if (frame) frame.strip = 0;
  return true;
}

function textFollows(scanner: Scanner): boolean {
  const next = scanner.lines[scanner.at + 1]?.trim() ?? "";
  return next !== "" && !/^(?:#{1,6}\s|\{|[`~]{3})/.test(next);
}
