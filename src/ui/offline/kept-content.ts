import { type SiteContent, siteContent } from "../../client/offline/site-content";
import { createKeptStore, type KeptStore } from "../../client/offline/stores";

/** What the device keeps, and what the site has. One of each per page. */
export interface KeptContent {
  readonly store: KeptStore;
  readonly content: SiteContent;
}

let kept: KeptContent | undefined;

export function keptContentOf(base: string): KeptContent {
  kept ??= { store: createKeptStore(base), content: siteContent(base) };
  return kept;
}
