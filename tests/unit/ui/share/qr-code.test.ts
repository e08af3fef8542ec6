import { expect, test } from "vitest";
import { drawQrCode } from "../../../../src/ui/share/qr-code";
import { readQrCode } from "../../../support/read-qr-code";

const ADDRESSES = [
  "https://a.example/",
  "https://help.example.com/en/orders/cancel-order/",
  "https://help.example.com/help/zh/orders/cancel-order/#%E5%A4%A7%E4%BB%B6%E5%95%86%E5%93%81",
  `https://help.example.com/${"long-section-name/".repeat(10)}`,
];

test.each(ADDRESSES)("what is drawn for %s says so, without an error in any block", (address) => {
  const drawing = drawQrCode(address)!;
  expect(readQrCode(drawing.path, drawing.size)).toBe(address);
});

test("one wrong module is noticed by the test's own reader", () => {
  const { path, size } = drawQrCode(ADDRESSES[1]!)!;
  const last = path.lastIndexOf("M", path.length - 200);
  const broken = path.slice(0, last) + path.slice(path.indexOf("z", last) + 1);
  expect(() => readQrCode(broken, size)).toThrow();
});

test("an address that no phone could read from a screen is not drawn", () => {
  expect(drawQrCode(`https://help.example.com/${"x".repeat(900)}`)).toBeUndefined();
});
