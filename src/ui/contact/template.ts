/** What a channel's URL template may ask for. */
export interface TemplateValues {
  readonly question: string;
  /** Absolute address of the page the reader came from. */
  readonly page: string;
  readonly topic: string;
  readonly locale: string;
}

const PLACEHOLDER = /\{(question|page|topic|locale)\}/g;

/** Fills `{question}`, `{page}`, `{topic}` and `{locale}`, percent-encoded; other braces stay. */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(PLACEHOLDER, (_, name: keyof TemplateValues) => encodePart(values[name]));
}

/** A `mailto:` address with subject and body. Lines end in CRLF, as RFC 6068 asks. */
export function mailtoHref(address: string, subject: string, body: string): string {
  const fields = [
    ["subject", subject],
    ["body", body.replace(/\r?\n/g, "\r\n")],
  ].filter(([, value]) => value !== "");
  const query = fields.map(([name, value]) => `${name}=${encodePart(value ?? "")}`).join("&");
  return `mailto:${encodeURI(address)}${query && `?${query}`}`;
}

export function telHref(number: string): string {
  return `tel:${number.replace(/[^+\d*#,;]/g, "")}`;
}

/** Mail programs and chat services cut long links; a question this long still fits most of them. */
const LONGEST = 1500;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** `encodeURIComponent` that survives half a surrogate pair (pasted or cut text). */
function encodePart(value: string): string {
  return encodeURIComponent(value.slice(0, LONGEST).replace(LONE_SURROGATE, "\uFFFD"));
}
