import { createKeeper, type Keeper } from "../../client/offline/keeper";
import { type SiteContent, siteContent } from "../../client/offline/site-content";
import { createKeptStore, type KeptStore } from "../../client/offline/stores";

/** What it takes to keep content on the device; one of each per page. */
export interface Keeping {
  readonly store: KeptStore;
  readonly content: SiteContent;
  readonly keeper: Keeper;
}

let keeping: Keeping | undefined;

export function keepingOf(base: string): Keeping {
  if (!keeping) {
    const store = createKeptStore(base);
    const content = siteContent(base);
    keeping = { store, content, keeper: createKeeper({ base, store, content }) };
  }
  return keeping;
}
