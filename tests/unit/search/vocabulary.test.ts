import { radix } from "@orama/orama/trees";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSegment } from "../../../src/search/segment";
import { createVocabulary } from "../../../src/search/vocabulary";
import { article, pack } from "./packs";

const segmentOf = (words: readonly string[]) => buildSegment(pack("s", [article("a", words.join(" "))]));

describe("createVocabulary", () => {
  it("completes words and knows their terms", () => {
    const vocabulary = createVocabulary();
    vocabulary.add(segmentOf(["update", "updating", "uplink", "constructor"]));
    expect(vocabulary.startingWith("upd").sort()).toEqual(["update", "updating"]);
    expect(vocabulary.termOf("updating")).toBe(vocabulary.termOf("update"));
    expect(vocabulary.startingWith("const")).toEqual(["constructor"]);
    expect(vocabulary.startingWith("")).toEqual([]);
    expect(vocabulary.termOf("toString")).toBeUndefined();
  });

  it("behaves like a list of words while segments come and go", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 5 });
    const words = fc.uniqueArray(word, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), words, word, (kept, removed, prefix) => {
        const vocabulary = createVocabulary();
        const gone = segmentOf(removed);
        vocabulary.add(gone);
        for (const list of kept) vocabulary.add(segmentOf(list));
        vocabulary.remove(gone);
        const expected = new Set(kept.flat().filter((one) => one.startsWith(prefix) && one !== prefix));
        expect(new Set(vocabulary.startingWith(prefix))).toEqual(expected);
      }),
    );
  });
});

describe("Orama's own typo tolerance", () => {
  it("loses words that share a beginning, which is why it is not used; delete our own when this fails", () => {
    const tree = new radix.RadixTree();
    for (const word of ["verification", "verify", "version", "verifies"]) tree.insert(word, 0);
    expect(Object.keys(tree.find({ term: "verifcation", tolerance: 1 }))).not.toContain("verification");
  });
});
