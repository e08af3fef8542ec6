import { htmlLang } from "../../domain/locale";
import type { ArticlePage, Page } from "../../ui/page-model";

type Thing = { readonly [key: string]: unknown };

/**
 * schema.org descriptions of a page: the breadcrumb, and the question (FAQPage), the steps (HowTo) or the article.
 *
 * @param absolute gives the published address of a path, if the site has one
 * @param steps texts of a tutorial's steps
 */
export function structuredData(
  page: Page,
  absolute: (href: string) => string | undefined,
  steps: readonly string[],
): Thing[] {
  if (page.kind !== "article" && page.kind !== "section") return [];
  const trail = [...page.breadcrumb, { href: page.href, title: page.title }];
  const breadcrumb: Thing = {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: trail.map((link, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: link.title,
      item: absolute(link.href) ?? link.href,
    })),
  };
  return page.kind === "article" ? [breadcrumb, articleData(page, absolute, steps)] : [breadcrumb];
}

function articleData(
  page: ArticlePage,
  absolute: (href: string) => string | undefined,
  steps: readonly string[],
): Thing {
  const { article } = page;
  const common = {
    "@context": "https://schema.org",
    inLanguage: htmlLang(page.site.locale),
    ...(article.updated !== undefined && { dateModified: article.updated }),
    ...(article.validUntil !== undefined && { expires: article.validUntil }),
  };
  if (article.kind === "faq") {
    const answer = {
      "@type": "Answer",
      text: plainText(article.html),
      ...(absolute(page.href) && { url: absolute(page.href) }),
    };
    return {
      ...common,
      "@type": "FAQPage",
      mainEntity: [{ "@type": "Question", name: page.title, acceptedAnswer: answer }],
    };
  }
  if (article.kind === "tutorial" && steps.length > 0) {
    const step = steps.map((text, index) => ({ "@type": "HowToStep", position: index + 1, text }));
    return { ...common, "@type": "HowTo", name: page.title, description: page.description, step };
  }
  return { ...common, "@type": "Article", headline: page.title, description: page.description };
}

const TAG = /<\/?([a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/g;
/** Elements inside a line: where they begin and end, no space belongs. */
const INLINE = new Set("a abbr b code del em i ins kbd mark q s small span strong sub sup time u".split(" "));

/** The text of sanitised HTML as our own renderer writes it. */
function plainText(html: string): string {
  return html
    .replace(TAG, (_, name: string) => (INLINE.has(name) ? "" : " "))
    .replace(/&#(?:x([0-9a-f]+)|([0-9]+));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}
