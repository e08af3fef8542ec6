import { OWN_PAGE_MARK } from "../../domain/device-copy";

/**
 * The HTML of a page, from the site or, without a network, from what the service worker has. `undefined` where something
 * else answers: a login page, a redirection, a server in trouble. Rejects when it is aborted.
 */
export async function loadPage(url: URL, signal: AbortSignal): Promise<string | undefined> {
  // By this the service worker knows that a page is wanted, and answers as to a navigation.
  const headers = { Accept: "text/html" };
  // No query: pages are files, and what stands there is what the reader has typed.
  const address = url.origin + url.pathname;
  try {
    // A redirection may lead to another site: the browser itself has to follow it.
    const response = await fetch(address, { headers, signal, credentials: "same-origin", redirect: "manual" });
    if (response.status >= 500 || response.type === "opaqueredirect") return undefined;
    const html = await response.text();
    return html.includes(OWN_PAGE_MARK) ? html : undefined;
  } catch (reason) {
    signal.throwIfAborted();
    if (reason instanceof TypeError) return undefined;
    throw reason;
  }
}
