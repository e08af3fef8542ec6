import { AA, brandColors, contrast, LIGHT_SURFACE } from "../../domain/colour";
import type { Fault } from "../../domain/fault";

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
