import { decoded } from "./decoded";

/** What is not a page, though it stands below the site's base. */
const FILES = /^(assets|media|models|packs|sealed)\//i;
const FILE_NAME = /\.(?!html?$)[a-z0-9]+$/i;

/** Whether an address is that of a page of the site, as far as addresses tell. */
export function isSitePage({ origin, pathname }: URL, base: string, own = location.origin): boolean {
  if (origin !== own || !pathname.startsWith(base)) return false;
  // Servers decode an address and pass over a slash too many: so written, a file would look like a page.
  const path = decoded(pathname.slice(base.length)).replace(/\\/g, "/");
  return !/(^|\/)\.*\//.test(path) && !FILES.test(path) && !FILE_NAME.test(path);
}

/**
 * Where a click leads, if it is a plain one on a link that opens in this very window.
 *
 * @param shown address of the page that is shown, which the address bar need not say
 */
export function linkedFrom(event: MouseEvent, shown: URL): URL | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const [target] = event.composedPath();
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.hasAttribute("download") || opensElsewhere(link.target)) return undefined;
  return addressIn(link.getAttribute("href") ?? "", shown);
}

/** Where a form of plain fields leads. */
export function submittedTo(event: SubmitEvent, shown: URL): URL | undefined {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return undefined;
  if (form.method !== "get" || opensElsewhere(form.target)) return undefined;
  const url = addressIn(form.getAttribute("action") ?? "", shown);
  if (!url) return undefined;
  const fields = [...new FormData(form, event.submitter)].filter(
    (field): field is [string, string] => typeof field[1] === "string",
  );
  url.search = new URLSearchParams(fields).toString();
  url.hash = "";
  return url;
}

/** Whether only the fragment differs. */
export function isSamePage(a: URL, b: URL): boolean {
  return a.origin === b.origin && a.pathname === b.pathname && a.search === b.search;
}

function opensElsewhere(target: string): boolean {
  return target !== "" && target !== "_self";
}

function addressIn(href: string, shown: URL): URL | undefined {
  return URL.canParse(href, shown.href) ? new URL(href, shown) : undefined;
}
