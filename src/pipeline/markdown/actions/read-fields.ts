import { isMap, isScalar, type Node } from "yaml";
import { type ActionField, wholePattern } from "../../../domain/action";
import { describeValue } from "../front-matter/read-value";
import { type Complain, entriesOf, textOf } from "./read-action";

const KEYS = ["label", "pattern", "hint", "example", "optional"];

export interface WrittenField {
  readonly field: ActionField;
  readonly node: Node | null | undefined;
}

/** The fields of an action by name, in the author's order. */
export function readFields(node: Node | null | undefined, complain: Complain): Map<string, WrittenField> {
  const fields = new Map<string, WrittenField>();
  if (node === undefined || (isScalar(node) && node.value === null)) return fields;
  if (!isMap(node)) {
    complain(node, "error", "fields: one `name: { label: … }` a line", "something else");
    return fields;
  }
  for (const pair of node.items) {
    const key = pair.key as Node;
    const name = isScalar(key) ? String(key.value) : String(key);
    if (!/^[A-Za-z][\w-]*$/.test(name)) {
      complain(key, "error", "a field's name: a letter, then letters, digits, - or _", name);
      continue;
    }
    fields.set(name, { field: readField(name, pair.value as Node | null, key, complain), node: key });
  }
  return fields;
}

function readField(name: string, node: Node | null, key: Node, complain: Complain): ActionField {
  if (!isMap(node)) {
    // `number: Parcel number` says all there is to say.
    const label = isScalar(node) && typeof node.value === "string" ? node.value.trim() : "";
    if (label === "") complain(key, "error", `a label for the field ${name}`, "none");
    return { name, label: label || name };
  }
  const entries = entriesOf(node, KEYS, `the field ${name}`, complain);
  const label = textOf(entries.get("label"), "label", complain);
  const pattern = textOf(entries.get("pattern"), "pattern", complain);
  const hint = textOf(entries.get("hint"), "hint", complain);
  const example = textOf(entries.get("example"), "example", complain);
  if (label === undefined) complain(key, "error", `a label for the field ${name}`, "none");
  const usable = pattern === undefined || wholePattern(pattern) !== undefined;
  if (!usable) complain(entries.get("pattern"), "error", "pattern: a regular expression", pattern ?? "");
  return {
    name,
    label: label ?? name,
    ...(pattern !== undefined && usable && { pattern }),
    ...(hint !== undefined && { hint }),
    ...(example !== undefined && { example }),
    ...(readOptional(entries.get("optional"), complain) && { optional: true }),
  };
}

function readOptional(node: Node | null | undefined, complain: Complain): boolean {
  if (node === undefined || node === null) return false;
  const value = isScalar(node) ? node.value : node;
  if (typeof value === "boolean") return value;
  complain(node, "error", "optional: true or false", describeValue(isScalar(node) ? node.value : "a list or a map"));
  return false;
}
