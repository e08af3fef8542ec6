import { QUOTE_FRAGMENT } from "../answer/quote-fragment";
import type { PageData } from "../page-model";
import { enableSharing } from "../share/enable-sharing";
import { enableSaveButton, refreshSaved } from "../shelf/saved";
import { articleParts } from "./article-parts";
import { enableCodeCopy } from "./copy-code";
import type { DeviceStore } from "./device-store";
import { enableHeadingLinks } from "./heading-links";
import { enableHelpful } from "./helpful";
import type { PageVisit } from "./page-visit";
import { rememberArticle } from "./recent-lists";
import { enableScrollSpy } from "./scroll-spy";
import { enableScrollables } from "./scrollable";
import { enableTabs } from "./tabs";

/** Everything the script adds to an article. */
export function enableArticle(page: PageData, store: DeviceStore, visit: PageVisit): void {
  const { address, lifetime } = visit;
  const prose = document.querySelector<HTMLElement>("[data-prose]");
  const parts = articleParts();
  if (prose) {
    enableTabs(prose, store, visit);
    if (parts) {
      enableCodeCopy(prose, parts);
      enableHeadingLinks(prose, parts, address);
    }
    enableScrollables(prose, lifetime);
    enableSharing(page, prose, visit);
    const markQuotation = () => {
      if (!address.url.hash.startsWith(QUOTE_FRAGMENT)) return;
      void import("../answer/mark-quotation").then(
        ({ markQuotation }) => markQuotation(prose, visit),
        () => undefined,
      );
    };
    markQuotation();
    addEventListener("hashchange", markQuotation, { signal: lifetime });
    if (prose.querySelector("[data-action]")) {
      void import("../actions/action-cards").then(
        ({ enableActionCards }) => enableActionCards(prose),
        () => undefined,
      );
    }
  }
  enableScrollSpy(lifetime);
  if (page.article !== undefined) {
    const { article: id, title, locale, revision } = page;
    const article = { id, title, locale, href: address.url.pathname, at: Date.now(), ...(revision && { revision }) };
    rememberArticle(store, article);
    refreshSaved(store, article);
    enableSaveButton(store, article);
    enableHelpful(id, store);
    if (prose && prose.getBoundingClientRect().height > 2 * innerHeight) {
      void import("../shelf/reading-position").then(
        ({ enableReadingPosition }) => enableReadingPosition(prose, id, store, visit),
        () => undefined,
      );
    }
  }
}
