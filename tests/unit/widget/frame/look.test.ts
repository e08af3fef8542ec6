import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast } from "../../../../src/domain/colour";
import { applyLook } from "../../../../src/widget/frame/look";
import type { Look } from "../../../../src/widget/protocol";

const tools = {
  own: { background: "#ffffff", text: "#1a1d1c", accent: "#0f6b5c" },
  toHex: (color: string) => (/^#[0-9a-f]{6}$/.test(color) ? color : undefined),
  isFontFamily: (value: string) => !value.includes("url("),
};
const apply = (properties: Record<string, string>, look: Partial<Look> = {}) =>
  applyLook({ ...look, properties }, tools);
const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

describe("applyLook", () => {
  it("leaves a site as it is where the host sets nothing", () => {
    expect(applyLook({}, tools)).toEqual({ properties: {}, warnings: [] });
    expect(applyLook({ scheme: "dark" }, tools)).toEqual({ properties: {}, scheme: "dark", warnings: [] });
  });

  it("takes what can be read as it is, without a word", () => {
    const { properties, scheme, warnings } = apply({
      "--pocket-help-background": "#101020",
      "--pocket-help-text": "#f0f0f0",
      "--pocket-help-accent": "#9fd0ff",
    });
    expect(properties).toMatchObject({ "--bg": "#101020", "--ink": "#f0f0f0", "--accent": "#9fd0ff" });
    expect(scheme).toBe("dark");
    expect(warnings).toEqual([]);
  });

  it("darkens or lightens what cannot, and says so", () => {
    const { properties, warnings } = apply({ "--pocket-help-background": "#ffffff", "--pocket-help-text": "#999999" });
    expect(contrast(properties["--ink"]!, "#ffffff")).toBeGreaterThanOrEqual(4.5);
    expect(warnings).toEqual([expect.stringMatching(/^--pocket-help-text: #999999 has 2\.85:1 on #ffffff, 4\.5:1/)]);
    expect(apply({ "--pocket-help-accent": "#ffe066" }).warnings).toEqual([
      expect.stringMatching(/^--pocket-help-accent: #ffe066 has 1\.3\d:1 on #ffffff/),
    ]);
  });

  it("shows text and accent with 4.5:1 at least, on whatever surfaces a host asks for", () => {
    fc.assert(
      fc.property(color, color, color, (background, text, accent) => {
        const { properties } = apply({
          "--pocket-help-background": background,
          "--pocket-help-text": text,
          "--pocket-help-accent": accent,
        });
        for (const ink of ["--ink", "--ink-2", "--ink-3", "--accent"]) {
          expect(contrast(properties[ink]!, properties["--bg"]!)).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(properties["--on-fill"]!, properties["--fill"]!)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it("derives an accent's shades for light and dark, so that either scheme can be read", () => {
    const { properties } = apply({ "--pocket-help-accent": "#ff8800" });
    expect(contrast(properties["--brand-ink"]!, "#ffffff")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(properties["--brand-ink-dark"]!, "#131615")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(properties["--on-brand-dark"]!, properties["--brand-dark"]!)).toBeGreaterThanOrEqual(4.5);
  });

  it("leaves out what is no colour, length or font, and what it does not know", () => {
    const { properties, warnings } = apply({
      "--pocket-help-accent": "expression(1)",
      "--pocket-help-radius": "calc(1px + 1vw)",
      "--pocket-help-font": "url(https://evil.example/font)",
      "--pocket-help-cursor": "none",
    });
    expect(properties).toEqual({});
    expect(warnings).toEqual([
      "--pocket-help-accent: expression(1) is no opaque colour",
      "--pocket-help-radius: calc(1px + 1vw) is no length",
      "--pocket-help-font: url(https://evil.example/font) is no font family",
    ]);
  });

  it("scales corners in proportion, and keeps zoom in bounds", () => {
    expect(apply({ "--pocket-help-radius": "0" }).properties["--r2"]).toBe("calc(min(0px, 1.5rem) * 1)");
    expect(apply({}, { zoom: 9 }).properties).toEqual({ "--host-zoom": "3" });
    expect(apply({}, { zoom: 0 }).properties).toEqual({ "--host-zoom": "0.5" });
  });
});
