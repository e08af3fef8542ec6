import type { Locale, LocalizedText } from "./locale";

/** `config.json` after validation, every default filled in. See `schema/config.schema.json`. */
export interface SiteConfig {
  readonly name: LocalizedText;
  readonly tagline?: LocalizedText;
  /** Image path relative to the content folder. */
  readonly logo?: string;
  /** Hex colour, `#rrggbb`. */
  readonly brandColor: string;
  /** Origin and path the site is published under, for canonical links and the sitemap. */
  readonly siteUrl?: string;
  /** Content languages; empty: taken from the folders, or detected article by article. */
  readonly locales: readonly Locale[];
  /** What `/` serves. Empty: the first of `locales`. */
  readonly defaultLocale: Locale;
  readonly sections: Readonly<Record<string, SectionConfig>>;
  /** Article keys or paths, in the order in which home shows them. */
  readonly popular: readonly string[];
  readonly contact: ContactConfig;
  /** Origins that may show the site in a frame. */
  readonly allowedHosts: readonly string[];
  readonly widget: WidgetConfig;
  readonly sealed: SealedConfig;
  readonly models: ModelsConfig;
  readonly answers: AnswersConfig;
  readonly speech: SpeechConfig;
}

export interface ModelsConfig {
  /** Id of a model in the models folder, or `none` for search by words alone. Absent: the project's own encoder. */
  readonly encoder?: string;
  /** In place of what the model's pin says. */
  readonly queryPrefix?: string;
  readonly passagePrefix?: string;
  /** Id of a model in the models folder, or `none` for the scoring of sentences. Absent: the project's own reader. */
  readonly reader?: string;
}

export interface AnswersConfig {
  /** False: the site has search and no answers. */
  readonly enabled: boolean;
  /** The least probability at which a quotation is shown, 0..1. */
  readonly threshold: number;
  /** Whether the reader is fetched with the first question, or when the person agrees to it. */
  readonly download: "automatic" | "ask";
}

export interface SpeechConfig {
  /** Whether speech and texts may go to the online services of the reader's browser; the reader is asked before. */
  readonly browserService: boolean;
}

export interface WidgetConfig {
  /** Where the launcher stands, in the host page's direction of writing. */
  readonly position: "start" | "end";
  /** Words on the launcher; absent: the interface's own. */
  readonly label?: LocalizedText;
  /** `host`: light or dark as the host page is. */
  readonly scheme: "light" | "dark" | "host";
  /** CSS custom properties of the widget's theme, by name. */
  readonly theme: Readonly<Record<string, string>>;
  /** Frames that a host has sandboxed may load the site: its files are open to every origin. */
  readonly sandboxedHosts: boolean;
}

export interface SealedConfig {
  /** Slugged folder paths of the sections that are encrypted, those below them included. */
  readonly sections: readonly string[];
  /** Minutes without a touch after which they are locked again. */
  readonly lockAfterMinutes: number;
}

export interface SectionConfig {
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  /** One of the names in the icon set. */
  readonly icon?: string;
  readonly order?: number;
}

export interface ContactConfig {
  readonly topics: readonly ContactTopic[];
  readonly channels: readonly ContactChannel[];
}

export interface ContactTopic {
  readonly id: string;
  readonly label: LocalizedText;
}

export interface ContactChannel {
  readonly type: "email" | "phone" | "chat" | "form" | "link";
  readonly label?: LocalizedText;
  readonly note?: LocalizedText;
  /** E-mail address or phone number, for those two types. */
  readonly address?: string;
  /** URL template for the others: `{question}`, `{page}`, `{topic}` and `{locale}` are filled in, percent-encoded. */
  readonly url?: string;
  /** Topic ids it serves; empty: all. */
  readonly topics: readonly string[];
  readonly hours?: OpeningHours;
}

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

export interface OpeningHours {
  /** IANA time zone, `Europe/London`. */
  readonly timeZone: string;
  readonly open: readonly { readonly days: readonly Weekday[]; readonly from: string; readonly to: string }[];
  /** Calendar dates, `YYYY-MM-DD`, on which it is closed all day. */
  readonly closed: readonly string[];
}
