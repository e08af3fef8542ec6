import type { Connectivity } from "../client/offline/connectivity";
import { enableArticle } from "../ui/behaviour/article";
import { enableLanguageMemory } from "../ui/behaviour/language";
import type { PageVisit } from "../ui/behaviour/page-visit";
import { enableSearchLauncher } from "../ui/behaviour/search-launcher";
import { enableThemeSwitch } from "../ui/behaviour/theme";
import { typedAhead } from "../ui/behaviour/typed-ahead";
import { showOffline } from "../ui/offline/enable-offline";
import { whenVoices } from "../ui/speech/when-voices";
import { isToolPage } from "../ui/tool-pages";
import type { ShownDocument } from "../ui/turning/site-document";
import { showLoadFailure } from "./load-failure";
import { remembered, whenIdle } from "./loading";

/** What begins with every page, and ends with its lifetime. Search, its words and Preact come when asked for. */
export function startPage(site: ShownDocument, visit: PageVisit, connectivity: Connectivity): void {
  // As they are now: what is exchanged later is for the next page.
  const { store, loadClient } = site;
  const page = site.page.value;
  const { lifetime } = visit;
  const context = { page, store, loadClient };
  enableLanguageMemory(page, store);
  enableThemeSwitch(store);

  if (page.kind !== "search") {
    const loadDialog = remembered(async () => {
      const { createSearchDialog } = await import("../ui/search/search-dialog");
      return createSearchDialog(context, lifetime);
    });
    enableSearchLauncher(
      (text) => {
        const typed = typedAhead();
        void loadDialog().then(
          (dialog) => dialog.open((text ?? "") + typed.end() || undefined),
          () => {
            const all = (text ?? "") + typed.end();
            if (!lifetime.aborted) goToSearchPage(all);
          },
        );
      },
      () => void loadDialog().catch(() => undefined),
      lifetime,
    );
  }

  const loadUpdates = remembered(async () => {
    const { createSiteUpdates } = await import("../client/site-updates");
    return createSiteUpdates(page.base);
  });
  // Messages come after the page itself: they are read beside it, not waited for.
  whenIdle(async () => {
    if (lifetime.aborted) return;
    const [{ showNotices }, updates] = await Promise.all([import("../ui/notices/show-notices"), loadUpdates()]);
    await showNotices(page, store, updates, new Date(), lifetime);
  });
  if (page.kind === "home" && (store.get("recentlyRead") || store.get("saved"))) {
    void Promise.all([import("../ui/shelf/home-shelf"), loadUpdates()]).then(
      ([{ fillShelf }, updates]) => (lifetime.aborted ? undefined : fillShelf(page, store, updates)),
      () => undefined,
    );
  }

  if (page.kind === "article") {
    enableArticle(page, store, visit);
    const article = document.querySelector<HTMLElement>("main article");
    const allowService = page.speechService === true;
    const listen = async () => {
      const { attachReadAloud } = await import("../ui/speech/attach-read-aloud");
      if (article) attachReadAloud(article, document.documentElement.lang, { allowService, lifetime });
    };
    whenIdle(async () => whenVoices(() => void listen().catch(() => undefined), lifetime));
  }
  if (isToolPage(page.kind)) {
    void import("./start-tool-page")
      .then(({ startToolPage }) => startToolPage({ ...context, connectivity, site, visit }))
      .catch(() => showLoadFailure(lifetime));
  }
  showOffline(connectivity, visit.lifetime);
}

/** The dialog's code did not arrive: the search page is a plain link away. */
function goToSearchPage(text: string): void {
  const form = document.querySelector<HTMLAnchorElement>("a[data-open-search]");
  if (form) location.href = form.href + (text && `?q=${encodeURIComponent(text)}`);
}
