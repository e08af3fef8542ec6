import type { NotCovered, Quotation, Quoted } from "../../../../src/domain/answer";
import type { ArticleHit } from "../../../../src/domain/search";

export function quotation(text: string, parts: Partial<Quotation> = {}): Quotation {
  return {
    article: "en/orders/track",
    title: "Track an order",
    kind: "faq",
    section: "orders",
    sectionTitle: "Orders",
    updated: "2026-11-02",
    headings: ["By parcel"],
    anchor: "by-parcel",
    text,
    form: "sentences",
    highlight: [0, text.length],
    ...parts,
  };
}

export function quoted(text: string, parts: Partial<Quoted> = {}): Quoted {
  return {
    kind: "quote",
    query: { text: "Where is it?", locale: "en" },
    confidence: 0.9,
    by: "sentences",
    quotation: quotation(text),
    actions: [],
    others: [],
    ...parts,
  };
}

export function notCovered(parts: Partial<NotCovered> = {}): NotCovered {
  return {
    kind: "not-covered",
    query: { text: "Where is it?", locale: "en" },
    confidence: 0.1,
    by: "sentences",
    nearest: [],
    ...parts,
  };
}

export function hit(slug: string): ArticleHit {
  return {
    article: `en/orders/${slug}`,
    title: { text: `About ${slug}`, marks: [] },
    kind: "faq",
    section: "orders",
    sectionTitle: "Orders",
    score: 1,
    because: "words",
    hits: [{ passage: "p", anchor: "here", headings: [], snippet: { text: "", marks: [] }, score: 1 }],
  };
}
