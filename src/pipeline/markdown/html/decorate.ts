import type { Element, ElementContent, Root } from "hast";
import { report, type TreeContext } from "../tree/tree-context";
import { classifyAddress, isDataImage } from "./address";
import {
  element,
  type HtmlParent,
  hasClass,
  headingDepth,
  isBlank,
  isElement,
  mapElements,
  textProperty,
} from "./elements";
import { inlineText } from "./inline-text";

/** Gives the sanitised tree what reading well and safely takes; in place. Run once. */
export function decorate(tree: Root, context: TreeContext): void {
  let tables = 0;
  const done = new Set<Element>();
  mapElements(tree, (node, parent) => {
    if (done.has(node)) return undefined;
    done.add(node);
    if (headingDepth(node) > 0 && inlineText(node) === "") {
      // A heading without words leads readers of outlines nowhere.
      if (!hasPicture(node)) return [];
      node.tagName = "p";
    }
    switch (node.tagName) {
      case "a":
        return link(node, parent, context);
      case "img":
        return image(node, context);
      case "video":
      case "audio":
        return media(node, context);
      case "p":
        return figure(node);
      case "table":
        table(node);
        if (!node.children.some((child) => isElement(child))) return [];
        return [scrollRegion(node, ++tables, context)];
      case "pre":
        node.properties.tabIndex = 0;
        return undefined;
      case "input":
        return checkbox(node, parent, context);
    }
    return undefined;
  });
}

function link(node: Element, parent: HtmlParent, context: TreeContext): ElementContent[] | undefined {
  const href = textProperty(node, "href");
  if (href === undefined) {
    // A target for links, from the days before ids.
    return node.properties.id === undefined ? node.children : undefined;
  }
  const address = classifyAddress(href);
  if (address.kind === "unsafe") {
    const expected = "a link to a page, a mail address or a phone number";
    report(context, node, "unsafe-html", "warning", expected, href.slice(0, 80));
    return node.children;
  }
  if (address.kind === "external") {
    node.properties.href = address.url;
    if (/^https?:/i.test(address.url)) node.properties.rel = ["noopener", "noreferrer"];
  }
  return inlineText(node) === "" ? nameLink(node, parent, href) : undefined;
}

/**
 * A link without words cannot be read out. One that was stretched over a card takes the card's words, one around a
 * picture is named after where it leads, and one around nothing goes.
 */
function nameLink(node: Element, parent: HtmlParent, href: string): ElementContent[] | undefined {
  if (hasPicture(node)) {
    if (!hasNamedPicture(node)) node.properties.ariaLabel = textProperty(node, "title") ?? shortAddress(href);
    return undefined;
  }
  const words = parent.children.filter((child) => isElement(child, "span", "strong", "p") && inlineText(child) !== "");
  const only = words[0];
  const links = parent.children.filter((child) => isElement(child, "a"));
  if (words.length === 1 && links.length === 1 && isElement(only)) {
    delete node.properties.id;
    only.children = [{ ...node, children: only.children }];
  }
  return [];
}

function hasNamedPicture(node: Element): boolean {
  return node.children.some(
    (child) =>
      isElement(child) &&
      (child.tagName === "img" ? (textProperty(child, "alt") ?? "") !== "" : hasNamedPicture(child)),
  );
}

