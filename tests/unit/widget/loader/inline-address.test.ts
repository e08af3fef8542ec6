import { expect, it } from "vitest";
import { inlineAddress } from "../../../../src/widget/loader/inline-address";

const base = new URL("https://help.example.com/centre/");

it.each([
  [{}, "zh/"],
  [{ view: "ask" }, "zh/ask/"],
  [{ view: "search" }, "zh/search/"],
  [{ view: "somewhere" }, "zh/"],
  [{ article: "orders/track" }, "zh/orders/track/"],
  [{ article: "orders/track#late", view: "ask" }, "zh/orders/track/#late"],
  [{ article: "en/orders/track" }, "en/orders/track/"],
  [{ article: "zh/orders/track#late" }, "zh/orders/track/#late"],
  [{ article: "entry/door" }, "zh/entry/door/"],
])("%j leads to %s", (attributes: Readonly<Record<string, string>>, expected) => {
  const inline = { getAttribute: (name: string) => attributes[name] ?? null };
  expect(inlineAddress(inline, base, "zh", ["en", "zh"])).toBe(base.href + expected);
});
