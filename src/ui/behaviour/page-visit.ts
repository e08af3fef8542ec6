/** One showing of a page: where it stands, and how long. */
export interface PageVisit {
  readonly address: PageAddress;
  /** Ends when the page is turned away: with it end its listeners, timers and islands. */
  readonly lifetime: AbortSignal;
}

/** Where the page that is shown stands. The address bar says the same, unless it is to give nothing away. */
export interface PageAddress {
  readonly url: URL;
  /** The same page with another query or fragment; adds nothing to the browser's history. */
  replace(url: URL): void;
  /** The address of a page of the site as it may be copied, printed or opened elsewhere. */
  shared(url: URL): string;
}

export const barAddress: PageAddress = {
  get url() {
    return new URL(location.href);
  },
  replace: (url) => history.replaceState(history.state, "", url),
  shared: ({ href }) => href,
};
