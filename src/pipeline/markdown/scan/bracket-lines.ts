import { calloutKind } from "./callout-kind";
import type { Container } from "./container";
import { plainTitle } from "./plain-title";
import type { Scanner } from "./scanner";

const OPENING = /^\[(details|note|spoiler|quote|callout|tabs|tab)(?:[=\s]([^\]]*))?\]$/i;
const CLOSING = /^\[\/(details|note|spoiler|quote|callout|tabs|tab)\]$/i;

/** `[details="Summary"]` and `[note type=caution]` of Discourse, up to `[/details]` and `[/note]`. */
export function bracketLine(scanner: Scanner, content: string, indent: number, source: number): boolean {
  const closing = CLOSING.exec(content)?.[1]?.toLowerCase();
  if (closing) return scanner.closeNamed("template", closing, source);
  const match = OPENING.exec(content);
  if (!match?.[1]) return false;
  const name = match[1].toLowerCase();
  if (scanner.lastLineWith(`[/${match[1]}]`) <= scanner.at) return false;
  scanner.open(
    { container: bracketContainer(name, match[2] ?? ""), mode: "template", name, colons: 0 },
    indent,
    source,
  );
  return true;
}

function bracketContainer(name: string, argument: string): Container {
  const title = plainTitle(argument.replace(/^["“']|["”']$/g, ""));
  switch (name) {
    case "details":
    case "spoiler":
      return { type: "details", name: "", open: false, ...(title === "" ? {} : { title }) };
    case "tabs":
      return { type: "tabs" };
    case "tab":
      return { type: "tab", label: title };
    case "quote":
      return { type: "group" };
    default: {
      const style = /type\s*=\s*["']?([\w-]+)/.exec(argument)?.[1] ?? "note";
      const label = /(?:title|label)\s*=\s*["']([^"']*)["']/.exec(argument)?.[1];
      const kind = calloutKind(style) ?? "note";
      return { type: "callout", kind, name: calloutKind(style) ? style : "note", ...(label ? { title: label } : {}) };
    }
  }
}
