// Arithmetic of colours, for those that come from a configuration or a host page.

/** Contrast that WCAG 2.2 AA asks of body text (1.4.3). */
export const AA = 4.5;

/** The darkest light and the lightest dark surface of `src/ui/styles/tokens.css` that brand-coloured text may stand on; a test compares them. */
export const LIGHT_SURFACE = "#eaf3f0";
export const DARK_SURFACE = "#1b2724";

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

/** WCAG contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Text on a fill: white where it can be read, else nearly black. */
export function readableOn(fill: string): string {
  return contrast(fill, "#ffffff") >= AA ? "#ffffff" : "#101418";
}

/**
 * The colour as it is where it has enough contrast against a surface, else lightened (1) or darkened (-1) in small
 * steps until it has; white or black where that does not suffice.
 */
export function shift(color: string, surface: string, direction: 1 | -1): string {
  const end = direction > 0 ? "#ffffff" : "#000000";
  for (let step = 0; step <= 50; step++) {
    const shifted = mix(color, end, step / 50);
    if (contrast(shifted, surface) >= AA) return shifted;
  }
  return end;
}

/** As {@link shift}, towards whichever end the surface is further from. */
export function readable(color: string, surface: string): string {
  return shift(color, surface, isDark(surface) ? 1 : -1);
}

/** Between two `#rrggbb` colours; 0 is the first, 1 the second. */
export function mix(from: string, to: string, share: number): string {
  const target = rgb(to);
  return hex(rgb(from).map((channel, i) => channel + ((target[i] ?? 0) - channel) * share));
}

/** Whether white text reads better on it than black. */
export function isDark(color: string): boolean {
  return contrast(color, "#ffffff") > contrast(color, "#000000");
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
