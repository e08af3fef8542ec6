import { address, embed, escapeText } from "./embed";
import { EMBED } from "./marks";

/** `[!INCLUDE [name](path)]` of Microsoft Learn. */
export function withLearnIncludes(text: string): string {
  return text.replace(/\[!INCLUDE\s*\[[^\]\n]*\]\(([^)\s]+)\)\s*\]/gi, (_, target: string) => embed(EMBED, target));
}

/** `:::image source="a.png" alt-text="…":::` and `:::no-loc text="…":::` of Microsoft Learn. */
export function withLearnTags(text: string): string {
  return text.replace(
    /:::\s*(image|no-loc)\s([^\n]*?):::/g,
    (whole, name: string, inside: string) => learnTag(name, inside) ?? whole,
  );
}

function learnTag(name: string, inside: string): string | undefined {
  const value = (key: string) => new RegExp(`\\b${key}="([^"]*)"`).exec(inside)?.[1] ?? "";
  if (name === "no-loc") return value("text");
  const source = value("source");
  return source === "" ? undefined : `![${escapeText(value("alt-text"))}](<${address(source)}>)`;
}
