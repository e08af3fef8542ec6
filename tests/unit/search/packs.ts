import { PACK_VERSION, type PackArticle, type PackPassage, type SectionPack } from "../../../src/domain/pack";

/** An article with defaults for what a test does not care about; the first text has no heading. */
export function article(
  id: string,
  title: string,
  body: string | readonly PackPassage[] = "",
  more: Partial<PackArticle> = {},
): PackArticle {
  const passages = typeof body === "string" ? [{ anchor: "", headings: [], text: body }] : body;
  return { id, title, description: "", kind: "article", tags: [], alsoAskedAs: [], passages, ...more };
}

export function passage(heading: string, text: string): PackPassage {
  return { anchor: heading.toLowerCase().replace(/\s+/g, "-"), headings: [heading], text };
}

export function pack(section: string, articles: readonly PackArticle[], locale = "en"): SectionPack {
  return { version: PACK_VERSION, locale, section, title: `Section ${section}`, articles };
}
