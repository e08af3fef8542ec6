import { describe, expect, it } from "vitest";
import { exampleQuestions } from "../../../../src/pipeline/site/example-questions";
import { catalogOf, documentAt } from "../../../support/documents";

const of = (...documents: Parameters<typeof documentAt>[]) =>
  exampleQuestions(catalogOf(documents.map((parts) => documentAt(...parts))).articles);

describe("example questions", () => {
  it("are titles that ask, else other wordings that do, written as questions", () => {
    expect(
      of(
        ["en/a/one.md", { title: "Where is my order?" }],
        ["en/b/two.md", { title: "Return an item", alsoAskedAs: ["I changed my mind", "how do I send it back"] }],
        ["en/c/three.md", { title: "Opening hours", alsoAskedAs: ["hours"] }],
      ),
    ).toEqual(["Where is my order?", "How do I send it back?"]);
  });

  it("end in the mark of their language", () => {
    expect(of(["zh/a/one.md", { title: "怎么退货" }], ["zh/b/two.md", { title: "多久到账？" }])).toEqual([
      "怎么退货？",
      "多久到账？",
    ]);
  });

  it("begin with popular articles, one from each section before a second one, four in all", () => {
    const article = (path: string, title: string, parts = {}) => [path, { title, ...parts }] as const;
    expect(
      of(
        [...article("en/a/1.md", "What is a1?")],
        [...article("en/a/2.md", "What is a2?")],
        [...article("en/b/1.md", "What is b1?", { popular: true })],
        [...article("en/b/2.md", "What is b2?", { popular: true })],
        [...article("en/c/1.md", "What is c1?")],
      ),
    ).toEqual(["What is b1?", "What is a1?", "What is c1?", "What is b2?"]);
  });

  it("leave out what is valid for a while only, what is long, and what stands there twice", () => {
    expect(
      of(
        ["en/a/1.md", { title: "When is the last day for Christmas?", validUntil: "2026-12-24" }],
        ["en/b/1.md", { title: `What is ${"very ".repeat(12)}long?` }],
        ["en/c/1.md", { title: "Can I cancel it?" }],
        ["en/d/1.md", { title: "Can I cancel it?" }],
      ),
    ).toEqual(["Can I cancel it?"]);
  });
});
