import type { LinkModel, PageData } from "../page-model";

/** The contact page, carrying the question and the page the reader is on. */
export function contactHrefWith(question: string): string {
  const link = document.querySelector<HTMLAnchorElement>("a[data-contact-link]");
  if (!link) return "";
  const url = new URL(link.href);
  if (question) url.searchParams.set("q", question);
  return url.href;
}

/** Popular articles: those in the page's data, else those the page itself lists. */
export function popularLinks(page: PageData): readonly LinkModel[] {
  if (page.popular) return page.popular;
  return [...document.querySelectorAll<HTMLAnchorElement>("[data-popular] a")].map((link) => ({
    href: link.getAttribute("href") ?? "",
    title: link.textContent ?? "",
  }));
}

/** The search page with a question. */
export function searchHrefWith(question: string): string {
  const search = document.querySelector<HTMLAnchorElement>("a[data-open-search]")?.href;
  return search === undefined ? "" : `${search}?q=${encodeURIComponent(question)}`;
}
