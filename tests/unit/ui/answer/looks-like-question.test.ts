import { describe, expect, it } from "vitest";
import { isAsked, looksLikeQuestion } from "../../../../src/ui/answer/looks-like-question";

describe("isAsked", () => {
  it.each([
    "Where is my order?",
    "refund?",
    "how do I",
    "how long",
    "What's included",
    "can I return it",
    "don't you deliver",
    "isn’t it included",
    "退货？",
    "怎么退货",
    "怎麼退貨",
    "退款多久到账",
    "能不能换货",
    "可以退货吗",
    "快递到哪了",
    "有没有发票",
    "几天能到",
  ])("%s asks", (text) => expect(isAsked(text)).toBe(true));

  it.each([
    "refund",
    "how",
    "can opener",
    "will template",
    "show me",
    "is",
    "?",
    "whatever",
    "退货",
    "退货运费",
    "几何图案",
  ])("%s does not", (text) => expect(isAsked(text)).toBe(false));
});

describe("looksLikeQuestion", () => {
  it.each([
    ["four words tell what is wanted", "parcel says delivered nothing", true],
    ["three words are looked for", "delivered nothing parcel", false],
    ["eight characters tell what is wanted", "快递显示签收没收到", true],
    ["seven are looked for", "快递显示已签收", false],
    ["both scripts count on their own", "iPhone 快递签收", false],
    ["no words are nothing", "   ", false],
    ["numbers count as words", "order 12 of 20", true],
    ["marks do not", "a - b / c", false],
    ["a question mark is enough", "delivery abroad？", true],
  ])("%s: %s", (_, text, expected) => expect(looksLikeQuestion(text)).toBe(expected));
});
