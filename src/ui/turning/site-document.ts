import type { Settable, Watchable } from "../../client/watchable";
import type { DeviceStore } from "../behaviour/device-store";
import type { PageAddress } from "../behaviour/page-visit";
import type { PageData } from "../page-model";
import type { SearchClient } from "../search/search-client";

/** A {@link SiteDocument} as every page has it, before anything turns its pages. */
export interface ShownDocument extends Omit<SiteDocument, "turnPages"> {
  address: PageAddress;
  /** Ends what belongs to the page that is shown, while its HTML still stands. */
  leave(): void;
  /** Begins what belongs to a page whose HTML now stands. @returns its lifetime */
  show(page: PageData): AbortSignal;
}

/**
 * The document that shows the site's pages. Ordinarily it shows one, and the browser fetches the next; in a frame, and
 * while sealed articles are unlocked, one document shows page after page, so that what is in memory lives on.
 */
export interface SiteDocument {
  /** The page that is shown. */
  readonly page: Watchable<PageData>;
  /** Where that page stands. */
  readonly address: PageAddress;
  /** What the device remembers; see {@link exchange}. */
  readonly store: DeviceStore;
  /** One client for the document; see {@link exchange}. */
  readonly loadClient: () => Promise<SearchClient>;
  /**
   * Facts that a host page passes on for a ticket, by the name under which the person reads them. In memory only, shown to
   * the person, and sent only with what they send.
   */
  readonly facts: Settable<Readonly<Record<string, string>>>;
  /**
   * From now on links and forms lead from page to page within this document. Called again, as by what unlocks sealed
   * articles in a frame: the same turner, with the options that are given in the place of those it had.
   */
  turnPages(options?: TurningOptions): PageTurner;
  /** From the next page on, another store or another search is used: while unlocked, those that leave no trace. */
  exchange(parts: { readonly store?: DeviceStore; readonly loadClient?: () => Promise<SearchClient> }): void;
}

export interface TurningOptions {
  /**
   * The HTML of a page of the site; absent: the site is asked. `undefined` where there is none: the browser then goes to
   * the address itself.
   */
  readonly load?: (url: URL, signal: AbortSignal) => Promise<string | undefined>;
  /** What stands in the address bar for a page; absent: its own address. */
  readonly addressOf?: (url: URL) => string;
  /** What may be passed on as a page's address; absent: its own. */
  readonly sharedAs?: (url: URL) => string;
  /** What the browser writes into its history as a page's title; absent: the page's own. */
  readonly titleOf?: (title: string) => string;
  /** Adds nothing to the browser's history, which a frame shares with its host. */
  readonly withoutHistory?: boolean;
}

export interface PageTurner {
  /** Shows a page of the site, given its address. */
  go(url: string | URL): Promise<void>;
  /** The page before, as it was left. Does nothing where there is none. */
  back(): Promise<void>;
  readonly canGoBack: Watchable<boolean>;
}
