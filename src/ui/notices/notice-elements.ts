import type { NoticeNode, NoticeTag } from "../../domain/notice";

/** Elements that a notice may consist of, checked again here: the file came over the network. */
const TAGS: ReadonlySet<string> = new Set<NoticeTag>(["p", "a", "strong", "em", "code", "ul", "ol", "li", "br"]);
const ADDRESS = /^(?:https?:|mailto:|tel:|sms:|\/(?!\/)|#)/i;

/** Makes the nodes of a notice without a line of HTML, so that nothing in it can be script. */
export function noticeElements(nodes: readonly NoticeNode[]): readonly (Node | string)[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [node];
    const [tag, href, children] = node;
    const inside = noticeElements(children);
    if (!TAGS.has(tag)) return [...inside];
    const element = document.createElement(tag);
    if (tag === "a" && ADDRESS.test(href)) {
      element.setAttribute("href", href);
      if (/^https?:/i.test(href)) element.setAttribute("rel", "noopener noreferrer");
    }
    element.append(...inside);
    return [element];
  });
}
