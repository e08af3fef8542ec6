import { calloutKind } from "./callout-kind";
import type { Container } from "./container";
import { embed } from "./embed";
import { EMBED } from "./marks";
import { plainTitle } from "./plain-title";
import type { TemplateTag } from "./template-tag";

/**
 * What a tag does here: a box whose kind its argument names, a callout of its own name, code up to its end, Markdown
 * in its place, its words, nothing (`silent`), or only holding its content together (`group`).
 */
type Role =
  | "box"
  | "callout"
  | "details"
  | "tabs"
  | "tab"
  | "code"
  | "figure"
  | "video"
  | "link"
  | "address"
  | "embed"
  | "words"
  | "silent"
  | "group";

/** The words of the usual themes of Hugo, Jekyll, GitBook, Home Assistant, GitLab and GitHub. */
const LISTS: Readonly<Partial<Record<Role, string>>> = {
  box: "alert admonition callout notice hint aside message box adm alertbox",
  details: "details expand expander collapse collapsible spoiler dropdown toggle accordion-item history",
  tabs: "tabs tabpane tabset codetabs code-tabs tabbed",
  tab: "tab codetab code-tab tabitem",
  code: "highlight codeblock mermaid configuration prism",
  figure: "figure img image imgproc lightbox screenshot thumbnail picture",
  video: "youtube vimeo video bilibili",
  link: "button link card linkcard link-card btn",
  address: "ref relref link post_url",
  embed: "readfile include-md includemd",
  words: "kbd keys badge glossary_tooltip term tooltip abbr label tag my octicon status",
  silent:
    "toc icon fa icons octicon br clear feature-state seo feed_meta gist data raw include_cached comment capture if " +
    "elsif else unless case when for break continue assign increment decrement tablerow cycle swagger page-ref yes no " +
    "rowheaders ifversion more childpages children section_index toc-header raw-html",
  group:
    "cards columns column stepper step steps content-ref file code embed accordion grid row col pageinfo div block " +
    "center section wrapper tabs-container blocks lead markdown md",
};

const ROLES: ReadonlyMap<string, Role> = new Map(
  (Object.entries(LISTS) as [Role, string][]).flatMap(([role, names]) =>
    names.split(" ").map((name): [string, Role] => [name, role]),
  ),
);
/** Names of callouts that mean something else in a template. */
const NO_CALLOUTS = new Set("summary default quote cite missing fail failure done check help faq example".split(" "));

/** Words of Liquid: Jekyll, GitBook, GitHub and Home Assistant. Any other tag is text about some template language. */
const LIQUID = new Set(
  (
    "raw include include_relative include_cached comment highlight capture if elsif else unless case when for break " +
    "continue assign increment decrement link post_url tablerow cycle seo feed_meta toc youtube gist hint tabs tab note " +
    "tip warning danger caution important content-ref embed file code stepper step columns column ifversion data octicon " +
    "rowheaders details callout swagger page-ref term my icon configuration abbr"
  ).split(" "),
);

export function isLiquidWord(name: string): boolean {
  return LIQUID.has(name);
}

