import type { ArticleHit, Hit, SearchResults } from "../../domain/search";

/** One choice of the list: a section of an article, or a card in it that opens something. */
export interface ResultOption {
  /** The element's id. */
  readonly id: string;
  readonly href: string;
  readonly hit?: Hit;
  /** Title of the card. */
  readonly action?: string;
}

/** An article with its choices; the first one stands for the article and carries its title. */
export interface ResultGroup {
  readonly article: ArticleHit;
  readonly options: readonly ResultOption[];
}

/** Address of an article's section: `<base><article id>/#<anchor>`, percent-encoded. */
export function sectionHref(base: string, article: string, anchor = ""): string {
  const path = article.split("/").map(encodeURIComponent).join("/");
  return `${base}${path}/${anchor && `#${encodeURIComponent(anchor)}`}`;
}

/** Cards shown with an article: enough to do what it is about, and no crowd. */
const MOST_CARDS = 2;

/** Results as the listbox shows them; two passages under one heading are one choice, the better one. */
export function resultGroups(results: SearchResults, base: string): readonly ResultGroup[] {
  return results.articles.map((article, i) => {
    const seen = new Set<string>();
    const hits = article.hits.filter((hit) => !seen.has(hit.anchor) && seen.add(hit.anchor));
    const sections = hits.map((hit, j) => ({
      id: `search-option-${i}-${j}`,
      href: sectionHref(base, article.article, hit.anchor),
      hit,
    }));
    const cards = (article.actions ?? []).slice(0, MOST_CARDS).map(({ anchor, title }, j) => ({
      id: `search-option-${i}-card-${j}`,
      href: sectionHref(base, article.article, anchor),
      action: title,
    }));
    return { article, options: [...sections, ...cards] };
  });
}
