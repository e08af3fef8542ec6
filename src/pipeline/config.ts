import { readFile } from "node:fs/promises";
import Ajv, { type ErrorObject } from "ajv";
import { LineCounter, parseDocument } from "yaml";
import schema from "../../schema/config.schema.json";
import type { ContactChannel, OpeningHours, SiteConfig } from "../domain/config";
import type { Fault } from "../domain/fault";

export const DEFAULT_BRAND = "#0f6b5c";

const validate = new Ajv({ allErrors: true, verbose: true }).compile(schema);

type Raw = { [key: string]: unknown };

export interface LoadedConfig {
  readonly config: SiteConfig;
  readonly faults: readonly Fault[];
}

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
    return {
      config: defaultConfig(),
      faults: [fault(lines.linePos(syntax.pos[0]).line, "JSON", line.replace(/:$/, ""))],
    };
  }
  const value: unknown = document.toJS();
  if (!isRecord(value)) return { config: defaultConfig(), faults: [fault(1, "a JSON object { … }", describe(value))] };

  const faults: Fault[] = [];
  validate(value);
  for (const error of telling(validate.errors ?? [])) {
    const path = error.instancePath.split("/").slice(1).map(unescapePointer);
    if (error.keyword === "additionalProperties") path.push(String(error.params.additionalProperty));
    const offset = offsetOf(document, path);
    faults.push(
      fault(lines.linePos(offset).line, expectation(error), `${path.join(".") || "the file"}: ${found(error, value)}`),
    );
    drop(value, path);
  }
  for (const zone of badTimeZones(value)) {
    faults.push(
      fault(
        lines.linePos(offsetOf(document, zone.path)).line,
        "an IANA time zone such as Europe/London",
        describe(zone.value),
      ),
    );
    drop(value, zone.path.slice(0, -1));
  }
  return { config: complete(value), faults };
}

/** Of the errors that a `oneOf` or `if` raises together, the one that tells the author what to do. */
function telling(errors: readonly ErrorObject[]): ErrorObject[] {
  const byPath = new Map<string, ErrorObject>();
  for (const error of errors) {
    if (error.keyword === "if") continue;
    const key =
      error.keyword === "additionalProperties"
        ? `${error.instancePath}/${error.params.additionalProperty}`
        : error.instancePath;
    const known = byPath.get(key);
    if (!known || error.keyword === "oneOf") byPath.set(key, error);
  }
  const paths = [...byPath.keys()];
  return [...byPath]
    .filter(
      ([path, error]) =>
        error.keyword === "oneOf" ||
        !paths.some(
          (other) => other !== path && path.startsWith(`${other}/`) && byPath.get(other)?.keyword === "oneOf",
        ),
    )
    .map(([, error]) => error);
}

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
      return (error.parentSchema as { description?: string }).description ?? `a text like ${error.params.pattern}`;
    default:
      return error.message ?? error.keyword;
  }
}

function found(error: ErrorObject, value: unknown): string {
  if (error.keyword === "additionalProperties") return "an unknown key";
  if (error.keyword === "required") return "no such key";
  return describe(error.data ?? value);
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
  // A hole keeps the indices of the elements that later faults name; `complete` closes it.
  if (Array.isArray(parent)) parent[Number(last)] = undefined;
  else if (isRecord(parent)) delete parent[last];
}

function badTimeZones(config: Raw): { path: string[]; value: unknown }[] {
  const contact = config.contact;
  const channels = isRecord(contact) && Array.isArray(contact.channels) ? contact.channels : [];
  return channels.flatMap((channel: unknown, index) => {
    const hours = isRecord(channel) ? channel.hours : undefined;
    if (!isRecord(hours) || isTimeZone(hours.timeZone)) return [];
    return [{ path: ["contact", "channels", String(index), "hours", "timeZone"], value: hours.timeZone }];
  });
}

function isTimeZone(value: unknown): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: String(value) });
    return true;
  } catch {
    return false;
  }
}

/** Fills in defaults. The value has been validated, what failed is gone. */
function complete(raw: Raw): SiteConfig {
  const contact = (raw.contact ?? {}) as { topics?: SiteConfig["contact"]["topics"]; channels?: Raw[] };
  const locales = present(raw.locales as string[] | undefined);
  return {
    name: (raw.name as SiteConfig["name"] | undefined) ?? { en: "Help Centre", zh: "帮助中心" },
    ...(raw.tagline !== undefined && { tagline: raw.tagline as SiteConfig["name"] }),
    ...(raw.logo !== undefined && { logo: raw.logo as string }),
    brandColor: longHex((raw.brandColor as string | undefined) ?? DEFAULT_BRAND),
    ...(raw.siteUrl !== undefined && { siteUrl: withSlash(raw.siteUrl as string) }),
    locales,
    defaultLocale: (raw.defaultLocale as string | undefined) ?? locales[0] ?? "",
    sections: (raw.sections as SiteConfig["sections"] | undefined) ?? {},
    popular: present(raw.popular as string[] | undefined),
    contact: {
      topics: present(contact.topics),
      channels: present(contact.channels).filter(isUsable).map(completeChannel),
    },
    allowedHosts: present(raw.allowedHosts as string[] | undefined),
  };
}

function completeChannel(raw: Raw): ContactChannel {
  const hours = raw.hours as OpeningHours | undefined;
  return {
    ...(raw as unknown as ContactChannel),
    topics: present(raw.topics as string[] | undefined),
    ...(hours && { hours: { ...hours, open: present(hours.open), closed: present(hours.closed) } }),
  };
}

/** A channel whose address was wrong has lost it, and with it its use. */
function isUsable(channel: Raw): boolean {
  return channel.type === "email" || channel.type === "phone"
    ? channel.address !== undefined
    : channel.url !== undefined;
}

function present<T>(list: readonly (T | undefined)[] | undefined): T[] {
  return (list ?? []).filter((element): element is T => element !== undefined && element !== null);
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
