/** Where questions are answered; sites without answers have no such page. */
export const ASK = "ask";

/** Where the service worker leads when a page is not on the device. */
export const NOT_ON_DEVICE = "not-on-device";

/** Addresses below `<locale>/` that belong to the site's own pages; home is the locale itself. */
export const OWN_PAGES: readonly string[] = ["search", ASK, "contact", "offline", NOT_ON_DEVICE, "your-data"];

/** Those that a site has. */
export function ownPages(answers: boolean): readonly string[] {
  return answers ? OWN_PAGES : OWN_PAGES.filter((name) => name !== ASK);
}
