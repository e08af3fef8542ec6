import type { Element, ElementContent, Root } from "hast";
import { report, type TreeContext } from "../tree/tree-context";
import { classifyAddress } from "./address";
import { element, isElement, mapElements, textProperty } from "./elements";

const REPORTED = new Set("script style object embed applet base meta link svg math template frame frameset".split(" "));

/**
 * Goes over HTML that authors wrote, before it is sanitised: takes out what they hid, puts a link in the place of
 * frames, and reports what will be left out for safety.
 */
export function prepareRaw(tree: Root, context: TreeContext): void {
  mapElements(tree, (node, parent) => {
    if (isHidden(node)) return [];
    reportUnsafe(node, context);
    if (node.tagName === "iframe" || node.tagName === "embed" || node.tagName === "object")
      return frameLink(node, isElement(parent, "p"));
    if (node.tagName === "input" && node.properties.type !== "checkbox") return [];
    if (node.tagName === "a" && node.properties.name && !node.properties.id) node.properties.id = node.properties.name;
    delete node.properties.name;
    return undefined;
  });
}

function isHidden(node: Element): boolean {
  const style = textProperty(node, "style") ?? "";
  return node.properties.hidden === true || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

function reportUnsafe(node: Element, context: TreeContext): void {
  if (REPORTED.has(node.tagName)) {
    const expected = "plain HTML: scripts, styles and plug-ins are left out";
    report(context, node, "unsafe-html", "warning", expected, `<${node.tagName}>`);
  }
  for (const [name, value] of Object.entries(node.properties)) {
    if (!/^on[a-z]/i.test(name)) continue;
    const found = `<${node.tagName} ${name.toLowerCase()}="${String(value).slice(0, 60)}">`;
    report(context, node, "unsafe-html", "warning", "no event handlers: they are left out", found);
  }
}

/** A frame would ask another site for its content as soon as the page opens. */
function frameLink(node: Element, inParagraph: boolean): ElementContent[] {
  const source = textProperty(node, "src") ?? textProperty(node, "data") ?? "";
  const url = source.replace(
    /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*$/,
    (_, id: string) => `https://www.youtube.com/watch?v=${id}`,
  );
  const address = classifyAddress(url);
  if (url === "" || address.kind === "unsafe") return node.children;
  const title = textProperty(node, "title")?.trim();
  const text = title || url.replace(/^(?:https?:)?\/\/(?:www\.)?/, "").replace(/[?#].*$/, "");
  const link = element("a", { href: url, className: ["external-embed"] }, [{ type: "text", value: text }]);
  if (node.position) link.position = node.position;
  // What stands inside <object> is its replacement; what stands inside <iframe> is text for browsers without frames.
  return [inParagraph ? link : element("p", {}, [link]), ...(node.tagName === "object" ? node.children : [])];
}
