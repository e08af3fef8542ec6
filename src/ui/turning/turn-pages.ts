import { parsePage } from "../../client/trusted-types";
import { watchable } from "../../client/watchable";
import { readPageData } from "../behaviour/page-data";
import { announcePage, arriveAt, returnTo } from "./arrive";
import { loadPage } from "./load-page";
import { isSamePage, isSitePage, linkedFrom, submittedTo } from "./page-links";
import { showHtml } from "./show-html";
import type { PageTurner, ShownDocument, TurningOptions } from "./site-document";
import { createVisits, type Visit } from "./visits";

/** A turner whose options may change on the way; only whether it writes history is settled. */
export interface ChangeableTurner extends PageTurner {
  change(options: Omit<TurningOptions, "withoutHistory">): void;
}

/** See `SiteDocument.turnPages`. */
export function turnPages(site: ShownDocument, given: TurningOptions = {}): ChangeableTurner {
  const options = { ...given };
  const { withoutHistory = false } = options;
  const { base } = site.page.value;
  const visits = createVisits(options);
  const canGoBack = watchable(false);
  /** The visit whose page stands there. */
  let shown = visits.current;
  let turning = new AbortController();
  /** Told once the browser has gone back and the page is there. */
  let onReturn: (() => void) | undefined;

  const shownUrl = () => visits.address?.url ?? new URL(location.href);
  const leaveVisit = () => {
    if (shown === visits.current) visits.leave();
  };
  const stand = (visit: Visit) => {
    shown = visit;
    canGoBack.set(visits.canGoBack);
  };

  const gate = import("../session/at-gate").then(
    (loaded) => {
      loaded.keepGateWords(site.page);
      return loaded;
    },
    () => undefined,
  );

  /** A sign-in page refuses to be framed, and beside hidden addresses it would be told of a real one. */
  const isLetInAgain = async (signal: AbortSignal): Promise<boolean> => {
    if (window.parent === window && !options.addressOf) return false;
    const waited = (await gate)?.waitAtGate(site.page.value, signal);
    return (await waited?.catch(() => false)) ?? false;
  };

  /** Of two pages that are wanted only the later one comes. What is no page of the site is left to the browser. */
  const fetchPage = async (url: URL, leaveToBrowser: () => void): Promise<Document | undefined> => {
    turning.abort();
    turning = new AbortController();
    const { signal } = turning;
    const main = document.querySelector("main");
    main?.setAttribute("aria-busy", "true");
    const load = () => (options.load ?? loadPage)(url, signal).catch(() => undefined);
    let html = await load();
    while (html === undefined && !signal.aborted && (await isLetInAgain(signal))) html = await load();
    if (signal.aborted) return undefined;
    main?.removeAttribute("aria-busy");
    const page = html === undefined ? undefined : parsePage(html);
    if (page && readPageData(page)?.base === base) return page;
    leaveToBrowser();
    return undefined;
  };

  /** @param arrive makes a visit the current one, once what belongs to the page before has ended */
  const show = (page: Document, arrive: () => Visit): AbortSignal | undefined => {
    const data = readPageData(page);
    if (!data) return undefined;
    site.leave();
    stand(arrive());
    showHtml(page, shown.url, options.titleOf?.(page.title) ?? page.title);
    scrollTo({ top: 0, behavior: "instant" });
    const lifetime = site.show(data);
    announcePage(page.title);
    return lifetime;
  };

  const arrive = (url: URL) => {
    arriveAt(url, options.addressOf === undefined);
    visits.write();
  };

  const goForth = async (url: URL): Promise<void> => {
    const page = await fetchPage(url, () => (withoutHistory ? location.replace(url) : location.assign(url)));
    if (!page) return;
    leaveVisit();
    const isAgain = url.href === visits.current.url.href;
    if (show(page, () => (isAgain ? visits.current : visits.add(url)))) arrive(url);
  };

  /** To a place in the page that is shown. */
  const goWithin = (url: URL): void => {
    leaveVisit();
    if (!withoutHistory && !options.addressOf) {
      // The browser makes the entry itself, and tells of it.
      location.assign(url.hash);
      return;
    }
    stand(visits.add(url));
    arrive(url);
    dispatchEvent(new HashChangeEvent("hashchange"));
  };

  const goBackTo = async (visit: Visit, leaveToBrowser: () => void): Promise<void> => {
    if (isSamePage(visit.url, shown.url)) {
      turning.abort();
      stand(visit);
      scrollTo({ top: visit.scroll, behavior: "instant" });
      return;
    }
    const page = await fetchPage(visit.url, leaveToBrowser);
    const lifetime = page && show(page, () => visit);
    if (lifetime) returnTo(visit.scroll, lifetime);
  };

  const go = async (url: URL): Promise<void> => {
    if (url.hash && isSamePage(url, shownUrl())) goWithin(url);
    else await goForth(url);
  };

  /** The browser stands at another entry of its history. */
  const follow = async (state: unknown): Promise<void> => {
    shown.scroll = scrollY;
    const known = visits.arrived(state);
    const url = new URL(location.href);
    // An entry from before addresses were hidden says too much.
    if (known && visits.address) visits.write();
    if (known) await goBackTo(known, () => location.reload());
    // Places in a page become entries without a word from here; so do the pages of an earlier document.
    else if (url.href === visits.current.url.href) visits.write();
    else if (isSamePage(url, shown.url)) stand(visits.adopt(url));
    else await goBackTo(visits.adopt(url), () => location.reload());
  };

  const turnInstead = (event: Event, url: URL | undefined) => {
    if (!url || !isSitePage(url, base)) return;
    event.preventDefault();
    void go(url);
  };
  document.addEventListener("click", (event) => turnInstead(event, linkedFrom(event, shownUrl())));
  document.addEventListener("submit", (event) => turnInstead(event, submittedTo(event, shownUrl())));
  const standThere = () => {
    if (visits.address) site.address = visits.address;
    visits.write();
  };
  if (!withoutHistory) {
    history.scrollRestoration = "manual";
    addEventListener("pagehide", () => {
      // Loaded anew, the page is where it was.
      history.scrollRestoration = "auto";
    });
    addEventListener("popstate", async ({ state }) => {
      await follow(state);
      onReturn?.();
    });
  }
  standThere();

  return {
    canGoBack,
    change(others) {
      leaveVisit();
      Object.assign(options, others);
      standThere();
    },
    go: (url) => go(new URL(url, shownUrl())),
    async back() {
      if (!visits.canGoBack) return;
      if (!withoutHistory) {
        const returned = new Promise<void>((done) => {
          onReturn = done;
        });
        history.back();
        return returned;
      }
      leaveVisit();
      const visit = visits.stepBack();
      if (visit) await goBackTo(visit, () => location.replace(visit.url));
    },
  };
}
