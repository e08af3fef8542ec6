import type { NoticeNode, NoticeTag } from "../../domain/notice";

/** Elements of an article that a notice keeps; the rest gives way to its content. */
const KEPT: Readonly<Record<string, NoticeTag>> = {
  p: "p",
  a: "a",
  strong: "strong",
  b: "strong",
  em: "em",
  i: "em",
  code: "code",
  ul: "ul",
  ol: "ol",
  li: "li",
  br: "br",
};
const VOID = new Set(["br", "hr", "img", "input", "source", "track", "wbr", "col"]);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^"<>])*)>/g;

/** The nodes of a filled body. Its HTML is our own writer's: well formed, every `<` a tag. */
export function noticeNodes(html: string): NoticeNode[] {
  const root: NoticeNode[] = [];
  const stack: { readonly tag: string; readonly children: NoticeNode[] }[] = [{ tag: "", children: root }];
  const top = () => stack[stack.length - 1]?.children ?? root;
  let at = 0;
  for (const match of html.matchAll(TAG)) {
    pushText(top(), html.slice(at, match.index));
    at = match.index + match[0].length;
    const [, closing, tag = "", attributes = ""] = match;
    if (closing === "/") {
      if (stack.length > 1) stack.pop();
      continue;
    }
    const kept = KEPT[tag];
    const children: NoticeNode[] = kept === undefined ? top() : [];
    if (kept !== undefined) top().push([kept, kept === "a" ? attribute(attributes, "href") : "", children]);
    else if (tag === "img") pushText(top(), attribute(attributes, "alt"));
    if (!VOID.has(tag)) stack.push({ tag, children });
  }
  pushText(top(), html.slice(at));
  return root.filter((node) => typeof node !== "string" || node.trim() !== "");
}

function pushText(nodes: NoticeNode[], html: string): void {
  const text = unescapeHtml(html);
  if (text !== "" && !(text.trim() === "" && text.includes("\n"))) nodes.push(text);
}

function attribute(attributes: string, name: string): string {
  return unescapeHtml(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function unescapeHtml(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => NAMED[name] ?? whole);
}
