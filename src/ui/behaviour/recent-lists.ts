import type { RememberedArticle } from "./device-keys";
import type { DeviceStore } from "./device-store";

const LONGEST = 8;

/** Puts an article at the top of "recently read". */
export function rememberArticle(store: DeviceStore, article: RememberedArticle): void {
  const others = (store.get("recentlyRead") ?? []).filter((other) => other.id !== article.id);
  store.set("recentlyRead", [article, ...others].slice(0, LONGEST * 2));
}

/** Puts a query at the top of "recent searches"; longer forms of a query replace its beginnings. */
export function rememberSearch(store: DeviceStore, query: string): void {
  const text = query.trim().slice(0, 200);
  if (text.length < 2) return;
  const others = (store.get("recentSearches") ?? []).filter(
    (other) => !text.toLowerCase().startsWith(other.toLowerCase()),
  );
  store.set("recentSearches", [text, ...others].slice(0, LONGEST));
}

export function forgetSearch(store: DeviceStore, query: string): void {
  store.set(
    "recentSearches",
    (store.get("recentSearches") ?? []).filter((other) => other !== query),
  );
}
