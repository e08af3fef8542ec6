import { ArticleList } from "../components/article-list";
import { AskLink } from "../components/ask-link";
import { Main } from "../components/main";
import { SearchForm } from "../components/search-form";
import { SectionCards } from "../components/section-cards";
import type { SearchPage } from "../page-model";
import { useWording } from "../strings/context";

/** The landing place of the search form. The script replaces the form and what is below it by the live search. */
export function SearchView({ page }: { readonly page: SearchPage }) {
  const { t } = useWording();
  return (
    <Main page={page} class="narrow">
      <h1>{t.searchTitle}</h1>
      <div id="search-island">
        <SearchForm site={page.site} id="page-search" />
      </div>
      <AskLink site={page.site} />
      <noscript>
        <p class="callout callout-note">{t.searchNoScript}</p>
      </noscript>
      <div class="search-fallback" data-search-fallback>
        {page.popular.length > 0 && (
          <section aria-labelledby="popular-title" data-popular>
            <h2 id="popular-title">{t.popular}</h2>
            <ArticleList articles={page.popular} detail="titles" />
          </section>
        )}
        {page.site.sections.length > 0 && (
          <section aria-labelledby="sections-title">
            <h2 id="sections-title">{t.sections}</h2>
            <SectionCards sections={page.site.sections} />
          </section>
        )}
      </div>
    </Main>
  );
}
