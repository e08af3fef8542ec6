import { calloutKind } from "./callout-kind";
import type { Opening } from "./container";
import { plainTitle } from "./plain-title";

const ADMONITION = /^(!!!|\?\?\?\+?)\s*([A-Za-z][\w-]*)?((?:\s+[A-Za-z][\w-]*)*)\s*(?:["“](.*)["”])?\s*$/;
const TAB = /^===[!+]*\s+(?:"(.+)"|“(.+)”)\s*$/;

/** `!!! note "Title"`, `??? note` (folded), `???+ note` (folded, open) and `=== "Tab"`: bodies indented by four. */
export function mkdocsOpening(line: string): Opening | undefined {
  const tab = TAB.exec(line);
  if (tab) {
    const label = plainTitle(tab[1] ?? tab[2] ?? "");
    return { container: { type: "tab", label }, mode: "indent", name: "", colons: 0 };
  }
  const match = ADMONITION.exec(line);
  if (!match || (match[2] === undefined && match[4] === undefined)) return undefined;
  const name = match[2] ?? "note";
  const title = match[4] === undefined ? undefined : plainTitle(match[4]);
  const kind = calloutKind(name) ?? "note";
  if (match[1] === "!!!") {
    const box = { type: "callout" as const, kind, name: calloutKind(name) ? name : "note" };
    return { container: title === undefined ? box : { ...box, title }, mode: "indent", name, colons: 0 };
  }
  const open = match[1] === "???+";
  return {
    container: { type: "details", open, name, ...(title === undefined || title === "" ? {} : { title }) },
    mode: "indent",
    name,
    colons: 0,
  };
}
