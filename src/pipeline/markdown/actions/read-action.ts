import { isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { type Action, type ActionField, placeholdersOf, wholePattern } from "../../../domain/action";
import type { Fault } from "../../../domain/fault";
import { describeValue } from "../front-matter/read-value";
import { addressProblem } from "./action-address";
import { readFields } from "./read-fields";

/** What stands in an `:::action` container. */
export interface ActionSource {
  readonly file: string;
  readonly title: string;
  /** Line of the file that opens the container. */
  readonly line: number;
  /** The lines below it, without their common indentation. */
  readonly text: string;
  /** What its id begins with; unique in the article. */
  readonly anchor: string;
}

/** What went into the card, as far as it can be used. */
export interface ActionReading {
  /** Absent when there is nothing to open. */
  readonly action?: Action;
  /** What the reader is told in that case. */
  readonly note?: string;
  readonly faults: readonly Fault[];
}

/** Reports something wrong in a container, at a node of its YAML. */
export type Complain = (
  node: Node | null | undefined,
  severity: Fault["severity"],
  expected: string,
  found: string,
) => void;

const KEYS = ["url", "fields", "button", "note"];

/** Reads an author's action. Never throws: what is wrong is a fault, and what is left still makes a card. */
export function readAction(source: ActionSource): ActionReading {
  const faults: Fault[] = [];
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  const lineAt = (offset: number) => source.line + lines.linePos(offset).line;
  const push = (line: number, severity: Fault["severity"], expected: string, found: string) => {
    faults.push({ code: "action", severity, file: source.file, line, expected, found });
  };
  const complain: Complain = (node, severity, expected, found) =>
    push(node?.range ? lineAt(node.range[0]) : source.line, severity, expected, found);

  if (source.title === "") push(source.line, "error", "a title after :::action", "nothing");
  const error = document.errors[0];
  if (error) {
    const reason = error.message.split("\n")[0]?.replace(/[.\s]+$/, "") ?? "";
    push(lineAt(error.pos[0]), "error", "well-formed YAML in :::action, one `key: value` a line", reason);
  }
  if (!isMap(document.contents)) {
    if (!error) push(source.line, "error", "`url: …` and further keys in :::action", describeValue(source.text));
    return { faults };
  }
  const entries = entriesOf(document.contents, KEYS, ":::action", complain);
  const text = (key: string) => textOf(entries.get(key), key, complain);
  const url = text("url")?.replace(/\s/g, "");
  const button = text("button");
  const note = text("note");
  const written = readFields(entries.get("fields"), complain);
  if (url === undefined) {
    if (!entries.has("url")) push(source.line, "error", "a `url` in :::action", "none");
    return { faults, ...(note !== undefined && { note }) };
  }
  const problem = addressProblem(url);
  if (problem !== undefined) {
    complain(entries.get("url"), "error", problem, describeValue(url));
    return { faults, ...(note !== undefined && { note }) };
  }
  const asked = placeholdersOf(url);
  for (const name of asked) {
    if (written.has(name)) continue;
    complain(entries.get("url"), "error", `a field named ${name} under \`fields\``, `{${name}} in the url`);
  }
  const fields: ActionField[] = [];
  for (const [name, { field, node }] of written) {
    if (asked.includes(name)) fields.push(field);
    else complain(node, "warning", `{${name}} in the url`, `a field that the url does not use: ${name}`);
  }
  checkExamples(fields, (name) => written.get(name)?.node, complain);
  // A placeholder that nobody can fill in leaves the way there, not a broken address.
  const usable = asked.every((name) => written.has(name))
    ? { url, fields }
    : { url: url.split("{")[0] ?? "", fields: [] };
  const action: Action = {
    anchor: source.anchor,
    title: source.title === "" ? (button ?? url) : source.title,
    ...usable,
    ...(button !== undefined && { button }),
    ...(note !== undefined && { note }),
  };
  return { action, faults };
}

/** An example that its own pattern refuses would send every reader astray. */
function checkExamples(
  fields: readonly ActionField[],
  nodeOf: (name: string) => Node | null | undefined,
  complain: Complain,
): void {
  for (const { name, pattern, example } of fields) {
    if (pattern === undefined || example === undefined || wholePattern(pattern)?.test(example) !== false) continue;
    complain(nodeOf(name), "warning", `an example that matches the pattern ${pattern}`, example);
  }
}

/** The values of a map by key; keys that mean nothing here are reported. */
export function entriesOf(
  map: YAMLMap,
  known: readonly string[],
  where: string,
  complain: Complain,
): Map<string, Node | null> {
  const entries = new Map<string, Node | null>();
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    if (known.includes(key)) entries.set(key, pair.value as Node | null);
    else complain(pair.key as Node, "warning", `${known.join(", ")} in ${where}`, key);
  }
  return entries;
}

/** A scalar as one line of text; anything else is reported. */
export function textOf(node: Node | null | undefined, key: string, complain: Complain): string | undefined {
  if (node === undefined || node === null) return undefined;
  const value = isScalar(node) ? node.value : undefined;
  if (["string", "number", "boolean"].includes(typeof value) && String(value).trim() !== "") {
    return String(value).replace(/\s+/g, " ").trim();
  }
  complain(node, "error", `${key}: a text`, describeValue(isScalar(node) ? node.value : "a list or a map"));
  return undefined;
}
