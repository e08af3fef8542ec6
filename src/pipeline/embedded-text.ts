import type { Catalog, CatalogArticle } from "./catalog";
import type { LinkResolver } from "./links";
import type { ParsedDocument, Reference } from "./markdown/document";

type Passages = ParsedDocument["passages"];
type Embed = Extract<Reference, { type: "embed" }>;

/**
 * Gives articles the passages of what they embed, where that is hidden and so found nowhere else: the text of a partial
 * belongs to the articles that show it.
 */
export function withEmbeddedText(catalog: Catalog, resolver: LinkResolver): Catalog {
  let changed = false;
  const articles = catalog.articles.map((article) => {
    const passages = passagesWithEmbeds(article, resolver, [article]);
    if (passages === article.document.passages) return article;
    changed = true;
    return { ...article, document: { ...article.document, passages } };
  });
  if (!changed) return catalog;
  return { ...catalog, articles, byId: new Map(articles.map((article) => [article.id, article])) };
}

function passagesWithEmbeds(
  article: CatalogArticle,
  resolver: LinkResolver,
  trail: readonly CatalogArticle[],
): Passages {
  const { document } = article;
  let passages: Passages = document.passages;
  for (const { reference, anchor } of embedsIn(document)) {
    const target = resolver.resolve(article, reference.target, { wiki: reference.wiki });
    if (target.type !== "article" || !target.article.hidden || trail.includes(target.article)) continue;
    const whole = passagesWithEmbeds(target.article, resolver, [...trail, target.article]);
    // The title stands for a part that holds nothing but pictures and embeds; it is not shown.
    const shown = whole.filter(({ headings, text }) => headings.length > 0 || text !== target.article.title);
    const part = target.anchor === "" ? shown : shown.filter((passage) => passage.anchor === target.anchor);
    passages = insert(passages, part, anchor, document);
  }
  return passages;
}

/** The embeds of a body, each with the anchor of the heading it stands under. */
function embedsIn({ body }: ParsedDocument): { reference: Embed; anchor: string }[] {
  const embeds: { reference: Embed; anchor: string }[] = [];
  if (!body.some((part) => typeof part !== "string" && part.type === "embed")) return embeds;
  let anchor = "";
  for (const part of body) {
    if (typeof part === "string") {
      for (const heading of part.matchAll(/<h[1-6][^<>]* id="([^"]*)"/g)) anchor = heading[1] ?? "";
    } else if (part.type === "embed") embeds.push({ reference: part, anchor });
  }
  return embeds;
}

/** After what the article itself says under that heading. */
function insert(passages: Passages, added: Passages, anchor: string, document: ParsedDocument): Passages {
  if (added.length === 0) return passages;
  const last = passages.findLastIndex((passage) => passage.anchor === anchor);
  const above = passages[last]?.headings ?? headingsAbove(document, anchor);
  const moved = added.map(({ headings, text }) => ({ anchor, headings: [...above, ...headings], text }));
  const at = last >= 0 ? last + 1 : anchor === "" ? 0 : passages.length;
  return [...passages.slice(0, at), ...moved, ...passages.slice(at)];
}

function headingsAbove({ headings }: ParsedDocument, anchor: string): readonly string[] {
  const path: ParsedDocument["headings"][number][] = [];
  for (const heading of headings) {
    while ((path.at(-1)?.depth ?? 0) >= heading.depth) path.pop();
    path.push(heading);
    if (heading.anchor === anchor) return path.map(({ text }) => text);
  }
  return [];
}
