import type { ArticleLink, Page, SiteModel } from "../../../src/ui/page-model";

const BASE = "/help/";

function siteOf(locale: string): SiteModel {
  const home = `${BASE}${locale}/`;
  return {
    name: "Shop help",
    base: BASE,
    locale,
    sections: [
      {
        href: `${home}orders/`,
        section: "orders",
        title: "Orders",
        description: "All about it",
        icon: "box",
        count: 2,
      },
      { href: `${home}returns/`, section: "returns", title: "Returns", icon: "no such icon", count: 1 },
    ],
    home,
    search: `${home}search/`,
    ask: `${home}ask/`,
    contact: `${home}contact/`,
    offline: `${home}offline/`,
    yourData: `${home}your-data/`,
    print: `${home}print/`,
    staff: false,
  };
}

function articleLink(locale: string, slug: string): ArticleLink {
  const id = `${locale}/orders/${slug}`;
  return { id, href: `${BASE}${id}/`, title: `Title of ${slug}`, kind: "faq", description: "…", updated: "2025-10-12" };
}

/** A page of each kind, with something in every part. */
export function pageOf<K extends Page["kind"]>(kind: K, locale: string): Extract<Page, { kind: K }> {
  const site = siteOf(locale);
  const links = [articleLink(locale, "track"), articleLink(locale, "cancel")];
  const home = { href: site.home, title: "Home" };
  const orders = { href: `${site.home}orders/`, title: "Orders" };
  const base = (path: string) => ({
    site,
    href: `${site.home}${path}`,
    title: "A title",
    description: "A description",
    languages: ["en", "zh"].map((other) => ({ locale: other, href: `${BASE}${other}/${path}`, exact: true })),
  });
  const pages: { readonly [Kind in Page["kind"]]: Extract<Page, { kind: Kind }> } = {
    home: { kind: "home", ...base(""), popular: links, recentlyUpdated: links, articles: links },
    section: {
      kind: "section",
      ...base("orders/"),
      section: site.sections[0]!,
      breadcrumb: [home],
      subsections: [site.sections[1]!],
      articles: links,
    },
    article: {
      kind: "article",
      ...base("orders/track/"),
      article: {
        id: `${locale}/orders/track`,
        kind: "tutorial",
        updated: "2025-10-12",
        validUntil: "2026-06-30",
        tags: ["parcel"],
        headings: [
          { depth: 2, text: "费用", anchor: "费用" },
          { depth: 3, text: "B", anchor: "b" },
          { depth: 4, text: "Too deep", anchor: "deep" },
        ],
        html: '<p>Text</p><h2 id="费用">费用</h2><h3 id="b">B</h3><pre><code>x</code></pre>',
        staff: false,
      },
      breadcrumb: [home, orders],
      siblings: links,
      related: links,
      next: links[1]!,
    },
    search: { kind: "search", ...base("search/"), popular: links },
    ask: { kind: "ask", ...base("ask/"), examples: ["How do I track it?", "Can I cancel?"] },
    contact: {
      kind: "contact",
      ...base("contact/"),
      topics: [{ id: "orders", label: { en: "Orders", zh: "订单" } }],
      channels: [
        { type: "email", address: "help@shop.example", topics: [] },
        {
          type: "chat",
          url: "https://chat.example/?q={question}&l={locale}",
          topics: ["orders"],
          hours: { timeZone: "Europe/London", open: [{ days: ["mon"], from: "09:00", to: "17:00" }], closed: [] },
        },
      ],
    },
    print: { kind: "print", ...base("print/") },
    unlock: { kind: "unlock", ...base("unlock/") },
    notFound: { kind: "notFound", ...base(""), popular: links },
    offline: { kind: "offline", ...base("offline/") },
    yourData: { kind: "yourData", ...base("your-data/") },
    notOnDevice: { kind: "notOnDevice", ...base("not-on-device/") },
  };
  return pages[kind];
}
