import { isUnlocked } from "../../ui/sealed/is-unlocked";
import type { PageTurner, SiteDocument } from "../../ui/turning/site-document";
import type { View } from "../protocol";
import { articleAddress, searchAddress, viewAddress, wordsOfArticle } from "./view-address";

/** Shows what the host asks for. */
export interface Views {
  show(view: View): Promise<void>;
  /** Resolves once what was asked for is shown. */
  settled(): Promise<void>;
}

export function createViews(site: SiteDocument, turner: PageTurner): Views {
  let showing = Promise.resolve();
  let asked = 0;

  const show = async (view: View): Promise<void> => {
    const page = site.page.value;
    // What is unlocked the site does not have in the open, and the names of it are not for its log.
    if (view.view === "article" && !isUnlocked() && !(await isThere(articleAddress(view.article, page)))) {
      return turner.go(searchAddress(wordsOfArticle(view.article), page));
    }
    const url = new URL(viewAddress(view, page), location.href);
    // A fragment alone would lead to a place in the page that is shown, not to another question.
    if (view.view === "ask" && page.kind === "ask") {
      asked += 1;
      url.search = `?n=${asked}`;
    }
    return turner.go(url);
  };

  return {
    show(view) {
      showing = showing.then(() => show(view)).catch(() => undefined);
      return showing;
    },
    settled: () => showing,
  };
}

/** Only a site that answers can say that it has no such page. */
async function isThere(address: string): Promise<boolean> {
  try {
    const response = await fetch(address.split("#")[0] ?? address, { method: "HEAD", credentials: "same-origin" });
    return response.status !== 404;
  } catch {
    return true;
  }
}
