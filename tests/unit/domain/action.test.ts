import { expect, test } from "vitest";
import { placeholdersOf, wholePattern } from "../../../src/domain/action";

test("placeholders are named once, in order; other braces are none", () => {
  expect(placeholdersOf("https://a.example/{b}?c={c-1}&b={b}&d={1}&e={}")).toEqual(["b", "c-1"]);
});

test("a pattern is about the whole value; one that cannot be read is none", () => {
  expect(wholePattern("a|b")?.test("ab")).toBe(false);
  expect(wholePattern("[0-9]{2}")?.test("12")).toBe(true);
  expect(wholePattern("[\\p{Script=Han}]+")?.test("单号")).toBe(true);
  // Fine in the older mode only.
  expect(wholePattern("[a-z&&b-]+")?.test("b")).toBe(true);
  expect(wholePattern("[")).toBeUndefined();
});
