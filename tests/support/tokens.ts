import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The surfaces that accent text may stand on, as `tokens.css` says in its first line. */
const SURFACES = ["--bg", "--bg-soft", "--bg-raised", "--tint"];
const FILE = fileURLToPath(new URL("../../src/ui/styles/tokens.css", import.meta.url));

/** Every value that a theme gives to a surface, plain or derived from the brand colour. */
export function surfaceValues(theme: "light" | "dark"): string[] {
  const css = readFileSync(FILE, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  return [...css.matchAll(/(:root[^{]*)\{([^{}]*)\}/g)]
    .filter(([, selector]) => /not\(|="dark"/.test(selector!) === (theme === "dark"))
    .flatMap(([, , rules]) => [...rules!.matchAll(/(--[\w-]+):\s*([^;]+);/g)])
    .filter(([, name]) => SURFACES.includes(name!))
    .map(([, , value]) => value!.trim());
}

/** A surface as `#rrggbb`, given the brand colour it may be derived from: `oklch(from var(--brand) L min(c * a, b) h)`. */
export function resolveColor(value: string, brand: string): string {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value)?.[1];
  if (hex !== undefined) return hex.length === 3 ? `#${[...hex].map((digit) => digit + digit).join("")}` : `#${hex}`;
  const derived = /^oklch\(from var\(--brand\) ([\d.]+) min\(c \* ([\d.]+), ([\d.]+)\) h\)$/.exec(value);
  if (!derived) throw new Error(`tokens.css: cannot read the colour ${value}`);
  const [lightness, share, most] = derived.slice(1).map(Number) as [number, number, number];
  const { chroma, hue } = oklch(brand);
  return fromOklch(lightness, Math.min(chroma * share, most), hue);
}

/** https://bottosson.github.io/posts/oklab/ */
function oklch(color: string): { chroma: number; hue: number } {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { chroma: Math.hypot(a, bb), hue: Math.atan2(bb, a) };
}

function fromOklch(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear
    .map((channel) => {
      const share = channel <= 0.0031308 ? 12.92 * channel : 1.055 * channel ** (1 / 2.4) - 0.055;
      return Math.round(Math.min(1, Math.max(0, share)) * 255)
        .toString(16)
        .padStart(2, "0");
    })
    .join("")}`;
}
