import { type ActionField, wholePattern } from "../../domain/action";

/** Longer than any number, code or name that a form of another site takes. */
const LONGEST = 300;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What a field's text amounts to. */
export type FieldCheck =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: "missing" | "mismatch" };

/**
 * Checks one field. Full-width letters and digits count as the plain ones, and where the pattern asks for it, spaces,
 * hyphens and lower case are forgiven: `ev 123 456 789 gb` is a parcel number to its reader.
 */
export function checkField(
  { pattern, optional }: Pick<ActionField, "pattern" | "optional">,
  typed: string,
): FieldCheck {
  const value = typed.normalize("NFKC").replace(LONE_SURROGATE, "\uFFFD").trim();
  if (value === "") return optional ? { ok: true, value } : { ok: false, problem: "missing" };
  // A browser takes dots alone for a way up the path, percent-encoded or not.
  if (value.length > LONGEST || /^\.+$/.test(value)) return { ok: false, problem: "mismatch" };
  const expression = pattern === undefined ? undefined : wholePattern(pattern);
  if (!expression) return { ok: true, value };
  const tight = value.replace(/[\s\p{Pd}]/gu, "");
  const fitting = [value, value.toUpperCase(), tight, tight.toUpperCase()].find((form) => expression.test(form));
  return fitting === undefined ? { ok: false, problem: "mismatch" } : { ok: true, value: fitting };
}

/** Puts values, percent-encoded, into a URL template. A query parameter that is nothing but an empty field goes. */
export function fillAction(url: string, values: Readonly<Record<string, string>>): string {
  const hashAt = url.indexOf("#");
  const beforeHash = hashAt < 0 ? url : url.slice(0, hashAt);
  const hash = hashAt < 0 ? "" : url.slice(hashAt);
  const queryAt = beforeHash.indexOf("?");
  const path = queryAt < 0 ? beforeHash : beforeHash.slice(0, queryAt);
  const parameters = queryAt < 0 ? [] : beforeHash.slice(queryAt + 1).split("&");
  const kept = parameters.filter((parameter) => {
    const name = /^[^=]*=\{([A-Za-z][\w-]*)\}$/.exec(parameter)?.[1];
    return name === undefined || values[name] === undefined || values[name] !== "";
  });
  const query = kept.length === 0 ? "" : `?${kept.join("&")}`;
  return fill(path + query + hash, values);
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([A-Za-z][\w-]*)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : encodeURIComponent(value);
  });
}

/** The address as far as it leads without any field: up to the last step before the first one. */
export function plainAddress(url: string): string {
  const at = url.search(/\{[A-Za-z][\w-]*\}/);
  if (at < 0) return url;
  const head = url.slice(0, at);
  const query = head.search(/[?#]/);
  if (query >= 0) return head.slice(0, query);
  return /^https?:/i.test(head) ? head.slice(0, head.lastIndexOf("/") + 1) : "";
}
