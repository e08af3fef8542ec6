import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brandColors, contrast, DARK_SURFACE, LIGHT_SURFACE } from "../../../../src/domain/colour";
import { brandCss, brandFault } from "../../../../src/pipeline/site/brand";
import { resolveColor, surfaceValues } from "../../../support/tokens";

const AA = 4.5;
const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#767676", "#ffffff", 4.54],
    ["#ff0000", "#ffffff", 4],
  ])("is that of WCAG: %s on %s", (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2);
    expect(contrast(b, a)).toBe(contrast(a, b));
  });
});

describe("brandColors", () => {
  it.each(["light", "dark"] as const)(
    "can be read on every %s surface of the style sheet, whatever the brand",
    (theme) => {
      const surfaces = surfaceValues(theme);
      expect(surfaces.length).toBeGreaterThanOrEqual(6);
      fc.assert(
        fc.property(color, (given) => {
          const { ink, inkDark, brand } = brandColors(given);
          for (const surface of surfaces) {
            const ratio = contrast(theme === "light" ? ink : inkDark, resolveColor(surface, brand));
            expect(ratio, `${given} on ${surface}`).toBeGreaterThanOrEqual(AA);
          }
        }),
        { numRuns: 500 },
      );
    },
  );

  it("carry readable text when they fill a button, and stand out from the page as text", () => {
    fc.assert(
      fc.property(color, (given) => {
        const { brand, onBrand, brandDark, onBrandDark, ink, inkDark } = brandColors(given);
        expect(contrast(brand, onBrand)).toBeGreaterThanOrEqual(AA);
        expect(contrast(brandDark, onBrandDark)).toBeGreaterThanOrEqual(AA);
        expect(contrast(ink, LIGHT_SURFACE)).toBeGreaterThanOrEqual(AA);
        expect(contrast(inkDark, DARK_SURFACE)).toBeGreaterThanOrEqual(AA);
      }),
      { numRuns: 500 },
    );
  });

  it("keep a colour that can be read, and change a pale one only as far as needed", () => {
    expect(brandColors("#0f6b5c").brand).toBe("#0f6b5c");
    const { ink } = brandColors("#ffcc00");
    expect(contrast(ink, LIGHT_SURFACE)).toBeLessThan(5);
  });
});

it("the surfaces that colours are checked against are the hardest ones of the style sheet", () => {
  fc.assert(
    fc.property(color, (given) => {
      const { brand } = brandColors(given);
      for (const surface of surfaceValues("light"))
        expect(contrast(resolveColor(surface, brand), "#000000")).toBeGreaterThanOrEqual(
          contrast(LIGHT_SURFACE, "#000000"),
        );
      for (const surface of surfaceValues("dark"))
        expect(contrast(resolveColor(surface, brand), "#ffffff")).toBeGreaterThanOrEqual(
          contrast(DARK_SURFACE, "#ffffff"),
        );
    }),
  );
});

describe("brandFault", () => {
  it("tells the author what a pale colour was changed to", () => {
    expect(brandFault("#0f6b5c", "config.json", 3)).toBeUndefined();
    const ratio = contrast("#ffcc00", LIGHT_SURFACE).toFixed(2);
    expect(brandFault("#ffcc00", "config.json", 3)).toEqual({
      code: "low-contrast",
      severity: "warning",
      file: "config.json",
      line: 3,
      expected: `a brandColor with a contrast of at least 4.5:1 against ${LIGHT_SURFACE}`,
      found: `#ffcc00 with ${ratio}:1; ${brandColors("#ffcc00").ink} is used for text instead`,
    });
  });
});

it("brandCss sets every brand token that tokens.css begins with", () => {
  expect(brandCss("#000000")).toMatch(
    /^:root\{--brand:#000000;--on-brand:#ffffff;--brand-ink:#000000;--brand-ink-dark:(#[0-9a-f]{6});--brand-dark:\1;--on-brand-dark:#101418\}$/,
  );
});
