import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SectionPack } from "../../../src/domain/pack";
import { createSearchIndex, type SearchIndex } from "../../../src/search/search-index";
import { article, pack } from "./packs";

const WORDS = "reset password parcel board cable update router 重置 密码 网站 E-104 2.1.4".split(" ");
const QUERIES = [
  "reset password",
  "how do I update the router",
  "密码",
  "网",
  "E-104",
  "pasword",
  "upd",
  "cable 网站重置",
];
const SECTIONS = ["a", "b", "b/c"];

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
const version = fc.array(fc.tuple(text, text), { maxLength: 3 });
/** Adds or replaces a section, or (without articles of its own) removes it. */
const step = fc.record({
  section: fc.constantFrom(...SECTIONS),
  locale: fc.constantFrom("en", "zh"),
  articles: fc.option(version),
});

function toPack(section: string, locale: string, articles: readonly (readonly [string, string])[]): SectionPack {
  return pack(
    section,
    articles.map(([title, body], n) => article(`${locale}/${section}/${n}`, title, body)),
    locale,
  ); // prettier-ignore
}

function answers(index: SearchIndex): unknown {
  return ["en", "zh"].flatMap((locale) =>
    QUERIES.map((query) => index.search({ text: query, locale, partial: query === "upd" })),
  );
}

describe("adding and removing sections", () => {
  it("leads to what an index built from scratch holds", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        const index = createSearchIndex();
        const model = new Map<string, SectionPack>();
        for (const { section, locale, articles } of steps) {
          const key = `${locale}/${section}`;
          if (articles) {
            const added = toPack(section, locale, articles);
            model.set(key, added);
            index.add(added);
          } else expect(index.remove(locale, section)).toBe(model.delete(key));
        }
        const rebuilt = createSearchIndex();
        for (const held of [...model.values()].reverse()) rebuilt.add(held);
        expect(answers(index)).toEqual(answers(rebuilt));
      }),
      { numRuns: 60 },
    );
  });

  it("takes back a segment from storage as if it had been built anew", () => {
    fc.assert(
      fc.property(version, (articles) => {
        const built = toPack("a", "en", articles);
        const first = createSearchIndex();
        const stored = structuredClone(first.add(built));
        const second = createSearchIndex();
        second.add(built, stored);
        expect(answers(second)).toEqual(answers(first));
      }),
      { numRuns: 40 },
    );
  });
});
