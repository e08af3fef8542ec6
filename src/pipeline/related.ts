import type { Fault } from "../domain/fault";
import type { Catalog, CatalogArticle } from "./catalog";
import type { LinkResolver } from "./links";
import type { MeantArticle } from "./meaning/article-meanings";
import { type NearbyArticles, nearbyArticles } from "./meaning/nearby-articles";
import { SharedTags } from "./shared-tags";

const MOST = 4;

/**
 * Related articles: first those the author picked, then those that mean something near; without an encoder, those
 * that share the rarest tags.
 */
export class RelatedFinder {
  readonly #resolver: LinkResolver;
  readonly #tags: SharedTags;
  readonly #nearby: NearbyArticles;

  /** @param meant what the listed articles mean; none: there is no encoder */
  constructor(catalog: Catalog, resolver: LinkResolver, meant: readonly MeantArticle[] = []) {
    this.#resolver = resolver;
    this.#tags = new SharedTags(catalog);
    this.#nearby = nearbyArticles(meant, this.#tags, MOST);
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
    const others = this.#nearby.get(article) ?? this.#byTags(article);
    const related = [...new Set([...picked, ...others])].slice(0, Math.max(MOST, picked.length));
    return { related, faults };
  }

  #byTags(article: CatalogArticle): CatalogArticle[] {
    const scores = this.#tags.with(article);
    return [...scores].sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1)).map(([other]) => other);
  }
}
