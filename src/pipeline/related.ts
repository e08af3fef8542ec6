import type { Fault } from "../domain/fault";
import type { Catalog, CatalogArticle } from "./catalog";
import type { LinkResolver } from "./links";

const MOST = 4;
/** Tags on more articles than this say little; only that many of them are looked at. */
const CROWD = 200;

/** Related articles: first those the author picked, then those that share the rarest tags. */
export class RelatedFinder {
  readonly #resolver: LinkResolver;
  readonly #byTag = new Map<string, CatalogArticle[]>();

  constructor(catalog: Catalog, resolver: LinkResolver) {
    this.#resolver = resolver;
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

  find(article: CatalogArticle): { related: CatalogArticle[]; faults: Fault[] } {
    const faults: Fault[] = [];
    const picked = article.related.flatMap((target) => {
      const found = this.#resolver.resolve(article, target);
      if (found.type === "article" && found.article.id !== article.id) return [found.article];
      faults.push({
        code: "broken-related",
        severity: "error",
        file: article.path,
        line: 1,
        expected: "the path of another article under `related`",
        found: target,
      });
      return [];
    });
    const related = [...new Set([...picked, ...this.#byTags(article)])].slice(0, Math.max(MOST, picked.length));
    return { related, faults };
  }

  #byTags(article: CatalogArticle): CatalogArticle[] {
    const scores = new Map<CatalogArticle, number>();
    for (const tag of article.tags) {
      const sharing = this.#byTag.get(tagKey(article, tag)) ?? [];
      for (const other of sharing.slice(0, CROWD)) {
        if (other.id !== article.id) scores.set(other, (scores.get(other) ?? 0) + 1 / sharing.length);
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1)).map(([other]) => other);
  }
}

function tagKey(article: CatalogArticle, tag: string): string {
  return `${article.locale}/${tag.toLowerCase()}`;
}
