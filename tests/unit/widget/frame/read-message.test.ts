import { describe, expect, it } from "vitest";
import { readMessage } from "../../../../src/widget/frame/read-message";

describe("readMessage", () => {
  it.each([
    { type: "show", view: { view: "home" } },
    { type: "show", view: { view: "search", query: "refund" } },
    { type: "show", view: { view: "ask", question: "Where is it?" } },
    { type: "show", view: { view: "article", article: "orders/track#late" } },
    { type: "visible", visible: true },
    { type: "focus", at: "end" },
    { type: "look", look: { properties: { "--pocket-help-accent": "red" }, scheme: "dark", zoom: 1.5 } },
    { type: "context", context: { Order: "EB-1042" } },
    { type: "suggest", id: 1, hint: { title: "Checkout", tags: ["card"], text: "Pay", url: "https://shop.example/" } },
    { type: "unlock", id: 2, key: "abc" },
    { type: "sign-out", id: 3 },
  ])("reads %o", (message) => {
    expect(readMessage(message)).toEqual(message);
  });

  it.each([
    null,
    "show",
    [],
    { type: "eval", code: "1" },
    { type: "show" },
    { type: "show", view: { view: "page", href: "javascript:alert(1)" } },
    { type: "show", view: { view: "search", query: 1 } },
    { type: "visible", visible: "yes" },
    { type: "focus", at: "middle" },
    { type: "look", look: null },
    { type: "context", context: ["EB-1042"] },
    { type: "suggest", hint: {} },
    { type: "unlock", id: 1, key: {} },
    { type: "sign-out", id: "1" },
  ])("passes over %o", (message) => {
    expect(readMessage(message)).toBeUndefined();
  });

  it("keeps of looks, hints and facts what is of the right kind, in measure", () => {
    expect(
      readMessage({ type: "look", look: { properties: { a: 1, b: "2" }, scheme: "blue", zoom: Number.NaN } }),
    ).toEqual({ type: "look", look: { properties: { b: "2" } } });
    expect(readMessage({ type: "suggest", id: 1, hint: { title: 1, tags: ["a", 2] } })).toEqual({
      type: "suggest",
      id: 1,
      hint: { tags: ["a"] },
    });
    const context = { " Order\n number ": " EB\n1042 ", Empty: "  ", Count: 3, Long: "x".repeat(1000) };
    expect(readMessage({ type: "context", context })).toEqual({
      type: "context",
      context: { "Order number": "EB 1042", Long: "x".repeat(500) },
    });
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`Fact ${i}`, "x"]));
    const read = readMessage({ type: "context", context: many });
    expect(read?.type === "context" && Object.keys(read.context)).toHaveLength(20);
  });
});
