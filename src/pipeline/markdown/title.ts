import type { Element, ElementContent, Root } from "hast";
import { withoutExportId } from "../slug";
import { headingDepth, isBlank, isElement, mapElements } from "./html/elements";
import { inlineText } from "./html/inline-text";

/** Words that are not written like others in a title. */
const ACRONYMS =
  "AI API CLI CSS CSV DNS FTP GPS GPU HTML HTTP HTTPS ID IP IoT LAN MCP NAS NFC PDF PHP PIN QR RAM SDK SIM SMS SMTP SQL SSH " +
  "SSL SSO TLS UI URL USB VAT VPN WAF Wi-Fi XML MySQL PostgreSQL macOS iOS iPhone iPad GitHub JavaScript";
const SPELLING: Readonly<Record<string, string>> = {
  faq: "FAQ",
  faqs: "FAQ",
  ...Object.fromEntries(ACRONYMS.split(" ").map((word) => [word.toLowerCase(), word])),
};

/** All headings of a tree in document order. */
export function headingsOf(tree: Root): Element[] {
  const headings: Element[] = [];
  mapElements(tree, (node) => {
    if (headingDepth(node) > 0) headings.push(node);
    return undefined;
  });
  return headings;
}

/**
 * The heading that is the article's title: the first `#`, else a first heading that nothing but pictures precedes and
 * that is alone at its level and above all others. With a title from front matter, only a heading that repeats it.
 */
export function titleHeading(tree: Root, given: string | undefined): Element | undefined {
  const headings = headingsOf(tree);
  const first = headings[0];
  if (!first) return undefined;
  const atTop = (heading: Element) => (tree.children as ElementContent[]).includes(heading);
  if (given !== undefined) {
    return headingDepth(first) <= 2 && atTop(first) && sameWords(inlineText(first), given) ? first : undefined;
  }
  const top = headings.find((heading) => headingDepth(heading) === 1 && atTop(heading) && inlineText(heading) !== "");
  if (top) return top;
  const depth = headingDepth(first);
  const alone = headings.every((heading) => heading === first || headingDepth(heading) > depth);
  return alone && atTop(first) && opensBody(tree, first) && headingTitle(first) !== "" ? first : undefined;
}

/** The words of a title heading; a lone section number before them means nothing ("1 Add a registry"). */
export function headingTitle(heading: Element): string {
  const text = inlineText(heading);
  return headingDepth(heading) === 1 ? text : text.replace(/^\d{1,2}(?:[.、．)]\s*|\s+)(?=\D)/, "");
}

function opensBody(tree: Root, heading: Element): boolean {
  const before = tree.children.slice(0, tree.children.indexOf(heading));
  return before.every((node) => isBlank(node) || (isElement(node) && inlineText(node) === ""));
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "");
  return words(a) === words(b);
}

function spelling(word: string): string {
  const key = word.toLowerCase();
  return Object.hasOwn(SPELLING, key) ? (SPELLING[key] ?? word) : word;
}

/** A readable title from a path: `If-you-forgot.md` -> "If you forgot"; an index file is named after its folder. */
export function fileTitle(path: string, chinese: boolean): string {
  const parts = path.split("/").map((part) => part.replace(/\.(?:mdx?|markdown)$/i, ""));
  const name = parts.pop() ?? "";
  const parent = parts.pop();
  const isIndex = /^(?:index|readme|_index)$/i.test(name);
  if (isIndex && !parent) return chinese ? "概述" : "Overview";
  return readable(withoutExportId(isIndex && parent ? parent : name));
}

function readable(name: string): string {
  const words = name
    .replace(/^\d{1,3}[-_. ]+(?=\D)/, "")
    .replace(/[-_]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const special = words
    .split(" ")
    .map((word) => spelling(word))
    .join(" ");
  // macOS and its like keep their small first letter.
  if (special === "" || /^[a-z]+[A-Z]/.test(special)) return special || name;
  return special.charAt(0).toUpperCase() + special.slice(1);
}
