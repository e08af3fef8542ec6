import { siteContent } from "../../client/offline/site-content";
import type { Watchable } from "../../client/watchable";
import type { PageData } from "../page-model";
import { loadDeviceStrings } from "../strings/load-device-strings";
import { showSignedOut } from "./show-signed-out";

/** Fetches, in the language of every page that is shown, the words about a gate: once it is shut it keeps them back. */
export function keepGateWords(page: Watchable<PageData>): void {
  page.subscribe(({ locale }) => void loadDeviceStrings(locale).catch(() => undefined));
}

/**
 * If a gate is the reason why something did not arrive: says so, and waits until it lets the reader in.
 *
 * @returns whether it was the reason
 * @throws the signal's reason once it is aborted
 */
export async function waitAtGate(page: PageData, signal: AbortSignal): Promise<boolean> {
  const content = siteContent(page.base);
  const access = await content.access();
  signal.throwIfAborted();
  if (access !== "signed-out") return false;
  // The page that is shown can be read meanwhile.
  document.querySelector("main")?.removeAttribute("aria-busy");
  await new Promise<void>((done, fail) => {
    signal.addEventListener("abort", () => fail(signal.reason));
    showSignedOut({ page }, content, done, signal).catch(fail);
  });
  return true;
}
