import type { SealedSite } from "../../client/vault";
import { decoded } from "../turning/decoded";
import { isSitePage } from "../turning/page-links";

/**
 * Addresses while sealed articles are unlocked: always the page that unlocks them, so that a reload asks for the
 * passphrase. What is behind the `#` tells the page to come back to: the meaningless name of its sealed file, or the
 * path of an open one. Neither headings nor questions are told.
 */
export interface SealedAddresses {
  /** What stands in the address bar for a page. */
  barFor(page: URL): string;
  /** The page that an address bar stands for; `undefined`: none in particular. */
  pageIn(bar: URL): URL | undefined;
}

/**
 * @param base the site's base path
 * @param unlock address of the page that unlocks
 */
export function sealedAddresses(base: string, unlock: URL, sealed: SealedSite): SealedAddresses {
  return {
    barFor(page) {
      const bar = new URL(unlock);
      if (page.pathname === unlock.pathname) return bar.href;
      bar.hash = sealed.nameOf(fileOf(page, base)) ?? page.pathname;
      return bar.href;
    },
    pageIn({ hash }) {
      const name = hash.slice(1);
      if (name.startsWith(base)) {
        // Anybody can write a fragment: `//` and `/\` begin the address of another site.
        const page = URL.canParse(name, unlock.href) ? new URL(name, unlock) : undefined;
        return page && isSitePage(page, base, unlock.origin) ? page : undefined;
      }
      const file = sealed.named(name);
      return file?.endsWith("index.html")
        ? new URL(base + encoded(file.slice(0, -"index.html".length)), unlock)
        : undefined;
    },
  };
}

/** The file that a page of the site is, below the base: `en/payroll/raise/index.html`. */
export function fileOf({ pathname }: URL, base: string): string {
  const path = decoded(pathname.slice(base.length)).replace(/index\.html$/, "");
  return path === "" || path.endsWith("/") ? `${path}index.html` : `${path}/index.html`;
}

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
