// The types of `widget.js` for host pages: this file is shipped as `widget.d.ts` beside it, and imports nothing.

/** What `widget.js` puts at `window.PocketHelp`. Calls made before the frame is there are carried out once it is. */
export interface PocketHelpWidget {
  /** Opens the panel; the frame is loaded with the first call. */
  open(): void;
  close(): void;
  toggle(): void;
  /** Opens the panel with the results for a query. */
  search(query: string): void;
  /** Opens the panel with the answer to a question. */
  ask(question: string): void;
  /**
   * Opens the panel with an article.
   *
   * @param id `orders/track`, or with its language `en/orders/track`; `#anchor` leads to a section of it
   */
  article(id: string): void;
  /**
   * Articles for the page that the person is on, nearest first, found by meaning on their device; home in the panel
   * lists them. The promise resolves once the frame is loaded; suggesting alone does not load it.
   */
  suggest(page: PocketHelpPage): Promise<readonly PocketHelpSuggestion[]>;
  /**
   * Facts for a ticket, by the name under which the person reads them: `{ "Order": "EB-1042" }`. Kept in memory, shown
   * to the person, and sent only with a message that they send. Replaces what was passed before; `{}` takes it back.
   */
  context(facts: Readonly<Record<string, string>>): void;
  /** Calls a function whenever something happens. @returns a function that ends it */
  on<Name extends keyof PocketHelpEvents>(name: Name, listener: (detail: PocketHelpEvents[Name]) => void): () => void;
  /** Opens sealed articles with the key they were sealed with (32 bytes, base64url). Rejects when it is another. */
  unlock(key: string): Promise<void>;
  /** Removes everything that this device keeps of the help centre, locks what is sealed, and forgets all facts. */
  signOut(): Promise<void>;
  /** Looks and words, from now on. */
  set(options: PocketHelpOptions): void;
  /** Removes the widget and everything it put into the page. Promises that are still open reject with an `AbortError`. */
  destroy(): void;
  /** Carries out a call written as a list; what a host pushed before `widget.js` was there comes through here. */
  push(...calls: readonly PocketHelpCall[]): void;
}

export interface PocketHelpPage {
  readonly url?: string;
  readonly title?: string;
  readonly text?: string;
  readonly tags?: readonly string[];
}

export interface PocketHelpSuggestion {
  /** `<locale>/<section>/<slug>` */
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** What happens in the widget. Nothing that the person typed is among it. */
export interface PocketHelpEvents {
  readonly opened: Record<string, never>;
  readonly closed: Record<string, never>;
  /** A question was answered by quotation; from which article. */
  readonly answered: { readonly article: string };
  /** A question was asked that the articles do not cover. */
  readonly notCovered: Record<string, never>;
  /** The person goes to a person; by which kind of channel. */
  readonly contact: { readonly channel: string };
  /** Height of what an inline frame shows, in CSS pixels. */
  readonly size: { readonly height: number };
}

export interface PocketHelpOptions {
  /** Language of the panel and the launcher; that of the host page when absent. */
  readonly lang?: string;
  readonly position?: "start" | "end";
  /** Words on the launcher. */
  readonly label?: string;
  /** `false`: no launcher; the host opens the panel with its own button. */
  readonly launcher?: boolean;
  readonly scheme?: "light" | "dark" | "host";
  /** `--pocket-help-accent` and the like. The host's `:root` may set them as well. */
  readonly theme?: Readonly<Record<string, string>>;
  /** 1 is 100 %. */
  readonly zoom?: number;
}

/** `["ask", "How do I return a sofa?"]` */
export type PocketHelpCall = readonly [name: keyof PocketHelpWidget, ...args: readonly unknown[]];

declare global {
  interface Window {
    /** The widget, or before it is there a list of calls to make. */
    PocketHelp?: PocketHelpWidget | PocketHelpCall[];
  }
}
