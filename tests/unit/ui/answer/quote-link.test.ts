import { describe, expect, it } from "vitest";
import { quoteHref, readQuote } from "../../../../src/ui/answer/quote-link";

const at = (text: string, anchor = "fees") =>
  quoteHref("/help/", { article: "en/delivery/times & fees", anchor, text });
const target = (text: string, anchor?: string) => readQuote(new URL(at(text, anchor), "https://x.example").hash);

describe("quoteHref", () => {
  it("names article, heading and words in the fragment, which never leaves the device", () => {
    const url = new URL(at("It costs £4, or less."), "https://x.example");
    expect(url.pathname).toBe("/help/en/delivery/times%20%26%20fees/");
    expect(url.search).toBe("");
    expect(url.hash).toBe("#ph-quote=fees,It%20costs%20%C2%A34%2C%20or%20less.,");
  });

  it.each([
    ["a short line is named whole", "One line.", { start: "One line.", end: "" }],
    ["of a long one both ends", `${"a".repeat(45)} ${"b".repeat(45)}`, { start: "a".repeat(40), end: "b".repeat(40) }],
    ["of two lines the first and the last", "First.\nLast.", { start: "First.", end: "Last." }],
    ["steps lose their numbers", "1. Open it.\n2. Turn it.\n3. Close it.", { start: "Open it.", end: "Close it." }],
    ["characters beyond 16 bits stay whole", "𠮷".repeat(41), { start: "𠮷".repeat(40), end: "𠮷".repeat(40) }],
  ])("%s", (_, text, expected) => expect(target(text)).toEqual({ anchor: "fees", ...expected }));

  it("carries any heading and any words there and back", () => {
    expect(target("100%, sure?\n“好，的”", "运费,税")).toEqual({
      anchor: "运费,税",
      start: "100%, sure?",
      end: "“好，的”",
    });
    expect(target("Before any heading.", "")).toMatchObject({ anchor: "" });
  });
});

describe("readQuote", () => {
  it.each(["", "#fees", "#ph-quote=fees,%E0%A4%A,x"])("%j names no words", (hash) =>
    expect(readQuote(hash)).toBeUndefined(),
  );

  it("takes what is left of a fragment that was cut", () => {
    expect(readQuote("#ph-quote=fees")).toEqual({ anchor: "fees", start: "", end: "" });
  });
});
