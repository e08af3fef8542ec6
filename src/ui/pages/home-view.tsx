import { ArticleList } from "../components/article-list";
import { AskLink } from "../components/ask-link";
import { HomeShelf } from "../components/home-shelf";
import { Main } from "../components/main";
import { PocketPicture } from "../components/pocket-picture";
import { SealedNote } from "../components/sealed-note";
import { SearchForm } from "../components/search-form";
import { SectionCards } from "../components/section-cards";
import type { HomePage } from "../page-model";
import { useWording } from "../strings/context";

/** Search first, then topics, then what people ask and what is new. */
export function HomeView({ page }: { readonly page: HomePage }) {
  const { t } = useWording();
  const { site } = page;
  return (
    <Main page={page} class="home">
      <section class="hero" aria-labelledby="hero-title">
        <div class="hero-inner">
          <div class="hero-text">
            <h1 id="hero-title">{t.homeTitle}</h1>
            {site.tagline && <p class="lead">{site.tagline}</p>}
            <SearchForm site={site} id="home-search" large />
            <AskLink site={site} />
          </div>
          <PocketPicture />
        </div>
      </section>
      <HomeShelf />
      {site.sections.length > 0 && (
        <section class="band" aria-labelledby="sections-title">
          <h2 id="sections-title">{t.sections}</h2>
          <SectionCards sections={site.sections} />
        </section>
      )}
      <SealedNote site={site} all={site.sections.length === 0 && page.articles.length === 0} />
      {(page.popular.length > 0 || page.recentlyUpdated.length > 0) && (
        <div class="home-columns">
          {page.popular.length > 0 && (
            <section aria-labelledby="popular-title" data-popular>
              <h2 id="popular-title">{t.popular}</h2>
              <ArticleList articles={page.popular} detail="titles" />
            </section>
          )}
          {page.recentlyUpdated.length > 0 && (
            <section aria-labelledby="recent-title">
              <h2 id="recent-title">{t.recentlyUpdated}</h2>
              <ArticleList articles={page.recentlyUpdated} detail="dated" />
            </section>
          )}
        </div>
      )}
      {page.articles.length > 0 && (
        <section class="band" aria-labelledby="articles-title">
          <h2 id="articles-title">{site.sections.length > 0 ? t.otherArticles : t.sections}</h2>
          <ArticleList articles={page.articles} />
        </section>
      )}
    </Main>
  );
}
