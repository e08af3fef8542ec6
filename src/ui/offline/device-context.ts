import type { Connectivity } from "../../client/offline/connectivity";
import type { DeviceStore } from "../behaviour/device-store";
import type { PageData } from "../page-model";
import type { SearchClient } from "../search/search-client";

/** What the parts about device and network are given by the page. */
export interface DeviceContext {
  readonly page: PageData;
  readonly store: DeviceStore;
  readonly connectivity: Connectivity;
  readonly loadClient: () => Promise<SearchClient>;
}
