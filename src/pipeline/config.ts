import { readFile } from "node:fs/promises";
import Ajv, { type ErrorObject } from "ajv";
import { LineCounter, parseDocument } from "yaml";
import schema from "../../schema/config.schema.json";
import { DEFAULT_THRESHOLD } from "../domain/answer";
import type { ContactChannel, OpeningHours, SiteConfig } from "../domain/config";
import type { Fault } from "../domain/fault";

export const DEFAULT_BRAND = "#0f6b5c";

const validate = new Ajv({
  allErrors: true,
  verbose: true,
  formats: { "time-zone": isTimeZone, "web-address": URL.canParse },
}).compile(schema);

type Raw = { [key: string]: unknown };

export interface LoadedConfig {
  readonly config: SiteConfig;
  readonly faults: readonly Fault[];
  /** Absent: it says nothing of sealed sections. */
  readonly sealing?: SealingLines;
}

/** Where a configuration speaks of sealed sections; 1-based lines. */
export interface SealingLines {
  readonly line: number;
  /** One for each of `sealed.sections`. */
  readonly sections: readonly number[];
  /** A fault that leaves open which sections are sealed. */
  readonly fault?: Fault;
}

/** Keys that mean `sealed`, however they are written. */
const SEALED_KEY = /seal/i;
/** What stands under such a key, whatever it is called. */
const SEALED_KEYS: readonly string[] = ["sections", "lockAfterMinutes"];

/** The configuration of a folder that has none. */
export function defaultConfig(): SiteConfig {
  return complete({});
}

/**
 * Reads and checks a configuration file. Keys that are wrong are reported and left out, so that a
 * mistake in one place does not take the site down.
 *
 * @param file path to read
 * @param name how faults call the file
 * @throws Error when the file cannot be read at all.
 */
export async function loadConfig(file: string, name: string): Promise<LoadedConfig> {
  return parseConfig(await readFile(file, "utf8"), name);
}

/** See {@link loadConfig}. JSON is read by the YAML parser, which knows the line of every value. */
export function parseConfig(text: string, name: string): LoadedConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: false });
  const fault = (line: number, expected: string, found: string): Fault => ({
    code: "config",
    severity: "error",
    file: name,
    line,
    expected,
    found,
  });
  const syntax = document.errors[0];
  if (syntax) {
    const [line = "it does not parse"] = syntax.message.split("\n");
    return unreadable(text, fault(lines.linePos(syntax.pos[0]).line, "JSON", line.replace(/:$/, "")));
  }
  const value: unknown = document.toJS();
  if (!isRecord(value)) return unreadable(text, fault(1, "a JSON object { … }", describe(value)));

  const lineOf = (path: readonly string[]) => lines.linePos(offsetOf(document, path)).line;
  let sealingFault: Fault | undefined;
  const faults: Fault[] = [];
  validate(value);
  for (const error of telling(validate.errors ?? [])) {
    const path = pathOf(error);
    const wrong = fault(lineOf(path), expectation(error), `${path.join(".")}: ${found(error)}`);
    faults.push(wrong);
    if (meansSealing(error, path)) sealingFault ??= wrong;
  }
  faults.sort((a, b) => a.line - b.line);
  const config = complete(whole(value));
  if (!document.has("sealed") && !sealingFault) return { config, faults };
  const sections = config.sealed.sections.map((_, index) => lineOf(["sealed", "sections", String(index)]));
  return {
    config,
    faults,
    sealing: { line: lineOf(["sealed"]), sections, ...(sealingFault && { fault: sealingFault }) },
  };
}

/** Whether an error may be about what is to be sealed: a mistake in it, or its key misspelt or out of its place. */
function meansSealing(error: ErrorObject, path: readonly string[]): boolean {
  if (path[0] === "sealed") return true;
  if (error.keyword !== "additionalProperties") return false;
  const key = path.at(-1) ?? "";
  const value = (error.data as Raw)[key];
  return SEALED_KEY.test(key) || (isRecord(value) && SEALED_KEYS.some((inner) => inner in value));
}

/** What is left of a file that is no configuration. */
function unreadable(text: string, fault: Fault): LoadedConfig {
  const sealing = /\bseal/i.test(text) ? { line: fault.line, sections: [], fault } : undefined;
  return { config: defaultConfig(), faults: [fault], ...(sealing && { sealing }) };
}

/** Takes out what is wrong, then what that leaves incomplete: hours without an end, a topic without an id. */
function whole(value: Raw): Raw {
  let left = value;
  while (!validate(left)) {
    for (const error of validate.errors ?? []) drop(left, pathOf(error));
    left = withoutHoles(left) as Raw;
  }
  return left;
}

/** Where the error stands: the unknown key itself, or the object that lacks a key. */
function pathOf(error: ErrorObject): string[] {
  const path = error.instancePath.split("/").slice(1).map(unescapePointer);
  return error.keyword === "additionalProperties" ? [...path, String(error.params.additionalProperty)] : path;
}

