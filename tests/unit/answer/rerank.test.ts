import { describe, expect, it } from "vitest";
import { candidatesOf } from "../../../src/answer/candidates";
import { rerank } from "../../../src/answer/rerank";
import { article } from "../search/packs";
import { foundArticle, foundWith } from "./found";

describe("rerank", () => {
  const found = foundWith({ a: ["One.", "Two."], b: ["Three."], c: ["Four."] });
  const candidates = candidatesOf(found);

  it("leaves the order of search where nobody has read, and where reading counts nothing", () => {
    expect(rerank(found, candidates, undefined, 1)).toEqual(["a", "b", "c"]);
    expect(rerank(found, candidates, [-4, -4, -4, 4], 0)).toEqual(["a", "b", "c"]);
  });

  it("lifts the article that has to do with the question, and counts its best passage only", () => {
    expect(rerank(found, candidates, [-4, -4, -4, 4], 1)).toEqual(["c", "a", "b"]);
    expect(rerank(found, candidates, [-4, 4, 2, -4], 1)).toEqual(["a", "b", "c"]);
    expect(rerank(found, candidates, [1, 1, 2, -4], 1)).toEqual(["b", "a", "c"]);
  });

  it("keeps articles that nobody looked into, and of equal ones the first", () => {
    const many = Array.from({ length: 14 }, (_, n) => foundArticle(article(`a${n}`, "A", "Text.")));
    const looked = candidatesOf(many);
    const relevances = looked.map((_, n) => (n === 9 ? 3 : -9));
    const others = many.map((_, n) => `a${n}`).filter((id) => id !== "a9");
    expect(rerank(many, looked, relevances, 1)).toEqual(["a9", ...others]);
  });

  it("ranks nothing", () => {
    expect(rerank([], [], [], 1)).toEqual([]);
  });
});
