import { describe, expect, it } from "vitest";
import { viewAddress, wordsOfArticle } from "../../../../src/widget/frame/view-address";

const page = {
  base: "/help/",
  locale: "zh",
  locales: [
    { locale: "en", home: "/help/en/" },
    { locale: "zh", home: "/help/zh/" },
  ],
  ask: "/help/zh/ask/",
};

describe("viewAddress", () => {
  it.each([
    [{ view: "home" }, "/help/zh/"],
    [{ view: "search", query: " 退款 & more " }, "/help/zh/search/?q=%E9%80%80%E6%AC%BE%20%26%20more"],
    [{ view: "search", query: " " }, "/help/zh/search/"],
    [{ view: "ask", question: "多久?" }, "/help/zh/ask/#ph-q=%E5%A4%9A%E4%B9%85%3F"],
    [{ view: "article", article: "orders/track" }, "/help/zh/orders/track/"],
    [{ view: "article", article: "/orders/track/" }, "/help/zh/orders/track/"],
    [{ view: "article", article: "en/orders/track#too-late" }, "/help/en/orders/track/#too-late"],
    [{ view: "article", article: "en" }, "/help/zh/en/"],
    [{ view: "article", article: "订单/查询" }, "/help/zh/%E8%AE%A2%E5%8D%95/%E6%9F%A5%E8%AF%A2/"],
    [{ view: "article", article: "../../evil?x=1" }, "/help/zh/evil%3Fx%3D1/"],
    [{ view: "article", article: "https://evil.example/a" }, "/help/zh/https%3A/evil.example/a/"],
  ] as const)("%o stands at %s", (view, address) => {
    expect(viewAddress(view, page)).toBe(address);
  });

  it("searches where the site gives no answers", () => {
    const { ask: _, ...without } = page;
    expect(viewAddress({ view: "ask", question: "Where?" }, without)).toBe("/help/zh/search/?q=Where%3F");
  });
});

it("an unknown article is searched for by the words of its name", () => {
  expect(wordsOfArticle("en/orders/where-is-my_order#x")).toBe("where is my order");
});
