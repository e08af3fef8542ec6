import type { Element, ElementContent, Root } from "hast";
import { isBlank, isElement, textProperty } from "./html/elements";
import { inlineText } from "./html/inline-text";

const MOVED =
  /^(?:(?:this|the|that)\s+(?:page|article|document|doc|guide|content|topic|section|file)\b.{0,40}?\b(?:has\s+(?:been\s+)?|have\s+(?:been\s+)?|was\s+|is\s+now\s+|now\s+)(?:permanently\s+)?(?:moved|relocated|renamed|merged|migrated|lives?|located)|moved\s+(?:permanently\s+)?to\b|redirecting\b|redirects?\s+to\b|(?:please\s+)?(?:see|go\s+to)\s+the\s+new\s+(?:page|location)\b)/i;
const MOVED_ZH =
  /^(?:本|此|该|这)?(?:页面|页|文章|文档|文|内容)[^，。]{0,12}?(?:已|现)[^，。]{0,8}?(?:迁移|移动|移至|移到|搬|转移|合并|并入|改名)/;

/**
 * Where a file leads that is only a sign to another place: a `<meta http-equiv=refresh>` with nothing else to read, or
 * one sentence that says so around one link. A short article with something to say is none.
 */
export function redirectStub(body: string, tree: Root): string | undefined {
  return refreshTarget(body) ?? movedTarget(tree);
}

function refreshTarget(body: string): string | undefined {
  const refresh = /<meta\s[^>]*http-equiv\s*=\s*["']?refresh["']?[^>]*>/i.exec(body);
  const target = refresh && /url\s*=\s*['"]?([^"'>\s;]+)/i.exec(refresh[0])?.[1];
  if (!refresh || !target) return undefined;
  const rest = body
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(script|style|title|a)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<[^>]*>/g, "")
    .replace(/\[[^\]]*\]\([^)]*\)/g, "")
    .trim();
  return rest.length <= 80 ? target : undefined;
}

function movedTarget(tree: Root): string | undefined {
  const content = (tree.children as ElementContent[]).filter((node) => !isBlank(node));
  const only = content[0];
  if (content.length !== 1 || !isElement(only, "p")) return undefined;
  const links = linksIn(only);
  const link = links[0];
  if (links.length !== 1 || !link) return undefined;
  const text = inlineText(only);
  const around = text.length - inlineText(link).length;
  return around <= 90 && (MOVED.test(text) || MOVED_ZH.test(text)) ? textProperty(link, "href") : undefined;
}

function linksIn(node: Element): Element[] {
  return node.children.flatMap((child) => (!isElement(child) ? [] : child.tagName === "a" ? [child] : linksIn(child)));
}
