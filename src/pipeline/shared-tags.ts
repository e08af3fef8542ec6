import type { Catalog, CatalogArticle } from "./catalog";

/** Tags on more articles than this say little; only that many of them are looked at. */
const CROWD = 200;

/** Which listed articles of a language share tags, and how telling these are. */
export class SharedTags {
  readonly #byTag = new Map<string, CatalogArticle[]>();

  constructor(catalog: Pick<Catalog, "articles">) {
    for (const article of catalog.articles) {
      if (article.hidden) continue;
      for (const tag of article.tags) {
        const key = tagKey(article, tag);
        const list = this.#byTag.get(key) ?? [];
        list.push(article);
        this.#byTag.set(key, list);
      }
    }
  }

  /** Articles that share a tag with this one; each tag counts one divided by the number of articles that have it. */
  with(article: CatalogArticle): Map<CatalogArticle, number> {
    const scores = new Map<CatalogArticle, number>();
    for (const tag of article.tags) {
      const sharing = this.#byTag.get(tagKey(article, tag)) ?? [];
      for (const other of sharing.slice(0, CROWD)) {
        if (other.id !== article.id) scores.set(other, (scores.get(other) ?? 0) + 1 / sharing.length);
      }
    }
    return scores;
  }
}

function tagKey(article: CatalogArticle, tag: string): string {
  return `${article.locale}/${tag.toLowerCase()}`;
}
