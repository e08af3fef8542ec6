import { renderToString } from "preact-render-to-string";
import type { Action } from "../domain/action";
import type { InterfaceLocale } from "../domain/locale";
import { unreachable } from "../domain/result";
import { ActionCard } from "./components/action-card";
import { Shell } from "./components/shell";
import type { Page } from "./page-model";
import { ArticleView } from "./pages/article-view";
import { AskView } from "./pages/ask-view";
import { ContactView } from "./pages/contact-view";
import { DeviceView } from "./pages/device-view";
import { HomeView } from "./pages/home-view";
import { NotFoundView } from "./pages/not-found-view";
import { PrintView } from "./pages/print-view";
import { SearchView } from "./pages/search-view";
import { SectionView } from "./pages/section-view";
import { UnlockView } from "./pages/unlock-view";
import { stringsFor } from "./strings/catalogue";
import { WordingContext } from "./strings/context";

/** The HTML inside `<body>` for a page: complete and readable without a script. Pure. */
export function renderPage(page: Page): string {
  const locale = page.site.locale;
  return renderToString(
    <WordingContext.Provider value={{ t: stringsFor(locale), locale }}>
      <Shell page={page}>
        <View page={page} />
      </Shell>
    </WordingContext.Provider>,
  );
}

function View({ page }: { readonly page: Page }) {
  switch (page.kind) {
    case "home":
      return <HomeView page={page} />;
    case "section":
      return <SectionView page={page} />;
    case "article":
      return <ArticleView page={page} />;
    case "search":
      return <SearchView page={page} />;
    case "ask":
      return <AskView page={page} />;
    case "contact":
      return <ContactView page={page} />;
    case "unlock":
      return <UnlockView page={page} />;
    case "offline":
    case "yourData":
    case "notOnDevice":
      return <DeviceView page={page} />;
    case "print":
      return <PrintView page={page} />;
    case "notFound":
      return <NotFoundView page={page} />;
    default:
      return unreachable(page);
  }
}

/** An author's action as it stands in an article. Pure. */
export function renderActionCard(action: Action, locale: InterfaceLocale): string {
  return renderToString(<ActionCard action={action} locale={locale} />);
}
