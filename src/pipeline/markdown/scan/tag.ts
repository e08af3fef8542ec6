/** A tag of HTML or JSX as the author wrote it. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** Offset just after its `>`. */
  readonly end: number;
}

const NAME = /<(\/?)([A-Za-z][\w.-]*)/y;
const SPACE = /\s*/y;
const END = /(\/?)>/y;
const ATTRIBUTE = /([@:\w-]+[\w:.-]*)(?:\s*=\s*)?/y;
const UNQUOTED = /[^\s"'`<>={}]+/y;

/**
 * Reads the tag that begins at `start`. Knows JSX: values in braces (text inside quotes in them is taken,
 * expressions are passed over) and spread attributes.
 *
 * @returns undefined when it is no complete tag.
 */
export function readTag(text: string, start = 0): Tag | undefined {
  const opening = stick(NAME, text, start);
  if (!opening) return undefined;
  const attributes: Record<string, string> = {};
  let at = start + opening[0].length;
  for (;;) {
    at += stick(SPACE, text, at)?.[0].length ?? 0;
    const end = stick(END, text, at);
    if (end) {
      return {
        name: opening[2] ?? "",
        attributes,
        closing: opening[1] === "/",
        selfClosing: end[1] === "/",
        end: at + end[0].length,
      };
    }
    if (text[at] === "{") {
      const after = braces(text, at);
      if (after < 0) return undefined;
      at = after;
      continue;
    }
    const attribute = stick(ATTRIBUTE, text, at);
    if (!attribute?.[1]) return undefined;
    at += attribute[0].length;
    if (!attribute[0].includes("=")) {
      attributes[attribute[1]] = "";
      continue;
    }
    const value = attributeValue(text, at);
    if (!value) return undefined;
    attributes[attribute[1]] = value.text;
    at = value.end;
  }
}

function attributeValue(text: string, at: number): { text: string; end: number } | undefined {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, at + 1);
    return end < 0 ? undefined : { text: text.slice(at + 1, end), end: end + 1 };
  }
  if (quote === "{") {
    const end = braces(text, at);
    if (end < 0) return undefined;
    const literal = /^\s*(["'`])([\s\S]*)\1\s*$/.exec(text.slice(at + 1, end - 1));
    return { text: literal?.[2] ?? text.slice(at + 1, end - 1).trim(), end };
  }
  const bare = stick(UNQUOTED, text, at);
  return bare ? { text: bare[0], end: at + bare[0].length } : undefined;
}

/** The offset after the brace that closes the one at `at`; -1 when none does. */
function braces(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length && index - at < 5000; index++) {
    const character = text[index];
    if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return index + 1;
    else if (character === '"' || character === "'" || character === "`") {
      const end = text.indexOf(character, index + 1);
      if (end < 0) return -1;
      index = end;
    }
  }
  return -1;
}

function stick(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
