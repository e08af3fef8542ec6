import type { Blockquote, Paragraph, PhrasingContent, RootContent, Text } from "mdast";
import { calloutKind, calloutTitle } from "../scan/callout-kind";
import { block, text } from "./block";

const MARKER = /^\[!([A-Za-z][\w-]*)(?:\|[^\]]*)?\]([+-]?)[ \t]*/;

/**
 * `> [!NOTE]` of GitHub and Obsidian, in any case, with a title on the same line and folding `+` or `-`.
 *
 * @returns undefined for a plain quotation
 */
export function alertOf(quote: Blockquote, chinese: boolean): RootContent | undefined {
  const first = quote.children[0];
  const lead = first?.type === "paragraph" ? first.children[0] : undefined;
  if (first?.type !== "paragraph" || lead?.type !== "text") return undefined;
  const plain = /^\[!(?:div(?:\s[^\]\n]*)?|VIDEO\s+(https?:[^\]\s]+))\][ \t]*\n?/i.exec(lead.value);
  if (plain) return unwrapped(quote, first, lead, plain);
  const video = first.children[1];
  if (/^\[!VIDEO\s*$/i.test(lead.value) && video?.type === "link") return block("p", {}, [video]);
  const marker = MARKER.exec(lead.value);
  if (!marker?.[1]) return undefined;
  lead.value = lead.value.slice(marker[0].length);
  const { title, rest } = splitFirstLine(first);
  const others = quote.children.slice(1);
  const body: RootContent[] = rest.length > 0 ? [{ ...first, children: rest }, ...others] : [...others];
  // A whole sentence with nothing after it is the message, not the title of an empty box.
  const isMessage = body.length === 0 && title.length > 0;
  const content: RootContent[] = isMessage ? [{ ...first, children: title }] : body;
  const fallback = calloutKind(marker[1]) ? calloutTitle(marker[1], chinese) : titleCase(marker[1]);
  const shown = title.length > 0 && !isMessage ? title : [text(fallback)];
  const className = ["callout", `callout-${calloutKind(marker[1]) ?? "note"}`];
  if (marker[2]) {
    const summary = block("summary", { className: ["callout-title"] }, shown);
    return block("details", marker[2] === "+" ? { className, open: true } : { className }, [summary, ...content]);
  }
  return block("aside", { className, role: "note" }, [block("p", { className: ["callout-title"] }, shown), ...content]);
}

/** `> [!div class="checklist"]` of Microsoft Learn only arranges, `> [!VIDEO …]` is a link. */
function unwrapped(quote: Blockquote, first: Paragraph, lead: Text, marker: RegExpExecArray): RootContent {
  const url = marker[1];
  lead.value = lead.value.slice(marker[0].length);
  if (url) return block("p", {}, [{ type: "link", url, children: [text(url.replace(/^https?:\/\/(?:www\.)?/, ""))] }]);
  const isEmpty = lead.value.trim() === "" && first.children.length === 1;
  return block("div", {}, isEmpty ? quote.children.slice(1) : quote.children);
}

function splitFirstLine(paragraph: Paragraph): { title: PhrasingContent[]; rest: PhrasingContent[] } {
  const title: PhrasingContent[] = [];
  const rest: PhrasingContent[] = [];
  let ended = false;
  for (const node of paragraph.children) {
    if (ended) rest.push(node);
    else if (node.type === "break") ended = true;
    else if (node.type === "text" && node.value.includes("\n")) {
      const at = node.value.indexOf("\n");
      if (node.value.slice(0, at).trim() !== "") title.push({ type: "text", value: node.value.slice(0, at) });
      if (at + 1 < node.value.length) rest.push({ ...node, value: node.value.slice(at + 1) });
      ended = true;
    } else if (node.type !== "text" || node.value !== "") title.push(node);
  }
  return { title, rest };
}

function titleCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase().replaceAll("-", " ");
}
