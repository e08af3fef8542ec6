import { AA, brandColors, contrast, isDark, mix, readable, readableOn, shift } from "../../domain/colour";
import type { Look } from "../protocol";

/** Colours of the page as they are without a host's, `#rrggbb`. */
export interface Colours {
  readonly background: string;
  readonly text: string;
  readonly accent: string;
}

/** What a host's look comes to. */
export interface AppliedLook {
  /** Custom properties of the root element. */
  readonly properties: Readonly<Record<string, string>>;
  /** Light or dark; absent: as the site has it. */
  readonly scheme?: "light" | "dark";
  /** What was changed or left out, for whoever looks after the host page. */
  readonly warnings: readonly string[];
}

interface LookTools {
  /** The page's own colours under the look's scheme. */
  readonly own: Colours;
  /** A CSS colour as `#rrggbb`; `undefined` for what is none, or not opaque. */
  readonly toHex: (color: string) => string | undefined;
  readonly isFontFamily: (value: string) => boolean;
}

const LENGTH = /^(?:0|\d+(?:\.\d+)?(?:px|rem|em))$/;
const MOST_ZOOM = 3;
const LEAST_ZOOM = 0.5;

/**
 * Maps a host's look onto the site's own tokens. Text and accent must be readable on the background: where they are not,
 * they are darkened or lightened until they are.
 */
export function applyLook({ properties = {}, scheme, zoom }: Look, tools: LookTools): AppliedLook {
  const warnings: string[] = [];
  const given = (name: string) => properties[`--pocket-help-${name}`]?.trim() || undefined;
  const colour = (name: string) => {
    const value = given(name);
    const hex = value === undefined ? undefined : tools.toHex(value);
    if (value !== undefined && hex === undefined) warnings.push(`--pocket-help-${name}: ${value} is no opaque colour`);
    return hex;
  };
  const checked = (name: string, color: string, background: string) => {
    const shown = readable(color, background);
    if (shown !== color) {
      const ratio = contrast(color, background).toFixed(2);
      warnings.push(
        `--pocket-help-${name}: ${color} has ${ratio}:1 on ${background}, ${AA}:1 is needed; ${shown} is shown`,
      );
    }
    return shown;
  };

  const [accent, background, text] = [colour("accent"), colour("background"), colour("text")];
  const result: Record<string, string> = {};
  let shade = scheme;
  if (background !== undefined || text !== undefined) {
    const base = background ?? tools.own.background;
    const ink = checked("text", text ?? (background === undefined ? tools.own.text : readableOn(base)), base);
    Object.assign(result, surfaces(base, ink, checked("accent", accent ?? tools.own.accent, base)));
    // Everything that the host does not set is to fit the background.
    shade = isDark(base) ? "dark" : "light";
  } else if (accent !== undefined) {
    checked("accent", accent, tools.own.background);
    Object.assign(result, accents(accent));
  }

  const radius = given("radius");
  if (radius !== undefined && !LENGTH.test(radius)) warnings.push(`--pocket-help-radius: ${radius} is no length`);
  else if (radius !== undefined) Object.assign(result, corners(radius === "0" ? "0px" : radius));
  const font = given("font");
  if (font !== undefined && !tools.isFontFamily(font)) warnings.push(`--pocket-help-font: ${font} is no font family`);
  else if (font !== undefined) result["--host-font"] = font;
  if (zoom !== undefined) result["--host-zoom"] = String(Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom)));
  return { properties: result, ...(shade && { scheme: shade }), warnings };
}

/** The brand's six tokens, from which the site derives the others in light and dark. */
function accents(accent: string): Record<string, string> {
  const brand = brandColors(accent);
  return {
    "--brand": brand.brand,
    "--on-brand": brand.onBrand,
    "--brand-ink": brand.ink,
    "--brand-ink-dark": brand.inkDark,
    "--brand-dark": brand.brandDark,
    "--on-brand-dark": brand.onBrandDark,
  };
}

function surfaces(background: string, text: string, accent: string): Record<string, string> {
  const soft = mix(background, text, 0.03);
  const tint = mix(background, accent, 0.06);
  // Away from the background, so that what can be read on one surface can still be read on the next.
  const direction = isDark(background) ? 1 : -1;
  const on = (color: string) =>
    [tint, soft, background].reduce((shown, surface) => shift(shown, surface, direction), color);
  const link = on(accent);
  return {
    "--bg": background,
    "--bg-soft": soft,
    "--bg-raised": isDark(background) ? mix(background, "#ffffff", 0.05) : background,
    "--ink": on(text),
    "--ink-2": on(mix(text, background, 0.2)),
    "--ink-3": on(mix(text, background, 0.32)),
    "--line": mix(background, text, 0.12),
    "--line-strong": mix(background, text, 0.22),
    "--control": mix(background, text, 0.55),
    "--tint": tint,
    "--tint-2": mix(background, accent, 0.14),
    "--tile": tint,
    "--stitch": mix(background, accent, 0.45),
    "--accent": link,
    "--fill": link,
    "--pocket": link,
    "--on-fill": readable(readableOn(link), link),
  };
}

/** The site's own steps, in proportion to its middle one. */
function corners(radius: string): Record<string, string> {
  const times = (factor: number) => `calc(min(${radius}, 1.5rem) * ${factor})`;
  return { "--r1": times(0.6), "--r2": times(1), "--r3": times(1.6), "--r4": times(2), "--round": times(4) };
}
