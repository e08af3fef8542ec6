import { calloutKind } from "./callout-kind";
import type { Container, Opening } from "./container";
import { plainTitle } from "./plain-title";

const OPENING = /^(:{3,})\s*(?:([A-Za-z\u4E00-\u9FFF][\w\u4E00-\u9FFF-]*)|\{\s*([^}]*)\})\s*(?:\[(.*?)\])?\s*(.*)$/;

/** The number of colons of a line that closes a `:::` container; 0 for any other line. */
export function colonClosing(line: string): number {
  return /^(:{3,})\s*$/.exec(line)?.[1]?.length ?? 0;
}

/**
 * `:::tip Title` (VitePress), `:::tip[Title]{…}` (Docusaurus, Starlight, remark-directive), `:::{note} Title` (MyST),
 * `::: {.callout-note title="…"}` (Quarto, Pandoc). An unknown name keeps its content.
 */
export function colonOpening(line: string): Opening | undefined {
  const match = OPENING.exec(line);
  if (!match?.[1]) return undefined;
  const attributes = `${match[3] ?? ""} ${/\{([^{}]*)\}\s*$/.exec(match[5] ?? "")?.[1] ?? ""}`;
  const name = match[2] ?? /(?:^|[\s.])(?:callout-)?([A-Za-z][\w-]*)/.exec(match[3] ?? "")?.[1] ?? "";
  const written = match[4] ?? /title="([^"]*)"/.exec(attributes)?.[1] ?? (match[5] ?? "").replace(/\{[^{}]*\}\s*$/, "");
  return {
    container: colonContainer(name, plainTitle(written), attributes),
    mode: "colon",
    name,
    colons: match[1].length,
  };
}

function colonContainer(name: string, title: string, attributes: string): Container {
  const kind = calloutKind(name);
  if (kind) return { type: "callout", kind, name, ...(title === "" ? {} : { title }) };
  switch (name.toLowerCase()) {
    case "details":
    case "dropdown":
    case "spoiler":
    case "collapse":
      return { type: "details", name: "", open: /\bopen\b/.test(attributes), ...(title === "" ? {} : { title }) };
    case "code-group":
      return { type: "code-group" };
    case "tabs":
    case "tab-set":
      return { type: "tabs" };
    case "tab":
    case "tab-item":
      return { type: "tab", label: title };
    case "card":
    case "grid-item-card":
      return title === "" ? { type: "group" } : { type: "card", title };
    default:
      return { type: "group" };
  }
}
