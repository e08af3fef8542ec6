import type { Locale } from "../../domain/locale";

export type Theme = "system" | "light" | "dark";

/** An article as the lists on this device remember it. */
export interface RememberedArticle {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly locale: Locale;
  /** When it was last opened, milliseconds since 1970. */
  readonly at: number;
}

/**
 * Everything the interface keeps on the device, by name. The page "your data" lists, exports and erases
 * exactly these; nothing else may write to `localStorage`.
 */
export interface DeviceValues {
  /** Colours; absent: as the device says. */
  readonly theme: Theme;
  /** Language chosen in the switch; the root page forwards to it. */
  readonly locale: Locale;
  /** Chosen tab by group of labels (`macOS|Windows` -> `macOS`). */
  readonly tabs: Readonly<Record<string, string>>;
  /** Latest first. */
  readonly recentSearches: readonly string[];
  readonly recentlyRead: readonly RememberedArticle[];
}

export type DeviceKey = keyof DeviceValues;

export const DEVICE_KEYS = [
  "theme",
  "locale",
  "tabs",
  "recentSearches",
  "recentlyRead",
] as const satisfies readonly DeviceKey[];

const PREFIX = "pocket-help";

/** Colours are the visitor's, for every centre on this origin: the bootstrap script knows no base. */
export const THEME_KEY = `${PREFIX}:theme`;

/** The name in `localStorage`. Two centres on one origin keep their lists apart by their base path. */
export function storageName(key: DeviceKey, base: string): string {
  return key === "theme" ? THEME_KEY : `${PREFIX}:${base}:${key}`;
}
