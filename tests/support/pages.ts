import type { ArticlePage, HomePage, SiteModel } from "../../src/ui/page-model";

export const SITE: SiteModel = {
  name: "Shop Help",
  base: "/help/",
  locale: "en",
  sections: [],
  home: "/help/en/",
  search: "/help/en/search/",
  ask: "/help/en/ask/",
  contact: "/help/en/contact/",
  offline: "/help/en/offline/",
  yourData: "/help/en/your-data/",
  print: "/help/en/print/",
  staff: false,
};

const own = (href: string) => [{ locale: "en", href, exact: true }];

export function homePage(parts: Partial<HomePage> = {}): HomePage {
  return {
    kind: "home",
    site: SITE,
    href: "/help/en/",
    title: "Shop Help",
    description: "Answers.",
    languages: own("/help/en/"),
    popular: [],
    recentlyUpdated: [],
    articles: [],
    ...parts,
  };
}

export function articlePage(parts: Partial<ArticlePage["article"]> = {}, page: Partial<ArticlePage> = {}): ArticlePage {
  return {
    kind: "article",
    site: SITE,
    href: "/help/en/orders/track/",
    title: "Track an order",
    description: "Where it is.",
    languages: own("/help/en/orders/track/"),
    article: { id: "en/orders/track", kind: "article", tags: [], headings: [], html: "", staff: false, ...parts },
    breadcrumb: [
      { href: "/help/en/", title: "Home" },
      { href: "/help/en/orders/", title: "Orders" },
    ],
    siblings: [],
    related: [],
    ...page,
  };
}
