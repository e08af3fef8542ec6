import type { Element, ElementContent, Properties, Root } from "hast";
import type { BodyPart, Reference } from "../document";
import { sourceLine, type TreeContext } from "../tree/tree-context";
import { actionCard } from "./action-card";
import { classifyAddress } from "./address";
import { translateFragment } from "./anchor-id";
import { headingDepth, isElement, textProperty } from "./elements";

const VOID = new Set(["br", "hr", "img", "input", "source", "track", "wbr", "col"]);

/** Property names of the tree -> attribute names. What is not listed is not written. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  id: "id",
  className: "class",
  lang: "lang",
  dir: "dir",
  title: "title",
  role: "role",
  tabIndex: "tabindex",
  ariaLabel: "aria-label",
  ariaDescribedBy: "aria-describedby",
  href: "href",
  rel: "rel",
  dataFootnoteRef: "data-footnote-ref",
  dataLabel: "data-label",
  src: "src",
  poster: "poster",
  type: "type",
  kind: "kind",
  srcLang: "srclang",
  label: "label",
  default: "default",
  controls: "controls",
  preload: "preload",
  loop: "loop",
  muted: "muted",
  playsInline: "playsinline",
  width: "width",
  height: "height",
  open: "open",
  disabled: "disabled",
  checked: "checked",
  start: "start",
  reversed: "reversed",
  value: "value",
  align: "align",
  colSpan: "colspan",
  rowSpan: "rowspan",
  headers: "headers",
  scope: "scope",
  span: "span",
  dateTime: "datetime",
};

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Writes a sanitised, decorated tree as HTML, with a reference wherever only the site knows what belongs there. */
export function renderBody(tree: Root, context: TreeContext): BodyPart[] {
  const writer = new BodyWriter(context);
  writer.children(tree.children as ElementContent[]);
  return writer.parts();
}

class BodyWriter {
  private readonly done: BodyPart[] = [];
  private html = "";
  /** Of the last heading written; 1 before any. */
  private depth = 1;

  constructor(private readonly context: TreeContext) {}

  parts(): BodyPart[] {
    this.flush();
    return this.done;
  }

  children(nodes: readonly ElementContent[]): void {
    for (const node of nodes) {
      if (node.type === "text") this.html += escapeText(node.value);
      else if (isElement(node)) this.element(node);
    }
  }

  private element(node: Element): void {
    if (node.tagName === "img") {
      this.reference(imageReference(node, this.line(node)));
      return;
    }
    const embedded = textProperty(node, "dataEmbed");
    if (embedded !== undefined) {
      const wiki = node.properties.dataWiki === undefined ? {} : { wiki: true as const };
      this.reference({ type: "embed", target: embedded, depth: this.depth, line: this.line(node), ...wiki });
      return;
    }
    if (node.properties.dataAction !== undefined) {
      this.action(node);
      return;
    }
    this.depth = headingDepth(node) || this.depth;
    this.html += `<${node.tagName}`;
    this.attributes(node);
    this.html += ">";
    if (VOID.has(node.tagName)) return;
    // The parser of a browser swallows a line feed right after <pre>.
    this.children(node.children);
    this.html += `</${node.tagName}>`;
  }

  private attributes(node: Element): void {
    for (const [property, value] of Object.entries(node.properties as Properties)) {
      const name = ATTRIBUTES[property];
      if (name === undefined || value === null || value === undefined || value === false) continue;
      if (Array.isArray(value) && value.length === 0) continue;
      const text = value === true ? "" : Array.isArray(value) ? value.join(" ") : String(value);
      const address = name === "href" || name === "src" || name === "poster" ? classifyAddress(text) : undefined;
      if (address?.kind === "unsafe") continue;
      this.html += ` ${name}="`;
      if (address?.kind === "internal") {
        const line = this.line(node);
        if (name === "href") {
          const wiki = node.properties.dataWiki === undefined ? {} : { wiki: true as const };
          this.reference({ type: "link", target: translateFragment(address.target), line, ...wiki });
        } else this.reference({ type: "media", target: address.target, line });
      } else this.html += escapeAttribute(text);
      this.html += '"';
    }
  }

  /** Written past the sanitiser: an author's HTML can name a card, but not make one. */
  private action(node: Element): void {
    const container = this.context.scan.containers[Number(textProperty(node, "dataAction"))];
    const anchor = textProperty(node, "id");
    if (container?.type !== "action" || anchor === undefined) return;
    for (const part of actionCard({ ...container.action, anchor }, this.context.chinese, this.line(node))) {
      if (typeof part === "string") this.html += part;
      else this.reference(part);
    }
  }

  private reference(reference: Reference): void {
    this.flush();
    this.done.push(reference);
  }

  private flush(): void {
    if (this.html !== "") this.done.push(this.html);
    this.html = "";
  }

  private line(node: Element): number {
    return sourceLine(this.context, node.position?.start.line);
  }
}

function imageReference(node: Element, line: number): Reference {
  const title = textProperty(node, "title");
  const width = pixels(textProperty(node, "width"));
  const height = pixels(textProperty(node, "height"));
  return {
    type: "image",
    target: (textProperty(node, "src") ?? "").trim(),
    alt: textProperty(node, "alt") ?? "",
    line,
    ...(title ? { title } : {}),
    ...(width ? { width } : {}),
    ...(height ? { height } : {}),
    ...(node.properties.dataWiki === undefined ? {} : { wiki: true as const }),
  };
}

function pixels(value: string | undefined): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(value ?? "");
  const number = Math.round(Number(match?.[1] ?? 0));
  return number > 0 && number < 20_000 ? number : undefined;
}

/** Text content; also takes out our own marks, should one have come through a character reference. */
function escapeText(text: string): string {
  return text.replace(/[&<>\uFDD0-\uFDEF]/g, escapeCharacter);
}

/** With `<` and `>` escaped in attributes too, these characters only ever delimit tags in a body. */
function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\uFDD0-\uFDEF]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return ESCAPES[character] ?? "";
}
