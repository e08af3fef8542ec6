import type { Locale } from "./locale";

/** `faq`: one question, one answer. `tutorial`: numbered steps. `article`: everything else. */
export type ArticleKind = "faq" | "tutorial" | "article";

/** `staff` articles are left out of public builds altogether. */
export type Audience = "public" | "staff";

/** What an author says about an article in its front matter; every key is optional there. */
export interface ArticleMeta {
  readonly title: string;
  /** One or two plain sentences; taken from the first paragraph when the author gives none. */
  readonly description: string;
  readonly kind: ArticleKind;
  readonly tags: readonly string[];
  /** Position inside its section; articles without one come last, by title. */
  readonly order?: number;
  /** Calendar dates, `YYYY-MM-DD`. */
  readonly updated?: string;
  readonly validUntil?: string;
  /** Other wordings of the question this article answers, in customers' words. */
  readonly alsoAskedAs: readonly string[];
  /** Hand-picked neighbours, as written by the author (paths or ids). */
  readonly related: readonly string[];
  readonly audience: Audience;
  /** Reachable by its address and by links, but listed and searched nowhere. */
  readonly hidden: boolean;
  readonly popular: boolean;
}

/** Where an article stands among the others. */
export interface ArticleRef {
  /** `<locale>/<section>/<slug>`: unique, stable, and the article's path below the site's base. */
  readonly id: string;
  readonly locale: Locale;
  /** Slugged folder path (`store-support/shipping`), or `""` at the top. */
  readonly section: string;
  readonly slug: string;
  /** `<section>/<slug>`: the same in every language, so that it pairs translations. */
  readonly key: string;
  /** Source path relative to the content folder, with forward slashes. */
  readonly path: string;
}

export interface Heading {
  readonly depth: 2 | 3 | 4 | 5 | 6;
  readonly text: string;
  /** Unique inside the article; also the element's `id`. */
  readonly anchor: string;
}

/**
 * A piece of an article that search ranks and answers quote: at most about 900 characters,
 * never across a heading.
 */
export interface Passage {
  /** `<article id>#<anchor>.<n>`; the anchor is empty before the first heading. */
  readonly id: string;
  readonly anchor: string;
  /** The headings above it, outermost first, without the article's title. */
  readonly headings: readonly string[];
  /** Plain text; blocks are separated by one line feed, so sentences never run together. */
  readonly text: string;
}
