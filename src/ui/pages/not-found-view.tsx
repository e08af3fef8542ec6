import { ArticleList } from "../components/article-list";
import { EmptyPocket } from "../components/empty-pocket";
import { Main } from "../components/main";
import { SealedNote } from "../components/sealed-note";
import { SearchForm } from "../components/search-form";
import type { NotFoundPage } from "../page-model";
import { useWording } from "../strings/context";

/** An empty pocket, and the ways on. */
export function NotFoundView({ page }: { readonly page: NotFoundPage }) {
  const { t } = useWording();
  return (
    <Main page={page} class="narrow not-found">
      <EmptyPocket />
      <h1>{t.notFoundTitle}</h1>
      <p class="lead">{t.notFoundBody}</p>
      <SearchForm site={page.site} id="missing-search" />
      <SealedNote site={page.site} />
      {page.popular.length > 0 && (
        <section aria-labelledby="popular-title" data-popular>
          <h2 id="popular-title">{t.popular}</h2>
          <ArticleList articles={page.popular} detail="titles" />
        </section>
      )}
    </Main>
  );
}
