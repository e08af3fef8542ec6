import { expect, it } from "vitest";
import { outerSections, sectionPath } from "../../../src/pipeline/section-path";

it.each([
  ["", ""],
  ["Store Support/01 Shipping", "store-support/01-shipping"],
  ["contact", "contact-section"],
  ["Search/deep", "search-section/deep"],
  ["orders/contact", "orders/contact"],
])("sectionPath keeps off the site's own pages: %j -> %j", (folder, expected) => {
  expect(sectionPath(folder)).toBe(expected);
});

it("outerSections names every section down to the innermost", () => {
  expect(outerSections("a/b/c")).toEqual(["a", "a/b", "a/b/c"]);
  expect(outerSections("")).toEqual([]);
});
