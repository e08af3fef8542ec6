import type { InlineCode, RootContent } from "mdast";
import { block, text } from "./block";
import type { TreeContext } from "./tree-context";

const ROLE = /\{([A-Za-z][\w:.+-]*)\}$/;
const LINKS = new Set(["doc", "ref", "any", "numref", "download", "external", "hoverxref"]);
const WORDS = new Set(
  "guilabel menuselection term abbr command dfn envvar file program sub sup title-reference emphasis strong ".split(
    " ",
  ),
);
const SILENT = new Set(["octicon", "fas", "far", "fab", "fa", "material-regular", "material-outlined", "cite", "bdg"]);

/** Roles of MyST, `` {doc}`guide/setup` ``: a link, a key, plain words; code keeps its look. */
export function settleRoles(children: readonly RootContent[], context: TreeContext): RootContent[] {
  const result: RootContent[] = [];
  for (const node of children) {
    const before = result.at(-1);
    const role = node.type === "inlineCode" && before?.type === "text" ? ROLE.exec(before.value) : null;
    const meaning = role?.[1] && node.type === "inlineCode" ? roleContent(role[1], node, context) : undefined;
    if (!role || !meaning || before?.type !== "text") {
      result.push(node);
      continue;
    }
    before.value = before.value.slice(0, role.index);
    result.push(...meaning);
  }
  return result;
}

function roleContent(role: string, node: InlineCode, context: TreeContext): RootContent[] | undefined {
  const target = /<([^<>]+)>\s*$/.exec(node.value);
  const words = (target ? node.value.slice(0, target.index) : node.value).trim();
  const place = node.position ? { position: node.position } : {};
  if (role === "kbd") return [block("kbd", {}, [text(node.value)])];
  if (LINKS.has(role)) {
    const address = target?.[1] ?? node.value.trim();
    const shown = target ? words : readable(words);
    if (role === "doc") return [{ type: "link", url: encodeURI(address), children: [text(shown)], ...place }];
    // Labels of other files are not known here: their words must do.
    const isHere = context.scan.containers.some((entry) => entry.type === "anchor" && entry.id === address);
    return isHere ? [{ type: "link", url: `#${address}`, children: [text(shown)], ...place }] : [text(shown)];
  }
  if (role === "menuselection") return [block("strong", {}, [text(node.value.replace(/\s*-->\s*/g, " → "))])];
  if (role === "guilabel") return [block("strong", {}, [text(words)])];
  if (WORDS.has(role)) return [text(words)];
  if (SILENT.has(role)) return [];
  return role.includes(":") ? [{ ...node, value: node.value.replace(/^[~!]/, "") }] : undefined;
}

function readable(label: string): string {
  const words = label.replace(/^.*[/:]/, "").replace(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
