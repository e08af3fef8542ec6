import { onForgotten } from "../../client/forgotten";
import type { SealedSite } from "../../client/vault";
import { NOT_ON_DEVICE } from "../../domain/own-pages";
import { err, ok, type Result } from "../../domain/result";
import type { VaultError } from "../../domain/vault";
import type { SearchClient } from "../search/search-client";
import { waitAtGate } from "../session/at-gate";
import { loadSealedStrings } from "../strings/load-sealed-strings";
import { loadPage } from "../turning/load-page";
import type { SiteDocument } from "../turning/site-document";
import { fileOf, sealedAddresses } from "./addresses";
import { watchIdleness } from "./idle-lock";
import { markUnlocked } from "./is-unlocked";
import { keepLockBar } from "./lock-bar";
import { type LockReason, lockedAddress } from "./locking";
import { createMemoryStore } from "./memory-store";
import { sealedPages } from "./sealed-pages";

/** Whoever signs out in this document, or tells it so, has by then erased what is stored, and mostly left. Milliseconds. */
const SIGNED_OUT = 3_000;

/** The time between unlocking and locking. */
export interface Session {
  /** Empties the document and leaves it for the page that unlocks. */
  lock(reason: LockReason): void;
}

/**
 * Lays the opened vault over the site for as long as this document lives: pages are turned in it, search runs over all
 * of them, and what the device would remember stays in memory.
 *
 * Errors: `vault-unreachable`, `vault-signed-out` or `vault-damaged` where the first page cannot be had.
 *
 * @param unlock address of the page that unlocks
 */
export async function startSession(
  site: SiteDocument,
  { unlock, lockAfterMinutes }: { readonly unlock: string; readonly lockAfterMinutes: number },
  sealed: SealedSite,
): Promise<Result<Session, VaultError>> {
  const { base, locale, locales, kind } = site.page.value;
  const bar = new URL(location.href);
  const unlockUrl = new URL(unlock, bar);
  const home = new URL(`${base}${encodeURIComponent(locale)}/`, bar);
  const addresses = sealedAddresses(base, unlockUrl, sealed);
  const pages = sealedPages(base, sealed);

  // What is shown for a page that does not arrive. Its own address, which says what it is about, must not be gone to.
  const missing = await loadPage(new URL(`${home.pathname}${NOT_ON_DEVICE}/`, bar), new AbortController().signal);
  if (missing === undefined) return err({ code: "vault-unreachable", detail: NOT_ON_DEVICE });
  const first = addresses.pageIn(bar) ?? (kind === "unlock" ? home : bar);
  const readable = await sealed.read(fileOf(first, base));
  if (!readable.ok) return readable;

  const load = async (url: URL, signal: AbortSignal): Promise<string | undefined> => {
    const page = await pages.html(isUnlock(url) ? home : url, signal);
    if (!page.ok) {
      const shut = page.error.code === "vault-signed-out";
      return shut && (await waitAtGate(site.page.value, signal)) ? load(url, signal) : missing;
    }
    return page.value ?? loadPage(url, signal);
  };
  // In whatever language: nobody needs it now.
  const name = unlockUrl.pathname.slice(home.pathname.length);
  const isUnlock = ({ pathname }: URL) => locales.some((language) => pathname === language.home + name);

  const store = createMemoryStore(base, site.store);
  const searching: Promise<SearchClient>[] = [];
  const loadClient = (): Promise<SearchClient> => {
    const [running] = searching;
    if (running) return running;
    const saveData = store.get("saveData") === true;
    const starting = import("../../client/search-client").then(({ createSearchClient }) =>
      createSearchClient({ base, locale, vault: sealed.vault, ...(saveData && { saveData }) }),
    );
    searching.push(starting);
    starting.catch(() => searching.pop());
    return starting;
  };

  const words = await loadSealedStrings(locale);
  const ended = new AbortController();
  const forget = () => {
    ended.abort();
    for (const client of searching.splice(0))
      void client.then(
        (running) => running.close(),
        () => undefined,
      );
    pages.clear();
    document.getElementById("page-data")?.remove();
    document.body.replaceChildren();
  };
  const lock = (reason: LockReason, leaveAfter = 0) => {
    if (ended.signal.aborted) return;
    const address = lockedAddress(new URL(addresses.barFor(site.address.url)), reason);
    forget();
    if (leaveAfter === 0) location.replace(address);
    else setTimeout(() => location.replace(address), leaveAfter);
  };

  site.exchange({ store, loadClient });
  // A sandboxed document may not write another address into its bar.
  const addressOf = globalThis.origin === "null" ? () => location.href : addresses.barFor;
  const sharedAs = (url: URL) => (sealed.nameOf(fileOf(url, base)) === undefined ? url.href : addresses.barFor(url));
  const turner = site.turnPages({ load, addressOf, sharedAs, titleOf: () => words.title });
  markUnlocked();
  keepLockBar(site, lockAfterMinutes, () => lock("now"), ended.signal);
  const stopWatching = watchIdleness(lockAfterMinutes * 60_000, () => lock("idle"));
  ended.signal.addEventListener("abort", stopWatching);
  onForgotten(() => lock("now", SIGNED_OUT));
  // A document that is left may be kept for the way back. It is to hold nothing then.
  addEventListener("pagehide", forget, { signal: ended.signal });
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  await turner.go(first);
  return ok({ lock });
}
