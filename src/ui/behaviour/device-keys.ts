import type { Locale } from "../../domain/locale";
import { settingsPrefix, THEME_KEY } from "../../domain/settings-names";

export type Theme = "system" | "light" | "dark";

/** An article as the lists on this device remember it. */
export interface RememberedArticle {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly locale: Locale;
  /** When it was last opened, milliseconds since 1970. */
  readonly at: number;
  /** What it said then, as the build marks it; to tell when it has changed. */
  readonly revision?: string;
}

/** The reader's answer to "Did this help?". */
export interface Vote {
  readonly helped: boolean;
  /** One of the offered reasons. */
  readonly reason?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Notes about the app itself that the reader has closed. */
export type Dismissible = "app" | "content" | "install";

/** How far an article was read. */
export interface ReadingPosition {
  /** Share of the text, 0 to 1. */
  readonly share: number;
  /** The heading above that place. */
  readonly anchor?: string;
  readonly heading?: string;
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
  /** Articles the reader put on their shelf, latest first. */
  readonly saved: readonly RememberedArticle[];
  /** Places in long articles, by article id. */
  readonly positions: Readonly<Record<string, ReadingPosition>>;
  /** Notices that were dismissed: hash of their words by id. */
  readonly dismissedNotices: Readonly<Record<string, string>>;
  /** By article id. */
  readonly votes: Readonly<Record<string, Vote>>;
  /** What a note was about when it was closed: a day, or a release of the content. */
  readonly dismissed: Readonly<Partial<Record<Dismissible, string>>>;
  /** The search model is wanted although the device saves data. */
  readonly searchModel: boolean;
  /** Whether the model that reads for answers is wanted; absent: as the site says. */
  readonly readerModel: boolean;
  /** No model is to be fetched by itself. */
  readonly saveData: boolean;
}

export type DeviceKey = keyof DeviceValues;

export const DEVICE_KEYS = [
  "theme",
  "locale",
  "tabs",
  "recentSearches",
  "recentlyRead",
  "saved",
  "positions",
  "dismissedNotices",
  "votes",
  "dismissed",
  "searchModel",
  "readerModel",
  "saveData",
] as const satisfies readonly DeviceKey[];

export { THEME_KEY };

/** The name in `localStorage`. Two centres on one origin keep their lists apart by their base path. */
export function storageName(key: DeviceKey, base: string): string {
  return key === "theme" ? THEME_KEY : settingsPrefix(base) + key;
}
