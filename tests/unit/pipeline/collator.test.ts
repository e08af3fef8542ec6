import { expect, it } from "vitest";
import { collatorFor } from "../../../src/pipeline/collator";

it.each([
  ["en", ["Step 9", "Step 10", "Éclair", "Fig"], ["Éclair", "Fig", "Step 9", "Step 10"]],
  ["zh", ["退货", "安装", "配送"], ["安装", "配送", "退货"]],
  ["sv", ["Ö", "Z", "A"], ["A", "Z", "Ö"]],
  ["en-foo", ["b", "a"], ["a", "b"]],
])("titles in %s: %j -> %j", (locale, titles, sorted) => {
  expect([...titles].sort(collatorFor(locale).compare)).toEqual(sorted);
});
