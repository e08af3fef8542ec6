import { calloutKind } from "./callout-kind";
import type { Container } from "./container";
import { plainTitle } from "./plain-title";

/** A directive of MyST: ```` ```{note} ```` or `:::{note}`, with the options below its first line. */
export interface Directive {
  readonly name: string;
  readonly argument: string;
  readonly options: Readonly<Record<string, string>>;
}

/** What becomes of a directive: a box around its content, code, Markdown before its content, or nothing at all. */
export type DirectiveMeaning =
  | { readonly type: "container"; readonly container: Container; readonly lead?: string }
  | { readonly type: "code"; readonly language: string }
  | { readonly type: "embed"; readonly target: string }
  | { readonly type: "drop" };

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const CODE = names(
  "code-block code sourcecode prompt parsed-literal mermaid eval-rst csv-table math doctest code-cell",
);
const DROPPED = names(
  "toctree contents tableofcontents index literalinclude automodule autoclass autofunction autosummary bibliography " +
    "glossary-index todolist raw meta highlight",
);
const GROUPS = names(
  "list-table table grid grid-item container div only rst-class centered epigraph pull-quote glossary hlist margin " +
    "sidebar tab-set-code card-carousel panels",
);
const CHANGES: Readonly<Record<string, string>> = {
  versionadded: "Added in version",
  versionchanged: "Changed in version",
  deprecated: "Deprecated since version",
};

/** @returns undefined for a name that is no directive: a cell of code (`{r}`, `{python}`), say */
export function directiveMeaning({ name, argument, options }: Directive): DirectiveMeaning | undefined {
  const title = plainTitle(argument);
  const titled = title === "" ? {} : { title };
  const box = (container: Container, lead?: string): DirectiveMeaning => ({
    type: "container",
    container,
    ...(lead ? { lead } : {}),
  });
  if (CODE.has(name)) return { type: "code", language: name === "mermaid" ? name : codeLanguage(name, argument) };
  if (DROPPED.has(name)) return { type: "drop" };
  if (GROUPS.has(name)) return box({ type: "group" }, name === "glossary" ? "" : argument);
  switch (name) {
    case "admonition": {
      const style = (options.class ?? "").split(/[\s,]+/).find((word) => calloutKind(word)) ?? "note";
      if (/\b(?:dropdown|toggle)\b/.test(options.class ?? "")) {
        return box({ type: "details", name: "", open: false, ...titled });
      }
      return box({ type: "callout", kind: calloutKind(style) ?? "note", name: style, ...titled });
    }
    case "dropdown":
    case "details":
    case "toggle":
    case "collapse":
      return box({ type: "details", name: "", open: "open" in options, ...titled });
    case "tab-set":
    case "tabs":
      return box({ type: "tabs" });
    case "tab-item":
    case "tab":
    case "group-tab":
      return box({ type: "tab", label: title });
    case "card":
    case "grid-item-card":
      return box(title === "" ? { type: "group" } : { type: "card", title, ...cardLink(options) });
    case "figure":
    case "image": {
      const alt = (options.alt ?? "").replace(/[[\]]/g, "\\$&");
      const width = /^(\d+)(?:px)?$/.exec(options.width ?? "")?.[1];
      const image = `![${alt}](<${argument.trim()}>)${width ? `{width=${width}}` : ""}`;
      return box({ type: "group" }, argument.trim() === "" ? "" : image);
    }
    case "include":
      return /\.(?:md|mdx|markdown)$/i.test(argument.trim())
        ? { type: "embed", target: argument.trim() }
        : { type: "drop" };
    case "rubric":
      return box({ type: "group" }, `**${argument.trim()}**`);
  }
  const change = Object.hasOwn(CHANGES, name) ? CHANGES[name] : undefined;
  if (change) return box({ type: "callout", kind: "note", name: "note", title: `${change} ${title}`.trim() });
  const kind = calloutKind(name);
  // What follows the name of a note is the beginning of its text.
  return kind ? box({ type: "callout", kind, name }, argument.trim()) : undefined;
}

function codeLanguage(name: string, argument: string): string {
  return /^(?:eval-rst|csv-table|math|doctest)$/.test(name) ? "" : (/^[\w+#-]+/.exec(argument)?.[0] ?? "");
}

function cardLink(options: Readonly<Record<string, string>>): { href?: string } {
  const href = options.link;
  return href ? { href } : {};
}
