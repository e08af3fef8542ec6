/** What a page of the site holds of its article. */
export interface ArticleOfPage {
  readonly title: string;
  /** As the page words it, a calendar date in `dateTime`. */
  readonly updated?: { readonly dateTime: string; readonly words: string };
  /** `YYYY-MM-DD` */
  readonly validUntil?: string;
  /** The article's own elements, of the page's document. */
  readonly prose: Element;
}

/** @returns `undefined` for a page that shows no article: another one of the site, or one that stands in for it */
export function articleOfPage(page: Document): ArticleOfPage | undefined {
  const prose = page.querySelector("[data-prose]");
  const title = page.querySelector(".article-head h1")?.textContent ?? "";
  if (!prose || title === "") return undefined;
  const validUntil = page.querySelector<HTMLMetaElement>('meta[name="valid-until"]')?.content;
  const times = [...page.querySelectorAll<HTMLTimeElement>(".article-meta time")];
  const updated = times.find(({ dateTime }) => dateTime !== validUntil || times.length > 1);
  return {
    title,
    prose,
    ...(updated && { updated: { dateTime: updated.dateTime, words: updated.textContent ?? "" } }),
    ...(validUntil !== undefined && { validUntil }),
  };
}
