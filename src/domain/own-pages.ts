/** Addresses below `<locale>/` that belong to the site's own pages; home is the locale itself. */
export const OWN_PAGES: readonly string[] = ["search", "contact", "offline", "not-on-device", "your-data"];

/** Where the service worker leads when a page is not on the device. */
export const NOT_ON_DEVICE = "not-on-device";
