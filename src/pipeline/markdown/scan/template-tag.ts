/** A tag of a template language: `{{< note >}}` and `{{% note %}}` of Hugo, `{% note %}` of Liquid. */
export interface TemplateTag {
  readonly syntax: "hugo" | "liquid";
  readonly name: string;
  /** Everything after the name, as written. */
  readonly argument: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands there without a key. */
  readonly values: readonly string[];
  readonly closing: boolean;
  readonly selfClosing: boolean;
  /** Characters. */
  readonly length: number;
}

const HUGO = String.raw`\{\{([<%])\s*(\/?)\s*([A-Za-z][\w./-]*?)((?:\s(?:"(?:[^"\\\n]|\\.){0,2000}"|${"`"}[^${"`"}]{0,2000}${"`"}|[^"${"`"}{}]){0,2000}?)?)\s*(\/?)[>%]\}\}`;
const LIQUID = String.raw`\{%-?\s*(\w[\w-]*)(?:\s+(.*?))?\s*-?%\}`;
const HUGO_START = new RegExp(`^${HUGO}`);
const LIQUID_START = new RegExp(`^${LIQUID}`);
const ANY = new RegExp(`${HUGO}|${LIQUID}`, "g");
const ITEM =
  /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))|"((?:[^"\\]|\\.)*)"|`([^`]*)`|(\S+)/g;

/** Reads the tag that a text begins with. */
export function readTemplateTag(text: string): TemplateTag | undefined {
  const hugo = text.startsWith("{{") ? HUGO_START.exec(text) : null;
  if (hugo) return hugoTag(hugo);
  const liquid = text.startsWith("{%") ? LIQUID_START.exec(text) : null;
  return liquid ? liquidTag(liquid[0], liquid[1] ?? "", liquid[2] ?? "") : undefined;
}

/** Puts something in the place of every tag of a text; `undefined` leaves it as it is. */
export function replaceTemplateTags(
  text: string,
  replace: (tag: TemplateTag, offset: number) => string | undefined,
): string {
  return text.replace(ANY, (whole: string, ...groups: unknown[]) => {
    const match = [whole, ...groups] as unknown as RegExpExecArray;
    const tag = match[3] !== undefined ? hugoTag(match) : liquidTag(whole, match[6] ?? "", match[7] ?? "");
    const shown = replace(tag, groups.at(-2) as number);
    // Lines stay lines, so that faults below name the right one.
    return shown === undefined ? whole : shown + whole.replace(/[^\n]/g, "");
  });
}

function hugoTag(match: RegExpExecArray): TemplateTag {
  const argument = (match[4] ?? "").trim();
  return {
    syntax: "hugo",
    name: match[3] ?? "",
    argument,
    ...items(argument),
    closing: match[2] === "/",
    selfClosing: match[5] === "/",
    length: match[0].length,
  };
}

function liquidTag(whole: string, name: string, argument: string): TemplateTag {
  const closing = /^end\w/.test(name);
  const bare = closing ? name.slice(3) : name;
  const rest = { closing, selfClosing: false, length: whole.length };
  return { syntax: "liquid", name: bare, argument, ...items(argument), ...rest };
}

function items(argument: string): Pick<TemplateTag, "attributes" | "values"> {
  const attributes: Record<string, string> = {};
  const values: string[] = [];
  for (const item of argument.matchAll(ITEM)) {
    const value = unescaped(item[2] ?? item[6]) ?? item[3] ?? item[4] ?? item[5] ?? item[7] ?? item[8] ?? "";
    if (item[1]) attributes[item[1].toLowerCase()] = value;
    else values.push(value);
  }
  return { attributes, values };
}

function unescaped(text: string | undefined): string | undefined {
  return text?.replace(/\\(["\\])/g, "$1");
}
