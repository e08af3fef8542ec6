import { beforeAll, describe, expect, it } from "vitest";
import type { StaticEncoder } from "../../../../src/domain/encoder";
import { buildMeanings } from "../../../../src/search/build-meanings";
import { createSearchIndex, type SearchIndex } from "../../../../src/search/search-index";
import { nearOf, queryOf } from "../../../../src/widget/frame/suggest";
import type { PageHint } from "../../../../src/widget/protocol";
import { demoPacks, shippedEncoder } from "../../../support/shipped-encoder";

describe("queryOf", () => {
  it("is the title, the tags and the beginning of the text; addresses say nothing to the point", () => {
    const hint = {
      title: " Checkout ",
      tags: ["card", "pay"],
      text: "  Pay\n\n now  ",
      url: "https://shop.example/?u=Jo",
    };
    expect(queryOf(hint)).toBe("Checkout. card, pay. Pay now");
    expect(queryOf({ text: "x".repeat(5000) })).toHaveLength(600);
    expect(queryOf({ url: "https://shop.example/" })).toBe("");
  });
});

describe("articles for a page of the demo shop", () => {
  let encoder: StaticEncoder;
  let index: SearchIndex;
  beforeAll(async () => {
    encoder = await shippedEncoder();
    index = createSearchIndex();
    for (const pack of await demoPacks()) index.add(pack, undefined, buildMeanings(pack, encoder));
  }, 60_000);

  const suggested = (locale: string, hint: PageHint) =>
    nearOf(index.search({ text: queryOf(hint), locale, limit: 10 }, encoder.query).articles).map(({ article }) =>
      article.slice(locale.length + 1),
    );

  it.each([
    [
      "en",
      {
        title: "Checkout – Payment",
        text: "Card number, expiry date, security code. Pay now. PayPal, Apple Pay. We charge your card when we dispatch.",
      },
      ["payments/apple-pay-paypal", "payments/payment-declined"],
    ],
    [
      "en",
      { title: "Return an item", text: "Choose a reason, print the label, refund to your card" },
      ["returns/return-an-item"],
    ],
    ["en", { title: "Sign in", text: "Email address, one-time code" }, ["account/sign-in-code-not-arriving"]],
    [
      "en",
      { title: "Order EB-1042", tags: ["tracking"], text: "Your parcel is on its way" },
      ["orders/where-is-my-order"],
    ],
    [
      "zh",
      { title: "结算 – 支付", text: "银行卡号、有效期、安全码。立即支付。支付宝、微信支付。" },
      ["payments/apple-pay-paypal", "payments/payment-declined"],
    ],
    ["zh", { title: "订单 EB-1042", tags: ["物流跟踪"], text: "包裹已发出，预计送达" }, ["orders/where-is-my-order"]],
  ] as const)("%s %o", (locale, hint, articles) => {
    const found = suggested(locale, hint);
    expect(found.length).toBeLessThanOrEqual(5);
    expect(found.slice(0, 3)).toEqual(expect.arrayContaining([...articles]));
  });

  it.each([
    ["en", { title: "Quantum chromodynamics", text: "Gluons and quarks interact by the strong force." }],
    ["en", { title: "Careers", text: "Join our engineering team in Leeds." }],
    ["en", { title: "Weather in Paris tomorrow", text: "Sunny, 21 degrees" }],
    ["zh", { title: "巴黎明天天气", text: "晴，21 度" }],
    ["zh", { title: "量子色动力学讲义", text: "胶子与夸克通过强力相互作用。" }],
  ] as const)("nothing for %s %o", (locale, hint) => {
    expect(suggested(locale, hint)).toEqual([]);
  });

  it("nothing where only words were compared", () => {
    expect(nearOf(index.search({ text: "payment card", locale: "en" }).articles)).toEqual([]);
  });
});
