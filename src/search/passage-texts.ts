import type { SectionPack } from "../domain/pack";

/**
 * What each passage of a section means, as text for an encoder: its article's title, what else readers ask it as, and
 * its headings stand before its own words, or "Click Save" would mean nothing. In the order of a segment's
 * documents; an article without passages has its description for one.
 */
export function passageTexts(pack: Pick<SectionPack, "articles">): string[] {
  return pack.articles.flatMap(({ title, alsoAskedAs, description, passages }) =>
    (passages.length > 0 ? passages : [{ headings: [], text: description }]).map(({ headings, text }) =>
      [title, ...alsoAskedAs, ...headings, text].join("\n"),
    ),
  );
}
