import { calloutKind } from "./callout-kind";
import type { Container } from "./container";
import { plainTitle } from "./plain-title";
import type { Tag } from "./tag";

/** What becomes of a component: a container, Markdown in its place, or nothing; `known` is false for strangers. */
export interface ComponentMeaning {
  readonly known: boolean;
  readonly container?: Container;
  /** Stands in the place of a component that closes itself. */
  readonly markdown?: string;
}

/** Components of the usual documentation kits that only arrange their children. */
const ARRANGING = new Set(
  (
    "Steps Step CardGrid CardGroup Cards Columns Column Col Row Grid FileTree Accordions AccordionGroup " +
    "Fragment Layout Center RequestExample ResponseExample Prose Content ClientOnly " +
    "CodeGroup CodeTabs Panel Box Container Section BrowserWindow Details.Content Accordion.Content Tooltip LinkButton " +
    "Kbd Highlight Link Translate Trans Fence Quote-container View Tile Tiles"
  ).split(" "),
);

/** Components that show nothing a help centre could show. */
const SILENT = new Set("Icon TOCInline DocCardList DocCard Badge Head Spacer Divider Toc TOC".split(" "));

/** What a capitalised tag of MDX, Vue or Astro Markdown means here. */
export function componentMeaning(tag: Tag): ComponentMeaning {
  const { attributes } = tag;
  const name = ownName(tag.name);
  const title = plainTitle(attributes.title ?? attributes.summary ?? attributes.label ?? attributes.header ?? "");
  const titled = title === "" ? {} : { title };
  const known = (container: Container): ComponentMeaning => ({ known: true, container });
  switch (name) {
    case "Tabs":
    case "TabGroup":
    case "Tabs.Root":
      return known({ type: "tabs", labels: tabLabels(attributes.values ?? attributes.items ?? "") });
    case "CodeGroup":
      return known({ type: "code-group" });
    case "TabItem":
    case "Tab":
    case "Tabs.Tab":
    case "Tabs.Item":
      return known({ type: "tab", label: title || plainTitle(attributes.name ?? attributes.value ?? "") });
    case "aside":
      return known({ type: "callout", kind: "note", name: "note", title: "" });
    case "Frame":
      return known(
        attributes.caption ? { type: "figure", caption: plainTitle(attributes.caption) } : { type: "group" },
      );
    case "ParamField":
    case "ResponseField":
      return card(fieldTitle(attributes), {}, tag.selfClosing);
    case "Update":
      return card([attributes.label, attributes.description].filter(Boolean).join(" · "), {}, tag.selfClosing);
    case "Folder":
      return card(attributes.name ?? "", {}, tag.selfClosing);
    case "File":
      return { known: true, ...(attributes.name ? { markdown: attributes.name } : {}) };
    case "Aside":
    case "Admonition":
    case "Callout":
    case "Alert":
    case "Hint":
    case "Notice":
    case "Banner": {
      const type = attributes.type ?? attributes.variant ?? attributes.kind ?? "note";
      return known({
        type: "callout",
        kind: calloutKind(type) ?? "note",
        name: calloutKind(type) ? type : "note",
        ...titled,
      });
    }
    case "Accordion":
    case "AccordionItem":
    case "Expandable":
    case "Collapse":
    case "Collapsible":
    case "Details":
    case "Spoiler":
      return known({
        type: "details",
        name: "",
        open: "open" in attributes || "defaultOpen" in attributes,
        ...titled,
      });
    case "Card":
    case "LinkCard":
    case "Step":
      return card(title, attributes, tag.selfClosing);
    case "Image":
    case "Img":
    case "ThemedImage":
      return attributes.src
        ? { known: true, markdown: `![${bracketless(attributes.alt ?? "")}](<${attributes.src}>)` }
        : { known: true };
    case "YouTube":
    case "Youtube":
    case "LiteYouTubeEmbed":
      return video(attributes.id ?? attributes.videoId ?? "", title);
  }
  const kind = calloutKind(name);
  if (kind && name !== "Summary" && name !== "Example" && name !== "Default") {
    return known({ type: "callout", kind, name, ...titled });
  }
  if (SILENT.has(name) && attributes.text) return { known: true, markdown: attributes.text };
  return { known: ARRANGING.has(name) || SILENT.has(name), container: { type: "group" } };
}

/** `Cards.Card` is a card, `callout` a callout. */
function ownName(name: string): string {
  const last = /^(?:Cards|FileTree|Steps|Accordion|Callout)\.(\w+)$/.exec(name)?.[1] ?? name;
  return last === "aside" ? last : last.charAt(0).toUpperCase() + last.slice(1);
}

/** Labels that stand on the box: `{["npm", "yarn"]}` by place, `{[{ label, value }]}` by value too. */
function tabLabels(source: string): { readonly value: string; readonly label: string }[] {
  const objects = [...source.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const value = (text: string, key: string) =>
    new RegExp(`\\b${key}["']?\\s*:\\s*(["'\`])(.*?)\\1`).exec(text)?.[2] ?? "";
  if (objects.length > 0) {
    return objects.map((text) => ({ value: value(text, "value"), label: value(text, "label") }));
  }
  return [...source.matchAll(/(["'`])(.*?)\1/g)].map((match) => ({ value: "", label: match[2] ?? "" }));
}

function fieldTitle(attributes: Readonly<Record<string, string>>): string {
  const name = attributes.path ?? attributes.query ?? attributes.body ?? attributes.header ?? attributes.name ?? "";
  const required = "required" in attributes ? "required" : "";
  const more = [attributes.type, required].filter((text) => text).join(", ");
  return more === "" ? name : `${name} (${more})`;
}

function card(title: string, attributes: Readonly<Record<string, string>>, selfClosing: boolean): ComponentMeaning {
  if (title === "") return { known: true, container: { type: "group" } };
  if (selfClosing) {
    const text = attributes.description ? `: ${attributes.description}` : "";
    const link = attributes.href ? `[${bracketless(title)}](<${attributes.href}>)` : title;
    return { known: true, markdown: `**${link}**${text}` };
  }
  return {
    known: true,
    container: { type: "card", title, ...(attributes.href ? { href: attributes.href } : {}) },
  };
}

function video(id: string, title: string): ComponentMeaning {
  const match = /^(?:https?:\/\/\S*[=/])?([\w-]{6,20})$/.exec(id);
  return match
    ? { known: true, markdown: `[${bracketless(title) || "YouTube"}](https://www.youtube.com/watch?v=${match[1]})` }
    : { known: true };
}

function bracketless(text: string): string {
  return text.replace(/[[\]]/g, "\\$&");
}
