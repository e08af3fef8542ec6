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
    "Steps Step CardGrid CardGroup Cards Columns Column Col Row Grid Frame FileTree Accordions AccordionGroup " +
    "Fragment Layout Center Update ResponseField ParamField RequestExample ResponseExample Prose Content ClientOnly " +
    "CodeGroup CodeTabs Panel Box Container Section BrowserWindow Details.Content Accordion.Content Tooltip LinkButton " +
    "Kbd Highlight Link Translate Trans Fence"
  ).split(" "),
);

/** Components that show nothing a help centre could show. */
const SILENT = new Set("Icon TOCInline DocCardList DocCard Badge Head Spacer Divider Toc TOC".split(" "));

/** What a capitalised tag of MDX, Vue or Astro Markdown means here. */
export function componentMeaning(tag: Tag): ComponentMeaning {
  const { name, attributes } = tag;
  const title = plainTitle(attributes.title ?? attributes.summary ?? attributes.label ?? attributes.header ?? "");
  const titled = title === "" ? {} : { title };
  const known = (container: Container): ComponentMeaning => ({ known: true, container });
  switch (name) {
    case "Tabs":
    case "TabGroup":
    case "Tabs.Root":
    case "CodeGroup":
      return known({ type: name === "CodeGroup" ? "code-group" : "tabs" });
    case "TabItem":
    case "Tab":
    case "Tabs.Tab":
    case "Tabs.Item":
      return known({ type: "tab", label: title || plainTitle(attributes.name ?? attributes.value ?? "") });
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
