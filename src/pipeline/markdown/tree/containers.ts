import type { Code, RootContent } from "mdast";
import type { Action } from "../../../domain/action";
import { calloutTitle } from "../scan/callout-kind";
import type { Container } from "../scan/container";
import { readSentinel } from "../scan/marks";
import { block, text, textParagraph } from "./block";
import type { TreeContext } from "./tree-context";

/** Marks our tabs, so that neighbours can be told apart from other blocks. */
const isTab = (node: RootContent) => node.data?.hName === "section";

/** A container whose closing sentinel has not come yet; the position is that of its opening. */
interface Open {
  readonly id: number;
  readonly children: RootContent[];
  readonly position: RootContent["position"];
}

/**
 * Pairs the sentinels among siblings and builds what they stand for. One whose partner went elsewhere (into another
 * list item, say) is dropped: its content stays.
 */
export function buildContainers(children: readonly RootContent[], context: TreeContext): RootContent[] {
  if (!children.some((node) => node.type === "html" && readSentinel(node.value))) return [...children];
  const stack: Open[] = [{ id: -1, children: [], position: undefined }];
  const top = () => stack[stack.length - 1]?.children ?? [];
  for (const node of children) {
    const sentinel = node.type === "html" ? readSentinel(node.value) : undefined;
    if (!sentinel) {
      top().push(node);
      continue;
    }
    const container = context.scan.containers[sentinel.id];
    if (!container) continue;
    if (!sentinel.open) {
      const depth = stack.findLastIndex((entry) => entry.id === sentinel.id);
      while (depth > 0 && stack.length > depth) closeTop(stack, context);
    } else if (container.type === "literal") {
      top().push({ type: "paragraph", children: [{ type: "text", value: container.text }] });
    } else if (container.type === "action") {
      top().push(actionBlock(container.action, sentinel.id, node.position));
    } else if (container.type === "anchor") {
      top().push(block("div", { id: container.id }, []));
    } else {
      stack.push({ id: sentinel.id, children: [], position: node.position });
    }
  }
  // Never closed among these siblings: everything after the opening belongs where it stood.
  while (stack.length > 1) {
    const lost = stack.pop();
    if (lost) top().push(...lost.children);
  }
  return groupDefinitions(groupTabs(top()));
}

/** The words of a card as search knows them; the card itself takes their place when the body is written. */
function actionBlock({ anchor, title, fields }: Action, id: number, position: RootContent["position"]): RootContent {
  const labels = fields.map((field) => field.label).join(" · ");
  const lines = [title, labels].filter((line) => line !== "").map((line) => block("div", {}, [text(line)]));
  const node = block("div", { id: anchor, dataAction: String(id) }, lines);
  return { ...node, ...(position && { position }) } as RootContent;
}

function closeTop(stack: Open[], context: TreeContext): void {
  const done = stack.pop();
  const container = done && context.scan.containers[done.id];
  const parent = stack[stack.length - 1];
  if (container && parent) parent.children.push(...build(container, done, context));
}

function build(container: Container, { children, position }: Open, context: TreeContext): RootContent[] {
  switch (container.type) {
    case "callout":
      return [callout(container, children, context)];
    case "details": {
      const title = container.title ?? detailsTitle(container.name, context.chinese);
      const summary = block("summary", {}, [text(title)]);
      return [block("details", container.open ? { open: true } : {}, [summary, ...groupTabs(children)])];
    }
    case "figure":
      return [block("figure", {}, [...children, block("figcaption", {}, [text(container.caption)])])];
    case "definition":
      return [block("dd", {}, groupTabs(children))];
    case "tab":
      return [tab(container.label, groupTabs(children))];
    case "tabs":
      return children.some(isTab) ? [block("div", { className: ["tabs"] }, children)] : [...children];
    case "code-group":
      return codeGroup(children);
    case "card": {
      const title: RootContent = container.href
        ? { type: "link", url: container.href, children: [text(container.title)], ...(position ? { position } : {}) }
        : text(container.title);
      return [block("p", {}, [block("strong", {}, [title])]), ...groupTabs(children)];
    }
    default:
      return groupTabs(children);
  }
}

function callout(
  container: Extract<Container, { type: "callout" }>,
  children: readonly RootContent[],
  context: TreeContext,
): RootContent {
  // Kramdown's boxes are made of quotations.
  const only = children.length === 1 ? children[0] : undefined;
  const body = groupTabs(only?.type === "blockquote" ? only.children : children);
  const first = container.titleInside && body.length > 1 ? body[0] : undefined;
  const title = container.title ?? calloutTitle(container.name, context.chinese);
  if (first?.type === "paragraph") {
    body.shift();
    return block("aside", { className: ["callout", `callout-${container.kind}`], role: "note" }, [
      textParagraph("callout-title", first.children),
      ...body,
    ]);
  }
  return block("aside", { className: ["callout", `callout-${container.kind}`], role: "note" }, [
    ...(title === "" ? [] : [textParagraph("callout-title", [text(title)])]),
    ...body,
  ]);
}

function detailsTitle(name: string, chinese: boolean): string {
  return name === "" ? (chinese ? "详情" : "Details") : calloutTitle(name, chinese);
}

function tab(label: string, children: readonly RootContent[]): RootContent {
  const title = label === "" ? [] : [textParagraph("tab-label", [text(label)])];
  return block("section", { className: ["tab"], dataLabel: label }, [...title, ...children]);
}

function codeGroup(children: readonly RootContent[]): RootContent[] {
  const tabs = children.map((node) => (node.type === "code" ? tab(codeLabel(node), [node]) : node));
  return groupTabs(tabs);
}

/** ```` ```sh [npm] ```` or ```` ```sh title="npm" ````, else the language. */
function codeLabel(node: Code): string {
  const info = `${node.lang ?? ""} ${node.meta ?? ""}`;
  return /\[([^\]]+)\]/.exec(info)?.[1] ?? /title="([^"]+)"/.exec(info)?.[1] ?? node.meta?.trim() ?? node.lang ?? "";
}

const isDefinition = (node: RootContent | undefined) => node?.data?.hName === "dd";

/** Terms, each with the definitions below it, make a list. */
function groupDefinitions(children: readonly RootContent[]): RootContent[] {
  if (!children.some(isDefinition)) return [...children];
  const result: RootContent[] = [];
  let list: RootContent[] = [];
  children.forEach((node, index) => {
    if (isDefinition(node)) list.push(node);
    else if (node.type === "paragraph" && isDefinition(children[index + 1])) {
      list.push(block("dt", {}, node.children));
    } else {
      if (list.length > 0) result.push(block("dl", {}, list));
      list = [];
      result.push(node);
    }
  });
  return list.length > 0 ? [...result, block("dl", {}, list)] : result;
}

/** Tabs next to each other belong together. */
function groupTabs(children: readonly RootContent[]): RootContent[] {
  if (!children.some(isTab)) return [...children];
  const result: RootContent[] = [];
  let group: RootContent[] = [];
  const flush = () => {
    if (group.length > 0) result.push(block("div", { className: ["tabs"] }, group));
    group = [];
  };
  for (const node of children) {
    if (isTab(node)) group.push(node);
    else {
      flush();
      result.push(node);
    }
  }
  flush();
  return result;
}
