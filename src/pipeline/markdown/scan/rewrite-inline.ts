import { embed } from "./embed";
import { withEmoji } from "./emoji";
import { withKeys } from "./keys";
import { withLearnIncludes, withLearnTags } from "./learn-inline";
import { EMBED } from "./marks";
import { withHighlights, withoutComments, withWikiLinks } from "./obsidian";
import { outsideCode } from "./outside-code";
import { plainAttributes } from "./plain-attributes";
import { withoutTemplates } from "./template-inline";

/** A file name with spaces in it, which CommonMark wants in angle brackets. */
const SPACED_ADDRESS =
  /(\]\()((?:[^()<>\s"]|\([^()\n]{0,60}\))(?:[^()<>\n"]|\([^()\n]{0,60}\)){0,300}?\.(?:mdx?|markdown|html?|png|jpe?g|gif|webp|svg|pdf|mp4|zip)(?:#[^()<>\n"]{0,200})?)\)/gi;

/** Told the name and the offset of a tag that is left out because nobody knows it. */
export type UnknownTag = (name: string, offset: number) => void;

/** Each dialect with what a text must hold for it, in the order in which they are rewritten. */
const DIALECTS: readonly { readonly hint: RegExp; readonly rewrite: (text: string, unknown: UnknownTag) => string }[] =
  [
    { hint: /\{[{%]/, rewrite: withoutTemplates },
    { hint: /=\s*\{|\{\.\.\./, rewrite: plainAttributes },
    { hint: /:[a-z_+1]+:/, rewrite: withEmoji },
    { hint: /\{["'] /, rewrite: (text) => text.replace(/\{(["'])\s+\1\}/g, " ") },
    { hint: /\]\([^)\s]+ /, rewrite: withSpacedAddresses },
    { hint: /\[!INCLUDE/i, rewrite: withLearnIncludes },
    { hint: /:::/, rewrite: withLearnTags },
    {
      hint: /\{\/\*/,
      rewrite: (text) => text.replace(/\{\/\*([\s\S]*?)\*\/\}/g, (_, inside: string) => lines(inside)),
    },
    { hint: /%%/, rewrite: withoutComments },
    { hint: /\{\{#/, rewrite: withMdBookIncludes },
    { hint: /\[\[/, rewrite: withWikiLinks },
    { hint: /==/, rewrite: withHighlights },
    { hint: /:(?:material|fontawesome|octicons|simple)-/, rewrite: withoutIcons },
    { hint: /\+\+/, rewrite: withKeys },
  ];
const TRIGGER = new RegExp(DIALECTS.map(({ hint }) => hint.source).join("|"), "i");

/**
 * Rewrites what dialects put inside running text into plain Markdown and marks: tags of templates, Obsidian links,
 * highlights and comments, attributes and comments of JSX, includes, keys, icons. Inline code is left alone, and the
 * number of lines stays the same.
 */
export function rewriteInline(text: string, unknown: UnknownTag = () => {}): string {
  if (!TRIGGER.test(text)) return text;
  let start = 0;
  return outsideCode(text, (stretch) => {
    start = Math.max(start, text.indexOf(stretch, start));
    let rewritten = stretch;
    for (const { hint, rewrite } of DIALECTS) {
      if (hint.test(rewritten)) rewritten = rewrite(rewritten, (name, offset) => unknown(name, start + offset));
    }
    return rewritten;
  });
}

function withSpacedAddresses(text: string): string {
  return text.replace(SPACED_ADDRESS, (whole, before: string, target: string) =>
    target.includes(" ") ? `${before}<${target.trim()}>)` : whole,
  );
}

function withMdBookIncludes(text: string): string {
  return text
    .replace(/\{\{#(?:include|rustdoc_include|playground)\s+([^}\s]+)[^}]*\}\}/g, (_, target: string) =>
      embed(EMBED, target),
    )
    .replace(/\{\{#title\s[^}]*\}\}/g, "");
}

function withoutIcons(text: string): string {
  return text.replace(/:(?:material|fontawesome|octicons|simple)-[\w-]+:(?:\{[^{}]*\})?[ \t]?/g, "");
}

/** Nothing, on as many lines. */
function lines(text: string): string {
  return text.replace(/[^\n]/g, "");
}
