import { watchable } from "../client/watchable";
import { createDeviceStore } from "../ui/behaviour/device-store";
import { barAddress, type PageVisit } from "../ui/behaviour/page-visit";
import type { PageData } from "../ui/page-model";
import type { SearchClient } from "../ui/search/search-client";
import type { ShownDocument } from "../ui/turning/site-document";
import { remembered } from "./loading";

/** @param startPage what begins with every page that is shown */
export function createShownDocument(first: PageData, startPage: (visit: PageVisit) => void): ShownDocument {
  const { base, locale } = first;
  const page = watchable(first);
  const store = createDeviceStore(base);
  // THE SEAM between the interface and the worker: one client per document, made when search is first wanted.
  const loadClient = remembered<SearchClient>(async () => {
    const { createSearchClient } = await import("../client/search-client");
    // Otherwise as the device says.
    const saveData = store.get("saveData") === true;
    return createSearchClient({ base, locale, ...(saveData && { saveData }) });
  });
  let parts = { store, loadClient };
  let lifetime = new AbortController();

  return {
    page,
    address: barAddress,
    facts: watchable<Readonly<Record<string, string>>>({}),
    get store() {
      return parts.store;
    },
    get loadClient() {
      return parts.loadClient;
    },
    exchange(others) {
      parts = { ...parts, ...others };
    },
    leave: () => lifetime.abort(),
    show(next) {
      lifetime = new AbortController();
      page.set(next);
      startPage({ address: this.address, lifetime: lifetime.signal });
      return lifetime.signal;
    },
  };
}
