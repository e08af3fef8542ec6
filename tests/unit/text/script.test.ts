import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hanShare, isHan } from "../../../src/text/script";

describe("hanShare", () => {
  it.each([
    ["重置密码", 1],
    ["Reset your password", 0],
    ["2024-01-01 12:30", 0],
    ["", 0],
    ["重置 IP 12345", 0.5],
  ])("%s -> %d", (text, share) => {
    expect(hanShare(text)).toBe(share);
  });

  it("stays between 0 and 1", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(hanShare(text)).toBeGreaterThanOrEqual(0);
        expect(hanShare(text)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("isHan", () => {
  it.each([
    ["密", true],
    ["𠮷", true],
    ["々", true],
    ["a", false],
    ["か", false],
    ["。", false],
  ])("%s -> %s", (character, han) => {
    expect(isHan(character)).toBe(han);
  });
});
