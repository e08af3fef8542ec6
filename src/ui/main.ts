import { enableArticle } from "./behaviour/article";
import { createDeviceStore } from "./behaviour/device-store";
import { enableLanguageMemory } from "./behaviour/language";
import { enableMenus } from "./behaviour/menus";
import { readPageData } from "./behaviour/page-data";
import { enableSearchLauncher } from "./behaviour/search-launcher";
import { enableThemeSwitch } from "./behaviour/theme";
import { typedAhead } from "./behaviour/typed-ahead";
import { enableOffline } from "./offline/enable-offline";
import type { PageData } from "./page-model";
import type { SearchClient } from "./search/search-client";
import { whenVoices } from "./speech/when-voices";

// The page's only script: it improves HTML that works without it. Search, its words and Preact come when asked for.

document.documentElement.dataset.ready = "";
const page = readPageData();
if (page) start(page);

function start(page: PageData): void {
  const store = createDeviceStore(page.base);
  enableLanguageMemory(page, store);
  enableThemeSwitch(store);
  enableMenus();

  // THE SEAM between the interface and the worker: one client per page, made when search is first wanted.
  const loadClient = remembered<SearchClient>(async () => {
    const { createSearchClient } = await import("../client/search-client");
    // Otherwise as the device says.
    const saveData = store.get("saveData") === true;
    return createSearchClient({ base: page.base, locale: page.locale, ...(saveData && { saveData }) });
  });
  const context = { page, store, loadClient };

  if (page.kind === "search") {
    void import("./search/search-island").then(({ mountSearchIsland }) => mountSearchIsland(context));
  } else {
    const loadDialog = remembered(async () => {
      const { createSearchDialog } = await import("./search/search-dialog");
      return createSearchDialog(context);
    });
    enableSearchLauncher(
      (text) => {
        const typed = typedAhead();
        void loadDialog().then(
          (dialog) => dialog.open((text ?? "") + typed.end() || undefined),
          () => goToSearchPage((text ?? "") + typed.end()),
        );
      },
      () => void loadDialog().catch(() => undefined),
    );
  }

  if (page.kind === "ask") void import("./ask/ask-island").then(({ mountAskIsland }) => mountAskIsland(context));

  const loadUpdates = remembered(async () => {
    const { createSiteUpdates } = await import("../client/site-updates");
    return createSiteUpdates(page.base);
  });
  // Messages come after the page itself: they are read beside it, not waited for.
  whenIdle(async () => {
    const [{ showNotices }, updates] = await Promise.all([import("./notices/show-notices"), loadUpdates()]);
    await showNotices(page, store, updates);
  });
  if (page.kind === "home" && (store.get("recentlyRead") || store.get("saved"))) {
    void Promise.all([import("./shelf/home-shelf"), loadUpdates()]).then(
      ([{ fillShelf }, updates]) => fillShelf(page, store, updates),
      () => undefined,
    );
  }

  if (page.kind === "article") {
    enableArticle(page, store);
    const article = document.querySelector<HTMLElement>("main article");
    const allowService = page.speechService === true;
    const listen = async () => {
      const { attachReadAloud } = await import("./speech/attach-read-aloud");
      if (article) attachReadAloud(article, document.documentElement.lang, { allowService });
    };
    whenIdle(async () => whenVoices(() => void listen()));
  }
  if (page.kind === "contact")
    void import("./contact/contact-island").then(({ fillContact }) => fillContact(page, store));
  if (page.kind === "notFound" || page.kind === "notOnDevice")
    void import("./behaviour/missing-page").then(({ fitMissingPage }) => fitMissingPage(page));
  enableOffline({ page, store, loadClient });
}

/** Runs when the browser has nothing better to do; what fails then was an extra. */
function whenIdle(work: () => Promise<void>): void {
  const run = () => void work().catch(() => undefined);
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run, 500);
}

/** Loads once; a failed load is forgotten, so that the next call tries again. */
function remembered<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((reason: unknown) => {
      loaded = undefined;
      throw reason;
    });
    return loaded;
  };
}

/** The dialog's code did not arrive: the search page is a plain link away. */
function goToSearchPage(text = ""): void {
  const form = document.querySelector<HTMLAnchorElement>("a[data-open-search]");
  if (form) location.href = form.href + (text && `?q=${encodeURIComponent(text)}`);
}
