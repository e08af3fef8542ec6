/**
 * Name of the `<meta>` that the service worker adds to a page it serves from the device; its content is the time of
 * the copy, ISO 8601. The page cannot see response headers of its own navigation.
 */
export const DEVICE_COPY_META = "pocket-help-device-copy";

/** Every page of ours carries it; error pages, login pages and captive portals do not. */
export const OWN_PAGE_MARK = 'id="page-data"';
