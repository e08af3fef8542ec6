import { createDeviceStore } from "./behaviour/device-store";
import { enableArticle } from "./behaviour/article";
import { enableLanguageMemory } from "./behaviour/language";
import { enableMenus } from "./behaviour/menus";
import { readPageData } from "./behaviour/page-data";
import { enableSearchLauncher } from "./behaviour/search-launcher";
import { enableThemeSwitch } from "./behaviour/theme";
import type { PageData } from "./page-model";
import type { SearchClient } from "./search/search-client";

// The page's only script: it improves HTML that works without it. Search, its words and Preact come when asked for.

const page = readPageData();
if (page) start(page);

function start(page: PageData): void {
  const store = createDeviceStore(page.base);
  enableLanguageMemory(page, store);
  enableThemeSwitch(store);
  enableMenus();

  // THE SEAM between the interface and the worker: one client per page, made when search is first wanted.
  let client: Promise<SearchClient> | undefined;
  const loadClient = (): Promise<SearchClient> => {
    client ??= import("../client/search-client").then(
      ({ createSearchClient }) => createSearchClient({ base: page.base, locale: page.locale }),
      (reason: unknown) => {
        client = undefined;
        throw reason;
      },
    );
    return client;
  };
  const context = { page, store, loadClient };

  const dialog = () => import("./search/search-dialog");
  if (page.kind === "search") {
    void import("./search/search-island").then(({ mountSearchIsland }) => mountSearchIsland(context));
  } else {
    enableSearchLauncher(
      (text) => {
        dialog().then(
          ({ openSearchDialog }) => openSearchDialog(context, text),
          () => goToSearchPage(text),
        );
      },
      () => void dialog().catch(() => undefined),
    );
  }

  if (page.kind === "article") enableArticle(page, store);
  if (page.kind === "contact") void import("./contact/contact-island").then(({ fillContact }) => fillContact(page, store));
  if (page.kind === "notFound") nameMissingPage();
}

/** The dialog's code did not arrive: the search page is a plain link away. */
function goToSearchPage(text = ""): void {
  const form = document.querySelector<HTMLAnchorElement>("a[data-open-search]");
  if (form) location.href = form.href + (text && `?q=${encodeURIComponent(text)}`);
}

/** The build cannot know which address was missing; the person who helps should. */
function nameMissingPage(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-contact-link]")) {
    link.search = `?page=${encodeURIComponent(location.pathname)}`;
  }
}
