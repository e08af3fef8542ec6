import type { Locale } from "../../domain/locale";
import type { RememberedArticle } from "../behaviour/device-keys";
import type { DeviceStore } from "../behaviour/device-store";

/** A line of one of the lists on home. */
export interface ShelfEntry {
  readonly article: RememberedArticle;
  readonly href: string;
  /** Share read, 0 to 1, and the heading above that place. */
  readonly share?: number;
  readonly heading?: string;
}

const MOST = 4;

/** Long articles that were begun and not finished, latest first; their links lead to the place. */
export function toContinue(store: DeviceStore, locale: Locale): readonly ShelfEntry[] {
  const positions = store.get("positions") ?? {};
  return known(store, locale)
    .flatMap((article) => {
      const place = positions[article.id];
      if (!place) return [];
      const hash = place.anchor === undefined ? "" : `#${encodeURIComponent(place.anchor)}`;
      const heading = place.heading === undefined ? {} : { heading: place.heading };
      return [{ article, href: article.href + hash, share: place.share, ...heading, at: place.at }];
    })
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST);
}

export function savedArticles(store: DeviceStore, locale: Locale): readonly ShelfEntry[] {
  return (store.get("saved") ?? [])
    .filter((article) => article.locale === locale)
    .map((article) => ({ article, href: article.href }));
}

/** Articles that say something else now than when they were last opened here. */
export function changedSince(
  store: DeviceStore,
  locale: Locale,
  revisions: Readonly<Record<string, string>>,
): readonly ShelfEntry[] {
  return known(store, locale)
    .filter(({ id, revision }) => {
      const now = revisions[id.slice(locale.length + 1)];
      return revision !== undefined && now !== undefined && now !== revision;
    })
    .slice(0, MOST)
    .map((article) => ({ article, href: article.href }));
}

/** Every article this device remembers, each once, with what was seen of it last. */
function known(store: DeviceStore, locale: Locale): readonly RememberedArticle[] {
  const articles = new Map<string, RememberedArticle>();
  for (const article of [...(store.get("recentlyRead") ?? []), ...(store.get("saved") ?? [])]) {
    if (article.locale === locale && !articles.has(article.id)) articles.set(article.id, article);
  }
  return [...articles.values()];
}

/** Marks an article as seen as it is now, without opening it. */
export function markSeen(store: DeviceStore, id: string, revision: string): void {
  for (const key of ["recentlyRead", "saved"] as const) {
    const list = store.get(key);
    if (list?.some((article) => article.id === id)) {
      store.set(
        key,
        list.map((article) => (article.id === id ? { ...article, revision } : article)),
      );
    }
  }
}

export function forgetPosition(store: DeviceStore, id: string): void {
  const { [id]: _, ...others } = store.get("positions") ?? {};
  store.set("positions", others);
}

export function removeSaved(store: DeviceStore, id: string): void {
  store.set(
    "saved",
    (store.get("saved") ?? []).filter((article) => article.id !== id),
  );
}
