import type { ShownDocument, SiteDocument } from "./site-document";
import { type ChangeableTurner, turnPages } from "./turn-pages";

const turners = new WeakMap<ShownDocument, ChangeableTurner>();

/** The document as it is, and able to turn its pages. Most show one page only, and load none of this. */
export function withTurning(site: ShownDocument): SiteDocument {
  return Object.assign(site, {
    turnPages(options = {}) {
      const known = turners.get(site);
      known?.change(options);
      const turner = known ?? turnPages(site, options);
      turners.set(site, turner);
      return turner;
    },
  } satisfies Pick<SiteDocument, "turnPages">);
}