function shortAddress(href: string): string {
  return (
    href
      .replace(/^[a-z]+:(?:\/\/)?(?:www\.)?/i, "")
      .replace(/[?#].*$/, "")
      .replace(/\/$/, "") || href
  );
}

function image(node: Element, context: TreeContext): ElementContent[] | undefined {
  const source = textProperty(node, "src") ?? "";
  if (source.trim() === "") return [];
  const address = classifyAddress(source);
  if (address.kind === "unsafe" && !isDataImage(source)) {
    report(context, node, "unsafe-html", "warning", "the path of an image", source.slice(0, 80));
    return [{ type: "text", value: textProperty(node, "alt") ?? "" }];
  }
  return undefined;
}

/** Local files play here; anything else becomes a link, for it would be fetched from a stranger. */
function media(node: Element, context: TreeContext): ElementContent[] | undefined {
  const sources = [node, ...node.children.filter((child) => isElement(child, "source", "track"))] as Element[];
  const addresses = sources.flatMap((source) => {
    const address = textProperty(source, "src");
    return address === undefined ? [] : [classifyAddress(address)];
  });
  const foreign = addresses.find((address) => address.kind === "external");
  if (foreign?.kind === "external") {
    const url = foreign.url;
    const text = textProperty(node, "title") ?? shortAddress(url);
    return [
      element("a", { href: url, className: ["external-embed"], rel: ["noopener", "noreferrer"] }, [
        { type: "text", value: text },
      ]),
    ];
  }
  const playable = addresses.some((address) => address.kind === "internal" && address.target !== "");
  if (!playable) {
    report(
      context,
      node,
      "unsafe-html",
      "warning",
      "the path of a video or sound file",
      `<${node.tagName}> without one`,
    );
    return node.children.filter((child) => !isElement(child, "source", "track"));
  }
  const poster = textProperty(node, "poster");
  if (poster !== undefined && classifyAddress(poster).kind !== "internal") delete node.properties.poster;
  const captioned = node.children.some(
    (child) => isElement(child, "track") && ["captions", "subtitles", undefined].includes(textProperty(child, "kind")),
  );
  if (node.tagName === "video" && !captioned) {
    const expected = 'captions: <track kind="captions" src="…" srclang="…"> inside the video';
    report(context, node, "missing-captions", "warning", expected, "<video> without captions");
  }
  node.properties.controls = true;
  node.properties.preload = "metadata";
  return undefined;
}

/** A paragraph that is nothing but an image with a title becomes a figure with a caption. */
function figure(node: Element): ElementContent[] | undefined {
  const content = node.children.filter((child) => !isBlank(child));
  const only = content[0];
  if (content.length !== 1 || !isElement(only, "img")) return undefined;
  const caption = textProperty(only, "title");
  if (!caption) return undefined;
  delete only.properties.title;
  return [element("figure", {}, [only, element("figcaption", {}, [{ type: "text", value: caption }])])];
}

function table(node: Element): void {
  mapElements(node, (cell) => {
    if (cell.tagName === "thead" && inlineText(cell) === "" && !hasPicture(cell)) return [];
    if (cell.tagName !== "th") return undefined;
    // A heading cell without words announces nothing.
    if (inlineText(cell) === "" && !hasPicture(cell)) cell.tagName = "td";
    return undefined;
  });
  for (const head of node.children) {
    if (!isElement(head, "thead")) continue;
    mapElements(head, (cell) => {
      if (cell.tagName === "th" && cell.properties.scope === undefined) cell.properties.scope = "col";
      return undefined;
    });
  }
}

function hasPicture(node: Element): boolean {
  return node.children.some((child) => isElement(child) && (child.tagName === "img" || hasPicture(child)));
}

function scrollRegion(node: Element, count: number, context: TreeContext): Element {
  const caption = node.children.find((child) => isElement(child, "caption"));
  const name = isElement(caption) ? inlineText(caption) : "";
  const label = name || `${context.chinese ? "表格" : "Table"} ${count}`;
  return element("div", { className: ["table-scroll"], tabIndex: 0, role: "region", ariaLabel: label }, [node]);
}

function checkbox(node: Element, parent: HtmlParent, context: TreeContext): ElementContent[] | undefined {
  const inList = isElement(parent, "li", "p", "label");
  if (!inList && !(isElement(parent) && hasClass(parent, "task-list-item"))) return [];
  const checked = node.properties.checked === true;
  node.properties.ariaLabel = context.chinese ? (checked ? "已完成" : "未完成") : checked ? "Done" : "To do";
  return undefined;
}