/** `undefined` for a name that none of the themes uses. */
export function templateRole(name: string): Role | undefined {
  const key = name.toLowerCase().replace(/^.*\//, "");
  return ROLES.get(key) ?? (calloutKind(key) && !NO_CALLOUTS.has(key) ? "callout" : undefined);
}

/** Roles that stand in running text rather than begin a block. */
export function isInlineRole(role: Role | undefined): boolean {
  return role === "link" || role === "address" || role === "words" || role === "figure" || role === "video";
}

function given(tag: TemplateTag, ...keys: readonly string[]): string {
  for (const key of keys) if (tag.attributes[key]) return plainTitle(tag.attributes[key]);
  return "";
}

/** The container that a tag opens; a group for what has no meaning of its own. */
export function templateContainer(tag: TemplateTag): Container {
  const title = given(tag, "title", "summary", "header", "heading", "label");
  const titled = title === "" ? {} : { title };
  switch (templateRole(tag.name)) {
    case "callout":
      return { type: "callout", kind: calloutKind(tag.name) ?? "note", name: tag.name, ...titled };
    case "box": {
      const styles = ["type", "style", "color", "context", "kind", "class", "severity", "level", "icon"];
      const named = [...styles.map((key) => tag.attributes[key] ?? ""), ...tag.values.slice(0, 1)];
      const name = named.find((style) => calloutKind(style) !== undefined) ?? "note";
      const second = calloutKind(tag.values[0] ?? "") ? plainTitle(tag.values[1] ?? "") : "";
      const kind = calloutKind(name) ?? "note";
      return { type: "callout", kind, name, ...(title || second ? { title: title || second } : {}) };
    }
    case "details": {
      const own = title || given(tag, "text", "name") || plainTitle(tag.values[0] ?? "");
      const open = tag.attributes.open === "true" || tag.values[1] === "true";
      return { type: "details", name: tag.name === "history" ? "history" : "", open, ...(own ? { title: own } : {}) };
    }
    case "tabs":
      return { type: "tabs", ...(holdsCode(tag) && { code: true }) };
    case "tab":
      return { type: "tab", label: title || given(tag, "name", "text", "tabname") || tabLabel(tag) };
    default:
      return { type: "group" };
  }
}

/** Panes of Docsy hold code unless they say that they hold text. */
function holdsCode(tag: TemplateTag): boolean {
  return tag.name === "tabpane" && tag.attributes.text !== "true";
}

/** `{% tab Group Label %}` of Jekyll names its group first. */
function tabLabel({ syntax, argument, values }: TemplateTag): string {
  if (syntax === "hugo" || values.length === 1) return plainTitle(values[0] ?? "");
  return plainTitle(argument.replace(/^\S+\s+/, ""));
}

/** Markdown in the place of a tag that stands alone or in running text. */
export function templateMarkdown(tag: TemplateTag): string {
  const { attributes, values } = tag;
  const role = templateRole(tag.name);
  switch (role) {
    case "figure": {
      const source = attributes.src ?? attributes.file ?? attributes.url ?? attributes.path ?? values[0] ?? "";
      const caption = given(tag, "caption", "title");
      const alt = given(tag, "alt") || caption || (attributes.src ? "" : plainTitle(values[1] ?? ""));
      const shown = caption === "" ? "" : ` "${caption.replace(/"/g, '\\"')}"`;
      return source === "" ? "" : `![${bracketless(alt)}](<${source}>${shown})`;
    }
    case "video": {
      const id = attributes.id ?? attributes.src ?? attributes.url ?? values[0] ?? "";
      const title = given(tag, "title", "alt");
      if (tag.name === "youtube" && /^[\w-]{6,20}$/.test(id)) {
        return `[${bracketless(title) || "YouTube"}](https://www.youtube.com/watch?v=${id})`;
      }
      if (tag.name === "vimeo" && /^\d+$/.test(id))
        return `[${bracketless(title) || "Vimeo"}](https://vimeo.com/${id})`;
      return /[/.]/.test(id) ? `[${bracketless(title || id.replace(/^.*\//, ""))}](<${id}>)` : "";
    }
    case "link": {
      const address = templateAddress(tag);
      const title = given(tag, "title", "text", "label", "name");
      const more = given(tag, "subtitle", "description");
      if (title === "") return "";
      const link = address === "" ? bracketless(title) : `[${bracketless(title)}](<${address}>)`;
      return more === "" ? link : `**${link}**: ${more}`;
    }
    case "address": {
      const address = values[0] ?? attributes.path ?? "";
      const words = address.replace(/\.mdx?(?=#|$)/, "").replace(/^.*\//, "");
      return address === "" ? "" : `[${bracketless(words.replace(/[-_]/g, " "))}](<${address}>)`;
    }
    case "words": {
      const words = given(tag, "text", "title", "label", "aria-label", "name");
      if (words !== "" || tag.name === "octicon") return words;
      const my = tag.name === "my" ? values.slice(0, 1) : values;
      const wanted = /^(?:term|glossary_tooltip)$/.test(tag.name) ? values.slice(-1) : my;
      return plainTitle(wanted.join(" ")).replaceAll("_", tag.name === "my" ? " " : "_");
    }
    case "callout":
    case "box":
      return given(tag, "text", "content");
    case "embed":
      return embed(EMBED, attributes.file ?? attributes.path ?? values[0] ?? "");
    default:
      return attributes.url && /^https?:/.test(attributes.url) ? `<${attributes.url}>` : "";
  }
}

/** Where a tag leads that is a link, or that stands for an address inside one. */
export function templateAddress({ attributes, values }: TemplateTag): string {
  return (
    attributes.href ??
    attributes.url ??
    attributes.link ??
    attributes.relref ??
    attributes.path ??
    attributes.page ??
    values[0] ??
    ""
  );
}

function bracketless(text: string): string {
  return text.replace(/[[\]]/g, "\\$&");
}
