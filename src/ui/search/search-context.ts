import type { DeviceStore } from "../behaviour/device-store";
import type { PageData } from "../page-model";
import type { SearchClient } from "./search-client";

/** What the search interface is given by the page. */
export interface SearchContext {
  readonly page: PageData;
  readonly store: DeviceStore;
  /** One client per page; a failed load is tried again by the next call. */
  readonly loadClient: () => Promise<SearchClient>;
}
