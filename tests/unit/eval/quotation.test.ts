import { describe, expect, it } from "vitest";
import { bare, quotesAnswer } from "../../../src/cli/eval/quotation";

describe("bare", () => {
  it.each([
    ["**Open** the [settings](../a.md#b) `now`", "openthesettingsnow"],
    ["![A picture](a.png) <b>bold</b>&nbsp;text", "apictureboldtext"],
    ["1. Open\n2. Close", "openclose"],
    ["{% alert %}Mind{% endalert %}", "mind"],
    ["Ｗｉ－Ｆｉ　设置", "wi-fi设置"],
    ["{{ site.name }}设置", "设置"],
  ])("%j -> %j", (text, expected) => {
    expect(bare(text)).toBe(expected);
  });
});

describe("quotesAnswer", () => {
  it("holds a label or is part of one", () => {
    expect(quotesAnswer("You have 30 days to return it.", ["30 days"])).toBe(true);
    expect(quotesAnswer("30 days", ["You have 30 days to return it."])).toBe(true);
    expect(quotesAnswer("可以退货三十天。", ["三十天"])).toBe(true);
  });

  it("needs more than a few characters to be part of a label, and more than none of a label", () => {
    expect(quotesAnswer("30", ["You have 30 days to return it."])).toBe(false);
    expect(quotesAnswer("Anything", ["** **"])).toBe(false);
    expect(quotesAnswer("Anything", [])).toBe(false);
  });
});
