import type { Locale } from "./locale";

/** Raised whenever one of the formats below changes; readers refuse any other number. */
export const UPDATES_VERSION = 1;

/** Elements a notice may consist of; `a` has an address, the others nothing but children. */
export type NoticeTag = "p" | "a" | "strong" | "em" | "code" | "ul" | "ol" | "li" | "br";

/** A text, or an element: its name, the address of a link (else ""), its children. No HTML reaches the page. */
export type NoticeNode = string | readonly [tag: NoticeTag, href: string, children: readonly NoticeNode[]];

/** A dated message to readers, from `notices/`. */
export interface Notice {
  /** File name without its ending. */
  readonly id: string;
  /** Of its words: one that was dismissed and then changed is shown again. */
  readonly hash: string;
  /** A day where the reader is (`YYYY-MM-DD`, the whole day included) or a moment (ISO 8601 in UTC). */
  readonly from?: string;
  readonly until?: string;
  /** Slugged section paths; sections below them are included. Empty: every page. */
  readonly sections: readonly string[];
  readonly severity: "info" | "warning";
  readonly title?: string;
  readonly body: readonly NoticeNode[];
}

/** The notices of one language: `packs/<hash>.json`. */
export interface NoticesFile {
  readonly version: typeof UPDATES_VERSION;
  readonly locale: Locale;
  readonly notices: readonly Notice[];
}

/** The revision of every listed article of one language, by id without the language: `packs/<hash>.json`. */
export interface RevisionsFile {
  readonly version: typeof UPDATES_VERSION;
  readonly locale: Locale;
  readonly articles: Readonly<Record<string, string>>;
}

/**
 * `updates.json`: what pages ask for once they stand. Pages do not name these files themselves, or a new notice would
 * change every page. Paths are below the site's base.
 */
export interface UpdatesFile {
  readonly version: typeof UPDATES_VERSION;
  readonly locales: Readonly<Record<Locale, { readonly notices?: string; readonly articles?: string }>>;
}
