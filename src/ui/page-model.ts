import type { ArticleKind, Heading } from "../domain/article";
import type { ContactChannel, ContactTopic } from "../domain/config";
import type { Locale } from "../domain/locale";

/** A link as pages show it. `href` is absolute below the origin (`/help/en/orders/track/`). */
export interface LinkModel {
  readonly href: string;
  readonly title: string;
}

export interface ArticleLink extends LinkModel {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly description: string;
  readonly updated?: string;
}

export interface SectionLink extends LinkModel {
  /** Slugged folder path. */
  readonly section: string;
  readonly description?: string;
  /** Name in the icon set. */
  readonly icon?: string;
  /** Articles in it and below it. */
  readonly count: number;
}

/** What every page of one language shares. */
export interface SiteModel {
  readonly name: string;
  readonly tagline?: string;
  readonly logo?: { readonly src: string; readonly width?: number; readonly height?: number };
  /** Path the site is served under, with a slash at both ends: `/` or `/help/`. */
  readonly base: string;
  readonly locale: Locale;
  /** Top-level sections, in order. */
  readonly sections: readonly SectionLink[];
  readonly home: string;
  readonly search: string;
  /** Absent where the site gives no answers. */
  readonly ask?: string;
  /** Absent where no articles are sealed. */
  readonly unlock?: string;
  readonly contact: string;
  readonly offline: string;
  readonly yourData: string;
  /** Where articles are put together to be printed. */
  readonly print: string;
  /** Absolute address of the base, where the configuration gives one. */
  readonly url?: string;
  /** The staff edition says so on every page. */
  readonly staff: boolean;
}

interface PageBase {
  readonly site: SiteModel;
  /** This page's own address, absolute below the origin. */
  readonly href: string;
  readonly title: string;
  readonly description: string;
  /** The same page (or the nearest one above it) in every language of the site, this one included. */
  readonly languages: readonly { readonly locale: Locale; readonly href: string; readonly exact: boolean }[];
}

export interface HomePage extends PageBase {
  readonly kind: "home";
  readonly popular: readonly ArticleLink[];
  readonly recentlyUpdated: readonly ArticleLink[];
  /** Articles that stand outside any section. */
  readonly articles: readonly ArticleLink[];
}

export interface SectionPage extends PageBase {
  readonly kind: "section";
  readonly section: SectionLink;
  readonly breadcrumb: readonly LinkModel[];
  readonly subsections: readonly SectionLink[];
  readonly articles: readonly ArticleLink[];
}

export interface ArticlePage extends PageBase {
  readonly kind: "article";
  readonly article: {
    readonly id: string;
    readonly kind: ArticleKind;
    readonly updated?: string;
    readonly validUntil?: string;
    readonly tags: readonly string[];
    readonly headings: readonly Heading[];
    /** Sanitised HTML. */
    readonly html: string;
    readonly staff: boolean;
  };
  /** Home first, the article's own section last. */
  readonly breadcrumb: readonly LinkModel[];
  /** The other articles of its section, itself included; a window around it when the section is large. */
  readonly siblings: readonly LinkModel[];
  readonly related: readonly ArticleLink[];
  readonly previous?: LinkModel;
  readonly next?: LinkModel;
}

export interface SearchPage extends PageBase {
  readonly kind: "search";
  readonly popular: readonly ArticleLink[];
}

export interface AskPage extends PageBase {
  readonly kind: "ask";
  /** A few questions that the site's own articles answer. */
  readonly examples: readonly string[];
}

export interface ContactPage extends PageBase {
  readonly kind: "contact";
  readonly topics: readonly ContactTopic[];
  readonly channels: readonly ContactChannel[];
}

/** Where sealed articles are unlocked; only on sites that have some. */
export interface UnlockPage extends PageBase {
  readonly kind: "unlock";
}

/** Puts a section or everything together, to be printed; the script fills it. */
export interface PrintPage extends PageBase {
  readonly kind: "print";
}

export interface NotFoundPage extends PageBase {
  readonly kind: "notFound";
  readonly popular: readonly ArticleLink[];
}

/**
 * What this device holds: to keep sections for offline (`offline`), all that is stored (`yourData`), and what the
 * service worker shows in the place of a page that is not there (`notOnDevice`).
 */
export type DevicePage = DevicePageOf<"offline"> | DevicePageOf<"yourData"> | DevicePageOf<"notOnDevice">;

interface DevicePageOf<Kind extends string> extends PageBase {
  readonly kind: Kind;
}

export type Page =
  | HomePage
  | SectionPage
  | ArticlePage
  | SearchPage
  | AskPage
  | ContactPage
  | UnlockPage
  | PrintPage
  | NotFoundPage
  | DevicePage;

/**
 * What the page's script needs to know, carried in `<script type="application/json" id="page-data">`.
 * Everything else it reads from the document.
 */
export interface PageData {
  readonly base: string;
  readonly locale: Locale;
  readonly locales: readonly { readonly locale: Locale; readonly home: string }[];
  readonly kind: Page["kind"];
  /** Article id, on article pages. */
  readonly article?: string;
  /** What the article says, as a mark; the device remembers it, to tell the reader when it has changed. */
  readonly revision?: string;
  readonly title: string;
  /** Section of the page, for scoped search. */
  readonly section?: string;
  /** The page at the site's root, which forwards to the remembered language. */
  readonly root?: boolean;
  /** Address of the page that answers questions; absent where the site gives no answers. */
  readonly ask?: string;
  /** Speech and texts may go to the browser's own services, after asking. */
  readonly speechService?: boolean;
  /** Origins of other pages that may show the site in a frame and speak with it. */
  readonly hosts?: readonly string[];
  /** Where the site is unlocked, when sections of it are sealed. */
  readonly sealed?: { readonly unlock: string; readonly lockAfterMinutes: number };
  /** A few popular articles for the search dialog, before the first word is typed. */
  readonly popular?: readonly LinkModel[];
}
