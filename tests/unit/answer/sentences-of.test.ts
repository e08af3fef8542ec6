import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../../src/answer/sentences-of";

/** Each sentence as it stands there, with the number of its list before it. */
const shown = (text: string): string[] =>
  sentencesOf(text).map(({ start, end, list }) => `${list ?? "-"} ${text.slice(start, end)}`);

describe("sentencesOf", () => {
  it("cuts English and Chinese", () => {
    expect(shown("Pay by card. We take all of them!\n用银行卡付款。支持所有银行。")).toEqual([
      "- Pay by card.",
      "- We take all of them!",
      "- 用银行卡付款。",
      "- 支持所有银行。",
    ]);
  });

  it.each([
    ["1. Open it.\n2. Close it.", ["0 1. Open it.", "0 2. Close it."]],
    ["1) Open it\n2) Close it", ["0 1) Open it", "0 2) Close it"]],
    ["1、打开设置。\n2、点击保存。", ["0 1、打开设置。", "0 2、点击保存。"]],
    ["1．打开设置\n2．点击保存", ["0 1．打开设置", "0 2．点击保存"]],
    ["1.打开设置\n2.点击保存", ["0 1.打开设置", "0 2.点击保存"]],
    ["9. Open it.\n10. Close it.", ["0 9. Open it.", "0 10. Close it."]],
    ["1. Open it. Wait a minute.\n2. Close it.", ["0 1. Open it.", "0 Wait a minute.", "0 2. Close it."]],
    ["1. Open it.\r\n2. Close it.", ["0 1. Open it.", "0 2. Close it."]],
    ["Follow these steps:\n1. Open it.\n2. Close it.", ["- Follow these steps:", "0 1. Open it.", "0 2. Close it."]],
  ])("marks lines numbered in a row as a list: %j", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it("ends a list where something comes between, and begins another one behind", () => {
    const text = "1. Open it.\n2. Lift it.\nA picture of it\n3. Turn it.\n4. Close it.";
    expect(shown(text)).toEqual([
      "0 1. Open it.",
      "0 2. Lift it.",
      "- A picture of it",
      "1 3. Turn it.",
      "1 4. Close it.",
    ]);
  });

  it("tells two lists apart that follow each other", () => {
    expect(shown("1. A.\n2. B.\n1. C.\n2. D.")).toEqual(["0 1. A.", "0 2. B.", "1 1. C.", "1 2. D."]);
  });

  it.each([
    ["1. The only step.\nMore.", "one line is no list"],
    ["1. Open it.\n3. Close it.", "a number is missing"],
    ["2024. A year.\n2025. Another.", "years"],
    ["3.5 mm jack\n4.1 Bluetooth", "decimal numbers"],
    ["1.2.0 brought search\n2.0.0 brought answers", "versions"],
    ["1.\n2.", "nothing behind the numbers"],
  ])("marks nothing in %j: %s", (text) => {
    expect(sentencesOf(text).filter(({ list }) => list !== undefined)).toEqual([]);
  });

  it("leaves out nothing but white space, whatever the text", () => {
    const piece = fc.constantFrom(
      "1. ",
      "2. ",
      "3) ",
      "\n",
      "\r\n",
      "Open it. ",
      "打开。",
      "…",
      "?",
      "📦",
      "\ud800",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end } of sentencesOf(text)) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });
});
