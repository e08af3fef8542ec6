import { describe, expect, it } from "vitest";
import { channelHref, messageBody } from "../../../src/ui/contact/channel-href";
import { fillTemplate, mailtoHref } from "../../../src/ui/contact/template";

const values = {
  question: "Wo ist 50% & „mein“ Paket?\nDanke",
  page: "https://shop.example/help/en/a b/#x",
  topic: "orders",
  locale: "en",
};
const message = { ...values, subject: "Question", body: "Hello\nworld" };

describe("fillTemplate", () => {
  it("percent-encodes every value", () => {
    expect(fillTemplate("https://chat.example/?q={question}&p={page}&t={topic}&l={locale}", values)).toBe(
      "https://chat.example/?q=Wo%20ist%2050%25%20%26%20%E2%80%9Emein%E2%80%9C%20Paket%3F%0ADanke&p=https%3A%2F%2Fshop.example%2Fhelp%2Fen%2Fa%20b%2F%23x&t=orders&l=en",
    );
  });

  it("leaves other braces alone and fills a name as often as it stands there", () => {
    expect(fillTemplate("/f?{order}={topic}&{topic}", values)).toBe("/f?{order}=orders&orders");
  });

  it("does not fill what a question itself contains", () => {
    expect(fillTemplate("/?q={question}", { ...values, question: "{page}" })).toBe("/?q=%7Bpage%7D");
  });

  it("survives half a surrogate pair and very long questions", () => {
    expect(fillTemplate("/?q={question}", { ...values, question: "a\uD83Db" })).toBe("/?q=a%EF%BF%BDb");
    expect(fillTemplate("/?q={question}", { ...values, question: "x".repeat(100_000) }).length).toBeLessThan(1600);
  });
});

describe("channelHref", () => {
  it.each([
    [
      "mail",
      { type: "email", address: "help@shop.example" },
      "mailto:help@shop.example?subject=Question&body=Hello%0D%0Aworld",
    ],
    ["phone", { type: "phone", address: "+44 (0)20 7946-0958" }, "tel:+4402079460958"],
    ["form", { type: "form", url: "https://x.example/{topic}" }, "https://x.example/orders"],
    ["own page", { type: "link", url: "/shops/" }, "/shops/"],
    ["nothing to go by", { type: "chat" }, undefined],
    ["a script", { type: "link", url: " javascript:alert(1)" }, undefined],
    ["a data address", { type: "link", url: "data:text/html,x" }, undefined],
  ] as const)("%s", (_, channel, expected) => {
    expect(channelHref(channel, message)).toBe(expected);
  });

  it("leaves empty fields out of a mail", () => {
    expect(mailtoHref("a@b.example", "Hi", "")).toBe("mailto:a@b.example?subject=Hi");
    expect(mailtoHref("a@b.example", "", "")).toBe("mailto:a@b.example");
  });
});

describe("messageBody", () => {
  it("puts the question first, then the page", () => {
    expect(messageBody(" Where? ", { label: "Page", url: "https://x.example/" })).toBe(
      "Where?\n\nPage: https://x.example/",
    );
    expect(messageBody("", undefined)).toBe("");
  });

  it("ends in what the host page adds, one fact a line", () => {
    expect(messageBody(" Where? ", undefined, { Order: "EB-1042", Basket: "£899" })).toBe(
      "Where?\n\nOrder: EB-1042\nBasket: £899",
    );
  });
});
