import { QUOTE_FRAGMENT } from "../answer/quote-fragment";
import type { PageData } from "../page-model";
import { enableSaveButton, refreshSaved } from "../shelf/saved";
import { articleParts } from "./article-parts";
import { enableCodeCopy } from "./copy-code";
import type { DeviceStore } from "./device-store";
import { enableHeadingLinks } from "./heading-links";
import { enableHelpful } from "./helpful";
import { rememberArticle } from "./recent-lists";
import { enableScrollSpy } from "./scroll-spy";
import { enableScrollables } from "./scrollable";
import { enableTabs } from "./tabs";

/** Everything the script adds to an article. */
export function enableArticle(page: PageData, store: DeviceStore): void {
  const prose = document.querySelector<HTMLElement>("[data-prose]");
  const parts = articleParts();
  if (prose) {
    enableTabs(prose, store);
    if (parts) {
      enableCodeCopy(prose, parts);
      enableHeadingLinks(prose, parts);
    }
    enableScrollables(prose);
    const markQuotation = () => {
      if (!location.hash.startsWith(QUOTE_FRAGMENT)) return;
      void import("../answer/mark-quotation").then(({ markQuotation }) => markQuotation(prose));
    };
    markQuotation();
    addEventListener("hashchange", markQuotation);
    if (prose.querySelector("[data-action]")) {
      void import("../actions/action-cards").then(({ enableActionCards }) => enableActionCards(prose));
    }
  }
  enableScrollSpy();
  if (page.article !== undefined) {
    const { article: id, title, locale, revision } = page;
    const article = { id, title, locale, href: location.pathname, at: Date.now(), ...(revision && { revision }) };
    rememberArticle(store, article);
    refreshSaved(store, article);
    enableSaveButton(store, article);
    enableHelpful(id, store);
    if (prose && prose.getBoundingClientRect().height > 2 * innerHeight) {
      void import("../shelf/reading-position").then(({ enableReadingPosition }) =>
        enableReadingPosition(prose, id, store),
      );
    }
  }
}
