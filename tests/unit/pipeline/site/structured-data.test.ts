import { describe, expect, it } from "vitest";
import { structuredData } from "../../../../src/pipeline/site/structured-data";
import { articlePage, homePage } from "../../../support/pages";

const absolute = (href: string) => `https://x.example${href}`;
const context = { "@context": "https://schema.org" };

describe("structuredData", () => {
  it("describes the way to an article, and the article", () => {
    const page = articlePage({ updated: "2026-01-02", validUntil: "2026-12-31" });
    const item = (position: number, name: string, href: string) => ({
      "@type": "ListItem",
      position,
      name,
      item: absolute(href),
    });
    expect(structuredData(page, absolute, [])).toEqual([
      {
        ...context,
        "@type": "BreadcrumbList",
        itemListElement: [
          item(1, "Home", "/help/en/"),
          item(2, "Orders", "/help/en/orders/"),
          item(3, "Track an order", "/help/en/orders/track/"),
        ],
      },
      {
        ...context,
        "@type": "Article",
        inLanguage: "en",
        dateModified: "2026-01-02",
        expires: "2026-12-31",
        headline: "Track an order",
        description: "Where it is.",
      },
    ]);
  });

  it("makes a question and its answer of a FAQ, in plain text", () => {
    const html =
      '<p>Press <strong>Pay</strong>, then “<a title="a > b" href="/x">OK</a>”.</p><ul><li>1 &#x3C; 2 &amp;&#38; 3</li><li>é&quot;x&#39;</li></ul>';
    expect(structuredData(articlePage({ kind: "faq", html }), absolute, [])[1]).toEqual({
      ...context,
      "@type": "FAQPage",
      inLanguage: "en",
      mainEntity: [
        {
          "@type": "Question",
          name: "Track an order",
          acceptedAnswer: {
            "@type": "Answer",
            text: "Press Pay, then “OK”. 1 < 2 && 3 é\"x'",
            url: "https://x.example/help/en/orders/track/",
          },
        },
      ],
    });
  });

  it("puts no space into Chinese where a word is bold", () => {
    const [, faq] = structuredData(
      articlePage({ kind: "faq", html: "<p>点击<strong>退款</strong>。</p>" }),
      absolute,
      [],
    );
    expect(JSON.stringify(faq)).toContain('"text":"点击退款。"');
  });

  it("lists the steps of a tutorial; without steps it is an article", () => {
    const tutorial = articlePage({ kind: "tutorial" });
    expect(structuredData(tutorial, absolute, ["Open it.", "Close it."])[1]).toEqual({
      ...context,
      "@type": "HowTo",
      inLanguage: "en",
      name: "Track an order",
      description: "Where it is.",
      step: [
        { "@type": "HowToStep", position: 1, text: "Open it." },
        { "@type": "HowToStep", position: 2, text: "Close it." },
      ],
    });
    expect(structuredData(tutorial, absolute, [])[1]).toMatchObject({ "@type": "Article" });
  });

  it("says nothing of home", () => {
    expect(structuredData(homePage(), absolute, [])).toEqual([]);
  });
});
