import type { ArticleHit } from "../../domain/search";
import type { PageData } from "../../ui/page-model";
import type { SearchClient } from "../../ui/search/search-client";
import type { PageHint, Suggestion } from "../protocol";
import { articleAddress } from "./view-address";

/** Most articles that are suggested. */
const MOST = 5;
/**
 * From this likeness on an article is near a page: late interaction and cosine added up. In the demo centre, pages that it
 * has articles for come to 1.07 to 1.7, pages about anything else stay below 1.04.
 */
const NEAR = 1.05;
/** Against the best one's score, so that one good hit is not followed by mere neighbours. */
const CUTOFF = 0.4;
/** Of a page's text; its beginning says what it is about. UTF-16 units. */
const BEGINNING = 600;
/** How long search by meaning is waited for, milliseconds. */
const PATIENCE = 30_000;

/** What is searched for on behalf of a page. Its address says little that its title does not, and often names people. */
export function queryOf({ title = "", tags = [], text = "" }: PageHint): string {
  const beginning = text.replace(/\s+/g, " ").trim().slice(0, BEGINNING);
  return [title.trim(), tags.join(", "), beginning].filter((part) => part !== "").join(". ");
}

/** The articles that are near enough. Where only words were compared nothing is: a page shares words with everything. */
export function nearOf(articles: readonly ArticleHit[]): readonly ArticleHit[] {
  const least = (articles[0]?.score ?? 0) * CUTOFF;
  return articles.filter(({ likeness = 0, score }) => likeness >= NEAR && score >= least).slice(0, MOST);
}

/** Articles for a page, nearest first, found on this device; none while words must do. */
export async function suggest(hint: PageHint, page: PageData, client: SearchClient): Promise<readonly Suggestion[]> {
  const text = queryOf(hint);
  if (text === "") return [];
  const query = { text, locale: page.locale, limit: 2 * MOST };
  const { signal } = new AbortController();
  let found = await client.search(query, signal);
  if (found.ok && found.value.articles.every(({ likeness }) => likeness === undefined)) {
    if (!(await meaningIsReady(client))) return [];
    found = await client.search(query, signal);
  }
  if (!found.ok) return [];
  return nearOf(found.value.articles).map(({ article, title }) => ({
    id: article,
    title: title.text,
    url: location.origin + articleAddress(article, page),
  }));
}

function meaningIsReady(client: SearchClient): Promise<boolean> {
  return new Promise((done) => {
    let end: (() => void) | undefined;
    const settle = (ready: boolean) => {
      clearTimeout(timer);
      queueMicrotask(() => end?.());
      done(ready);
    };
    const timer = setTimeout(() => settle(false), PATIENCE);
    end = client.meaning.subscribe(({ status }) => {
      if (status !== "loading") settle(status === "ready");
    });
  });
}
