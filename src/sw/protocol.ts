/** What a page says to the service worker. */
export type PageMessage =
  /** The reader wants the new version of the app now. */
  | { readonly type: "skip-waiting" }
  /**
   * A page is shown: on the first visit it came before the service worker and is not on the device yet.
   * `files` are the pictures it has loaded so far.
   */
  | { readonly type: "shown"; readonly url: string; readonly files: readonly string[] }
  /** A page of the site has loaded: a moment to clear away versions of the app that nobody needs any more. */
  | { readonly type: "settled" }
  /** The site's content has changed: fetch the pages that every visit needs anew. */
  | { readonly type: "refresh-shell" };

/** What the service worker asks a page; the page answers through the message's port with {@link AssetsAnswer}. */
export interface AssetsQuestion {
  readonly type: "which-assets";
}

/** Addresses of the scripts and styles that the open page was made of. */
export type AssetsAnswer = readonly string[];