/** Of the errors that a `oneOf` or `if` raises together, the one that tells the author what to do. */
function telling(errors: readonly ErrorObject[]): ErrorObject[] {
  const byPath = new Map<string, ErrorObject>();
  for (const error of errors) {
    if (error.keyword === "if") continue;
    const { additionalProperty, missingProperty } = error.params as Record<string, string | undefined>;
    const key = [error.instancePath, additionalProperty ?? missingProperty ?? []].flat().join("/");
    if (!byPath.has(key) || error.keyword === "oneOf") byPath.set(key, error);
  }
  const texts = [...byPath].filter(([, { keyword }]) => keyword === "oneOf").map(([path]) => `${path}/`);
  return [...byPath]
    .filter(([path]) => !texts.some((text) => path.startsWith(text)))
    .map(([, error]) => error)
    .filter(
      ({ schemaPath, instancePath }) => !(/\/(then|else)\//.test(schemaPath) && byPath.has(`${instancePath}/type`)),
    );
}

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list [ … ]",
  object: "an object { … }",
};

function expectation(error: ErrorObject): string {
  switch (error.keyword) {
    case "additionalProperties":
      return `one of the known keys: ${Object.keys((error.parentSchema as { properties?: Raw }).properties ?? {})
        .filter((key) => key !== "$schema")
        .join(", ")}`;
    case "enum":
      return `one of ${(error.params.allowedValues as unknown[]).join(", ")}`;
    case "required":
      return `the key "${error.params.missingProperty}"`;
    case "oneOf":
      return "a text, or an object with one text per language";
    case "pattern":
    case "format":
    case "minimum":
    case "maximum": {
      const { title, examples } = error.parentSchema as { title: string; examples: (string | number)[] };
      return `${title}, for example ${examples[0]}`;
    }
    case "type":
      return TYPES[error.params.type as string] ?? error.params.type;
    case "minLength":
      return error.params.limit === 1 ? "a text that is not empty" : `a text of ${error.params.limit} or more letters`;
    case "minItems":
    case "minProperties":
      return "at least one";
    case "uniqueItems":
      return "each value once";
    default:
      return error.message ?? error.keyword;
  }
}

function found(error: ErrorObject): string {
  if (error.keyword === "additionalProperties") return "an unknown key";
  if (error.keyword === "required") return "no such key";
  return describe(error.data);
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly string[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

/** Takes the value at a path out of its parent; in a list, the whole element goes. */
function drop(root: Raw, path: readonly string[]): void {
  if (path.length === 0) return;
  let parent: unknown = root;
  for (const key of path.slice(0, -1))
    parent = isRecord(parent) || Array.isArray(parent) ? (parent as Raw)[key] : undefined;
  const last = path.at(-1)!;
  // A hole keeps the indices of the elements that later errors name; `withoutHoles` closes it.
  if (Array.isArray(parent)) parent[Number(last)] = undefined;
  else if (isRecord(parent)) delete parent[last];
}

function withoutHoles(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((element) => element !== undefined).map(withoutHoles);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutHoles(inner)]));
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** Fills in defaults. The value has been validated, what failed is gone. */
function complete(raw: Raw): SiteConfig {
  const contact = (raw.contact ?? {}) as { topics?: SiteConfig["contact"]["topics"]; channels?: Raw[] };
  const locales = (raw.locales ?? []) as string[];
  return {
    name: (raw.name as SiteConfig["name"] | undefined) ?? { en: "Help Centre", zh: "帮助中心" },
    ...(raw.tagline !== undefined && { tagline: raw.tagline as SiteConfig["name"] }),
    ...(raw.logo !== undefined && { logo: raw.logo as string }),
    brandColor: longHex((raw.brandColor as string | undefined) ?? DEFAULT_BRAND),
    ...(raw.siteUrl !== undefined && { siteUrl: withSlash(raw.siteUrl as string) }),
    locales,
    defaultLocale: (raw.defaultLocale as string | undefined) ?? locales[0] ?? "",
    sections: (raw.sections as SiteConfig["sections"] | undefined) ?? {},
    popular: (raw.popular ?? []) as string[],
    contact: { topics: contact.topics ?? [], channels: (contact.channels ?? []).map(completeChannel) },
    allowedHosts: (raw.allowedHosts ?? []) as string[],
    widget: {
      position: "end",
      scheme: "host",
      theme: {},
      sandboxedHosts: false,
      ...(raw.widget as Partial<SiteConfig["widget"]> | undefined),
    },
    sealed: { sections: [], lockAfterMinutes: 10, ...(raw.sealed as Partial<SiteConfig["sealed"]> | undefined) },
    models: (raw.models ?? {}) as SiteConfig["models"],
    answers: {
      enabled: true,
      threshold: DEFAULT_THRESHOLD,
      download: "ask",
      ...(raw.answers as Partial<SiteConfig["answers"]> | undefined),
    },
    speech: { browserService: false, ...(raw.speech as Partial<SiteConfig["speech"]> | undefined) },
  };
}

function completeChannel(raw: Raw): ContactChannel {
  const hours = raw.hours as OpeningHours | undefined;
  return {
    ...(raw as unknown as ContactChannel),
    topics: (raw.topics ?? []) as string[],
    ...(hours && { hours: { ...hours, closed: hours.closed ?? [] } }),
  };
}

function isRecord(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function longHex(color: string): string {
  return color.length === 4
    ? `#${[...color.slice(1)].map((digit) => digit + digit).join("")}`.toLowerCase()
    : color.toLowerCase();
}

function withSlash(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}

function unescapePointer(part: string): string {
  return part.replace(/~1/g, "/").replace(/~0/g, "~");
}
