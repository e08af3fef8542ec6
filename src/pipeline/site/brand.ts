import type { Fault } from "../../domain/fault";

/** The darkest light and the lightest dark surface of `src/ui/styles/tokens.css` that brand-coloured text may stand on; a test compares them. */
export const LIGHT_SURFACE = "#eaf3f0";
export const DARK_SURFACE = "#1b2724";

/** Contrast that WCAG 2.2 AA asks of body text (1.4.3). */
const AA = 4.5;

export interface BrandColors {
  /** Fill of buttons and marks. */
  readonly brand: string;
  /** Text on that fill. */
  readonly onBrand: string;
  /** Links and text on light surfaces. */
  readonly ink: string;
  /** The same on dark surfaces. */
  readonly inkDark: string;
  /** Fill in the dark theme and the text on it. */
  readonly brandDark: string;
  readonly onBrandDark: string;
}

/**
 * Derives readable colours from the company's: kept where it has enough contrast, else darkened or lightened in
 * small steps until it has.
 */
export function brandColors(color: string): BrandColors {
  const ink = shift(color, LIGHT_SURFACE, -1);
  const inkDark = shift(color, DARK_SURFACE, 1);
  return { brand: ink, onBrand: "#ffffff", ink, inkDark, brandDark: inkDark, onBrandDark: readableOn(inkDark) };
}

/** The fault when the colour as given cannot be read as text, with what it was changed to. */
export function brandFault(color: string, file: string, line: number): Fault | undefined {
  const ratio = contrast(color, LIGHT_SURFACE);
  if (ratio >= AA) return undefined;
  return {
    code: "low-contrast",
    severity: "warning",
    file,
    line,
    expected: `a brandColor with a contrast of at least ${AA}:1 against ${LIGHT_SURFACE}`,
    found: `${color} with ${ratio.toFixed(2)}:1; ${brandColors(color).ink} is used for text instead`,
  };
}

/** The rules that a site adds to the app's style sheet. */
export function brandCss(color: string): string {
  const colors = brandColors(color);
  return `:root{--brand:${colors.brand};--on-brand:${colors.onBrand};--brand-ink:${colors.ink};--brand-ink-dark:${colors.inkDark};--brand-dark:${colors.brandDark};--on-brand-dark:${colors.onBrandDark}}`;
}

/** WCAG contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function readableOn(fill: string): string {
  return contrast(fill, "#ffffff") >= AA ? "#ffffff" : "#101418";
}

function shift(color: string, surface: string, direction: 1 | -1): string {
  const target = direction > 0 ? 255 : 0;
  const channels = rgb(color);
  for (let step = 0; step <= 50; step++) {
    const shifted = hex(channels.map((channel) => channel + ((target - channel) * step) / 50));
    if (contrast(shifted, surface) >= AA) return shifted;
  }
  return direction > 0 ? "#ffffff" : "#000000";
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = rgb(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function rgb(color: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}

function hex(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
