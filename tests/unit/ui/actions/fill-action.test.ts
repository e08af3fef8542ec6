import { expect, test } from "vitest";
import { checkField, fillAction, plainAddress } from "../../../../src/ui/actions/fill-action";

const PARCEL = { pattern: "[A-Z]{2}[0-9]{9}GB" };

test.each([
  ["as asked", "EV123456789GB", { ok: true, value: "EV123456789GB" }],
  ["small letters", "ev123456789gb", { ok: true, value: "EV123456789GB" }],
  ["in groups", " EV 123-456-789 GB ", { ok: true, value: "EV123456789GB" }],
  ["full-width", "ＥＶ１２３４５６７８９ＧＢ", { ok: true, value: "EV123456789GB" }],
  ["one digit short", "EV12345678GB", { ok: false, problem: "mismatch" }],
  ["nothing", "  ", { ok: false, problem: "missing" }],
  ["far too long", "E".repeat(400), { ok: false, problem: "mismatch" }],
])("a parcel number %s", (_, typed, check) => {
  expect(checkField(PARCEL, typed)).toEqual(check);
});

test("without a pattern anything goes but a way up the path", () => {
  expect(checkField({}, "送到门口")).toEqual({ ok: true, value: "送到门口" });
  expect(checkField({ optional: true }, "")).toEqual({ ok: true, value: "" });
  expect(checkField({}, "..")).toEqual({ ok: false, problem: "mismatch" });
  expect(checkField({ pattern: "[" }, "x")).toEqual({ ok: true, value: "x" });
  expect(checkField({}, "a\ud800")).toEqual({ ok: true, value: "a\uFFFD" });
});

test.each([
  ["https://a.example/t?n={n}&p={p}", { n: "1&2", p: "LS1 4DY" }, "https://a.example/t?n=1%262&p=LS1%204DY"],
  ["https://a.example/t?n={n}&p={p}", { n: "1", p: "" }, "https://a.example/t?n=1"],
  ["https://a.example/t?p={p}&n={n}", { n: "1", p: "" }, "https://a.example/t?n=1"],
  ["https://a.example/t?p={p}", { p: "" }, "https://a.example/t"],
  ["https://a.example/{n}/x#{n}", { n: "a/b" }, "https://a.example/a%2Fb/x#a%2Fb"],
  ["mailto:a@b.example?subject=Order {n}", { n: "订单" }, "mailto:a@b.example?subject=Order %E8%AE%A2%E5%8D%95"],
  ["https://a.example/{n}", { n: "{n}" }, "https://a.example/%7Bn%7D"],
])("%s filled in", (url, values, filled) => {
  expect(fillAction(url, values)).toBe(filled);
});

test.each([
  ["https://a.example/track?n={n}", "https://a.example/track"],
  ["https://a.example/track/{n}/now", "https://a.example/track/"],
  ["https://a.example/#{n}", "https://a.example/"],
  ["mailto:a@b.example?subject={n}", "mailto:a@b.example"],
  ["tel:{n}", ""],
  ["https://a.example/x", "https://a.example/x"],
])("%s without its fields", (url, plain) => {
  expect(plainAddress(url)).toBe(plain);
});
