import type { PageAddress } from "../behaviour/page-visit";
import type { TurningOptions } from "./site-document";

/** A page that was shown, and how it was left. */
export interface Visit {
  url: URL;
  /** CSS pixels from the top. */
  scroll: number;
}

/**
 * The pages that were shown in this document, in order, and what stands of that in the address bar and in the browser's
 * history.
 */
export interface Visits {
  /** The visit whose address is in the bar; its page may still be on its way. */
  readonly current: Visit;
  readonly canGoBack: boolean;
  /** Where pages stand when the address bar does not say so. */
  readonly address: PageAddress | undefined;
  /** Keeps how far the page that stands there is read, and what it has changed about its address. */
  leave(): void;
  /** A page is shown that was not before; what came after the current visit is forgotten. */
  add(url: URL): Visit;
  /** The browser has made an entry by itself. */
  adopt(url: URL): Visit;
  /** One visit back, where the browser's history knows nothing of them. */
  stepBack(): Visit | undefined;
  /** The visit that the browser has gone to; `undefined` where it is none of this document's. */
  arrived(state: unknown): Visit | undefined;
  /** Writes the current visit into the bar. */
  write(): void;
}

interface Entry {
  readonly turned: number;
  readonly place: number;
}

/** @param options read anew each time: where pages stand may come to be hidden */
export function createVisits(options: TurningOptions): Visits {
  const { withoutHistory = false } = options;
  const visits: Visit[] = [{ url: new URL(location.href), scroll: 0 }];
  let place = 0;
  /** Entries of an earlier document look alike, and mean other places. */
  const [turned = 0] = crypto.getRandomValues(new Uint32Array(1));
  const state = () => (withoutHistory ? history.state : ({ turned, place } satisfies Entry));
  const inBar = (url: URL) => options.addressOf?.(url) ?? url.href;
  const current = () => visits[place] as Visit;
  const write = () => history.replaceState(state(), "", inBar(current().url));
  const append = (url: URL): Visit => {
    const visit = { url, scroll: 0 };
    place += 1;
    visits.splice(place, Number.POSITIVE_INFINITY, visit);
    return visit;
  };

  const hidden: PageAddress = {
    get url() {
      return new URL(current().url);
    },
    replace(url) {
      current().url = url;
    },
    shared: (url) => options.sharedAs?.(url) ?? url.href,
  };

  return {
    get current() {
      return current();
    },
    get canGoBack() {
      return place > 0;
    },
    get address() {
      return options.addressOf && hidden;
    },
    leave() {
      if (!options.addressOf) current().url = new URL(location.href);
      current().scroll = scrollY;
    },
    add(url) {
      const visit = append(url);
      if (withoutHistory) write();
      else history.pushState(state(), "", inBar(url));
      return visit;
    },
    adopt(url) {
      const visit = append(url);
      write();
      return visit;
    },
    stepBack() {
      if (place === 0) return undefined;
      place -= 1;
      write();
      return current();
    },
    arrived(entry) {
      const { turned: by, place: at } = (entry ?? {}) as Partial<Entry>;
      const visit = by === turned && at !== undefined ? visits[at] : undefined;
      if (!visit || at === undefined) return undefined;
      place = at;
      if (!options.addressOf) visit.url = new URL(location.href);
      return visit;
    },
    write,
  };
}
