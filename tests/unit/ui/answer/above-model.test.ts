import { describe, expect, it } from "vitest";
import type { Answer } from "../../../../src/domain/answer";
import { type AboveEvent, aboveModel, reduceAbove } from "../../../../src/ui/answer/above-model";
import { notCovered, quoted } from "./answers";

const [first, second] = [quoted("One."), quoted("Two.")];
const answered = (answer: Answer): AboveEvent => ({ type: "answered", answer });
const list = (touched = false): AboveEvent => ({ type: "list", ready: true, touched });
const textAfter = (...events: AboveEvent[]) => {
  const { shown, waiting } = events.reduce(reduceAbove, aboveModel);
  return [shown?.quotation.text, waiting?.quotation.text];
};

describe("the answer above results", () => {
  it.each<[string, AboveEvent[], (string | undefined)[]]>([
    ["comes with the results when it is earlier", [answered(first), list()], ["One.", undefined]],
    ["does not come before them", [answered(first)], [undefined, undefined]],
    ["comes above results that nobody touched", [list(), answered(first)], ["One.", undefined]],
    ["waits when the results were touched", [list(true), answered(first)], [undefined, "One."]],
    ["waits when they were touched before it could come", [answered(first), list(true)], [undefined, "One."]],
    ["comes when the person wants it", [list(true), answered(first), { type: "wanted" }], ["One.", undefined]],
    ["gives way to a better one", [list(), answered(first), answered(second)], ["Two.", undefined]],
    ["goes when a better look finds none", [list(), answered(first), answered(notCovered())], [undefined, undefined]],
    [
      "stays once it was touched",
      [list(), answered(first), { type: "touched" }, answered(second)],
      ["One.", undefined],
    ],
    [
      "stays once the list was touched",
      [list(), answered(first), list(true), answered(notCovered())],
      ["One.", undefined],
    ],
    ["is nothing when the question is not covered", [list(), answered(notCovered())], [undefined, undefined]],
    [
      "a better one takes the place of one that waits",
      [list(true), answered(first), answered(second)],
      [undefined, "Two."],
    ],
  ])("%s", (_, events, expected) => expect(textAfter(...events)).toEqual(expected));
});
