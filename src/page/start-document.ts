import { enableMenus } from "../ui/behaviour/menus";
import { readPageData } from "../ui/behaviour/page-data";
import { enableOffline } from "../ui/offline/enable-offline";
import { enablePrintLine } from "../ui/print/enable-print-line";
import type { ShownDocument } from "../ui/turning/site-document";
import { createShownDocument } from "./shown-document";
import { startPage } from "./start-page";

/** What begins once for a document, and the page that it brings. `undefined`: the page is not the centre's own. */
export function startDocument(): ShownDocument | undefined {
  document.documentElement.dataset.ready = "";
  const first = readPageData(document);
  if (!first) return undefined;
  const site = createShownDocument(first, (visit) => startPage(site, visit, connectivity));
  const connectivity = enableOffline(() => ({ page: site.page.value, store: site.store, loadClient: site.loadClient }));
  enableMenus();
  enablePrintLine((url) => site.address.shared(url));
  site.show(first);
  return site;
}
