import type { PrecacheEntry } from "workbox-precaching";
import { NOT_ON_DEVICE } from "../domain/own-pages";

/** What the content build writes into the script, because Vite knows neither the pages nor the style sheet. */
export interface SiteFacts {
  /** Hash over the precached files: another one means another version of the app. */
  readonly version: string;
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  /** Addresses below `<locale>/` of the site's own pages. */
  readonly ownPages: readonly string[];
}

declare const self: {
  readonly location: { readonly href: string };
  /** Replaced by the build. */
  readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[];
  readonly __SITE_FACTS__: SiteFacts;
};

// The build writes entries, never bare addresses.
export const appFiles = self.__WB_MANIFEST as readonly PrecacheEntry[];
export const site = self.__SITE_FACTS__;

/** Path that the site is served under; the script lies at its top. */
export const base = new URL("./", self.location.href).pathname;

/** The pages that every visit needs, as addresses below the origin. */
export function shellPages(): string[] {
  const own = site.locales.flatMap((locale) =>
    ["", ...site.ownPages.map((name) => `${name}/`)].map((page) => `${base}${encodeURIComponent(locale)}/${page}`),
  );
  return [base, ...own];
}

/** The page that stands in for one that is not on the device, in the language of the address. */
export function fallbackPage(pathname: string): string {
  const first = decodeURIComponent(pathname.slice(base.length).split("/")[0] ?? "");
  const locale = site.locales.includes(first) ? first : site.defaultLocale;
  return `${base}${encodeURIComponent(locale)}/${NOT_ON_DEVICE}/`;
}

/** The one address that a page is stored under, whatever its query and however it was written. */
export function pageAddress(url: URL): string {
  const path = url.pathname.replace(/\/index\.html$/, "/");
  return path.endsWith("/") || /\.[^/]+$/.test(path) ? path : `${path}/`;
}
