const PREFIX = "pocket-help";

/** Colours are the visitor's, for every centre on this origin: the bootstrap script knows no base. */
export const THEME_KEY = `${PREFIX}:theme`;

/** What the names of a centre's settings in `localStorage` begin with. */
export function settingsPrefix(base: string): string {
  return `${PREFIX}:${base}:`;
}
