import fc from "fast-check";
import { expect, it } from "vitest";
import { contrast } from "../../../../src/domain/colour";
import { BLACK_FROM, luminance } from "../../../../src/widget/loader/luminance";

it("chooses a text that can be read on any colour", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => {
      const channels = [n >> 16, (n >> 8) & 255, n & 255];
      const computed = `color(srgb ${channels.map((channel) => channel / 255).join(" ")})`;
      const text = luminance(computed) > BLACK_FROM ? "#000000" : "#ffffff";
      expect(contrast(`#${n.toString(16).padStart(6, "0")}`, text)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 5000 },
  );
});

it.each([
  ["color(srgb 1 1 1)", 1],
  ["color(srgb 0 0 0 / 0.5)", 0.001],
  ["color(srgb 1e-05 0 0)", 0.001],
  ["color(srgb -0.2 1.1 -0.3)", 0.716],
] as const)("of %s is about %f", (color, expected) => {
  expect(luminance(color)).toBeCloseTo(expected, 2);
});
