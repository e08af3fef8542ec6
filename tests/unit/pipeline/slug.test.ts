import { describe, expect, it } from "vitest";
import { numberInName, readableName, slug } from "../../../src/pipeline/slug";

describe("slug", () => {
  it.each([
    ["How do I return an item?", "how-do-i-return-an-item"],
    ["Don’t panic", "dont-panic"],
    ["退货 与 退款", "退货-与-退款"],
    ["ＡＢＣ　１２", "abc-12"],
    ["C++ & C#", "c-c"],
    ["Crème brûlée", "crème-brûlée"],
    ["snake_case", "snake_case"],
    ["../..", "page"],
    ["💥", "page"],
    ["Opening hours 0123456789abcdef0123456789abcdef", "opening-hours"],
    ["0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef"],
  ])("%s -> %s", (name, expected) => {
    expect(slug(name)).toBe(expected);
  });

  it("gives the same for both spellings of an accent, because disks differ in them", () => {
    expect(slug("Café".normalize("NFD"))).toBe(slug("Café".normalize("NFC")));
  });
});

describe("readableName", () => {
  it.each([
    ["store-support", "Store support"],
    ["01_Store Support", "Store Support"],
    ["2. 退货", "退货"],
    ["2024-report", "2024 report"],
    ["12", "12"],
  ])("%s -> %s", (name, expected) => {
    expect(readableName(name)).toBe(expected);
  });
});

it("numberInName reads the number of the last name only, and puts names without one last", () => {
  expect(["guides/02-pay.md", "10 Pay.md", "3.md", "01-a/pay.md", "12345-a.md"].map(numberInName)).toEqual([
    2, 10, 3, 10_000, 10_000,
  ]);
});
