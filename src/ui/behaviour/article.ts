import type { PageData } from "../page-model";
import { articleParts } from "./article-parts";
import { enableCodeCopy } from "./copy-code";
import type { DeviceStore } from "./device-store";
import { enableHeadingLinks } from "./heading-links";
import { rememberArticle } from "./recent-lists";
import { enableScrollSpy } from "./scroll-spy";
import { enableScrollables } from "./scrollable";
import { enableTabs } from "./tabs";
import { showExpiry } from "./valid-until";

/** Everything the script adds to an article. */
export function enableArticle(page: PageData, store: DeviceStore): void {
  showExpiry();
  const prose = document.querySelector("[data-prose]");
  const parts = articleParts();
  if (prose) {
    enableTabs(prose, store);
    if (parts) {
      enableCodeCopy(prose, parts);
      enableHeadingLinks(prose, parts);
    }
    enableScrollables(prose);
  }
  enableScrollSpy();
  if (page.article !== undefined) {
    const { article: id, title, locale } = page;
    rememberArticle(store, { id, title, locale, href: location.pathname, at: Date.now() });
  }
}
