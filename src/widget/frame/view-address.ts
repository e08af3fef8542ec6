import type { PageData } from "../../ui/page-model";
import type { View } from "../protocol";

type Where = Pick<PageData, "base" | "locale" | "locales" | "ask">;

/** Where a view stands, absolute below the origin. A site without answers searches instead. */
export function viewAddress(view: View, page: Where): string {
  const home = `${page.base}${encodeURI(page.locale)}/`;
  switch (view.view) {
    case "home":
      return home;
    case "search":
      return searchAddress(view.query, page);
    case "ask":
      // In the fragment: unlike a query it reaches no server.
      if (page.ask === undefined) return searchAddress(view.question, page);
      return `${page.ask}#ph-q=${encodeURIComponent(view.question.trim())}`;
    case "article":
      return articleAddress(view.article, page);
    default:
      return view satisfies never;
  }
}

/** `orders/track` in the page's language, `zh/orders/track` in that one; `#anchor` stays. */
export function articleAddress(article: string, { base, locale, locales }: Where): string {
  const [path = "", anchor] = article.split(/#(.*)/s);
  const parts = path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  const named = locales.some((known) => known.locale === parts[0]);
  const whole = named && parts.length > 1 ? parts : [locale, ...parts];
  const address = `${base}${whole.map((part) => encodeURIComponent(part)).join("/")}/`;
  return anchor ? `${address}#${encodeURIComponent(anchor)}` : address;
}

/** What to search for when there is no such article: the words of its name. */
export function wordsOfArticle(article: string): string {
  return (article.split("#")[0] ?? "").split("/").at(-1)?.replaceAll(/[-_]+/g, " ").trim() ?? "";
}

export function searchAddress(query: string, { base, locale }: Where): string {
  const address = `${base}${encodeURI(locale)}/search/`;
  return query.trim() === "" ? address : `${address}?q=${encodeURIComponent(query.trim())}`;
}
