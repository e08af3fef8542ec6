/** Where questions are answered; sites without answers have no such page. */
export const ASK = "ask";

/** Where the service worker leads when a page is not on the device. */
export const NOT_ON_DEVICE = "not-on-device";

/** Where articles are put together to be printed. */
export const PRINT = "print";

/** Where sealed articles are unlocked; sites without any have no such page. */
export const UNLOCK = "unlock";

/** Addresses below `<locale>/` that belong to the site's own pages; home is the locale itself. */
export const OWN_PAGES: readonly string[] = [
  "search",
  ASK,
  "contact",
  "offline",
  NOT_ON_DEVICE,
  "your-data",
  PRINT,
  UNLOCK,
];

/** Those that a site has. */
export function ownPages(site: { readonly answers: boolean; readonly sealed: boolean }): readonly string[] {
  return OWN_PAGES.filter((name) => (site.answers || name !== ASK) && (site.sealed || name !== UNLOCK));
}
