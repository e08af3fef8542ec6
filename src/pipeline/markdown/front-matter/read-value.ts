import { calendarDate } from "./calendar-date";

/** The outcome of reading one value: the value, or what should have stood there. */
export type Reading<T> = { readonly value: T } | { readonly expected: string };

export function readText(value: unknown): Reading<string> {
  if (typeof value === "string" && value.trim() !== "") return { value: value.replace(/\s+/g, " ").trim() };
  if (typeof value === "number" || typeof value === "boolean") return { value: String(value) };
  if (value instanceof Date) return { value: value.toISOString().slice(0, 10) };
  return { expected: "a text" };
}

export function readNumber(value: unknown): Reading<number> {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? { value: number } : { expected: "a number" };
}

export function readBoolean(value: unknown): Reading<boolean> {
  if (typeof value === "boolean") return { value };
  const word = String(value).trim().toLowerCase();
  if (["true", "yes", "on", "1"].includes(word)) return { value: true };
  if (["false", "no", "off", "0"].includes(word)) return { value: false };
  return { expected: "true or false" };
}

export function readDate(value: unknown): Reading<string> {
  const date = calendarDate(value);
  return date === undefined ? { expected: "a date, YYYY-MM-DD" } : { value: date };
}

/** A list, or one text with commas between its items. */
export function readList(value: unknown): Reading<readonly string[]> {
  if (typeof value === "string") return { value: items(value.split(/[,，、]/)) };
  return readLines(value);
}

/** A list, or one single text; commas belong to the text. */
export function readLines(value: unknown): Reading<readonly string[]> {
  if (typeof value === "string" || typeof value === "number") return { value: items([String(value)]) };
  // `[[Page]]` is an Obsidian link to its author and a list in a list to YAML.
  if (Array.isArray(value)) {
    const flat: unknown[] = value.flat(3);
    if (flat.every((item) => ["string", "number", "boolean"].includes(typeof item))) {
      return { value: items(flat.map(String)) };
    }
  }
  return { expected: "a list of texts" };
}

function items(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
}

/** One word out of a few; the table maps every accepted spelling (lower case) to its value. */
export function readWord<T extends string>(value: unknown, words: Readonly<Record<string, T>>): Reading<T> {
  const word = words[String(value).trim().toLowerCase()];
  return word === undefined ? { expected: [...new Set(Object.values(words))].join(", ") } : { value: word };
}

/** A BCP 47 language tag; underscores are taken for hyphens. */
export function readLanguage(value: unknown): Reading<string> {
  const tag = String(value).trim().replaceAll("_", "-");
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)
    ? { value: tag.replace(/^[A-Za-z]+/, (primary) => primary.toLowerCase()) }
    : { expected: "a language tag such as en or zh" };
}

/** A value as a fault shows it: short, on one line. */
export function describeValue(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/\s+/g, " ").trim();
  if (line === "" || line === "null") return "nothing";
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
