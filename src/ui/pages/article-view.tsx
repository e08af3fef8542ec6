import { ArticleList } from "../components/article-list";
import { ArticleMeta, ExpiredNotice } from "../components/article-meta";
import { ArticleParts } from "../components/article-parts";
import { Breadcrumb } from "../components/breadcrumb";
import { ContentsAside, ContentsFold, listedHeadings } from "../components/contents";
import { Helpful } from "../components/helpful";
import { Main } from "../components/main";
import { Pager } from "../components/pager";
import { SaveButton } from "../components/save-button";
import { ShareButton } from "../components/share-button";
import { SideNav } from "../components/side-nav";
import type { ArticlePage } from "../page-model";
import { useWording } from "../strings/context";

/** One article between its section's list and its own contents. */
export function ArticleView({ page }: { readonly page: ArticlePage }) {
  const { t } = useWording();
  const { article } = page;
  const headings = listedHeadings(article.headings);
  const parent = page.breadcrumb.length > 1 ? page.breadcrumb.at(-1) : undefined;
  return (
    <div class="columns with-contents">
      <SideNav
        title={parent?.title ?? t.otherArticles}
        titleHref={parent?.href}
        links={page.siblings}
        current={page.href}
      />
      <Main page={page} class="column" sectionTitle={parent?.title}>
        <Breadcrumb links={page.breadcrumb} />
        <article data-kind={article.kind}>
          <header class="article-head">
            <h1>{page.title}</h1>
            <div class="article-tools">
              <ArticleMeta article={article} />
              <SaveButton />
              <ShareButton />
            </div>
          </header>
          <ExpiredNotice article={article} />
          <ContentsFold headings={headings} />
          {/* Sanitised by the pipeline; this code runs at build time only. */}
          <div class="prose" data-prose dangerouslySetInnerHTML={{ __html: article.html }} />
        </article>
        <Helpful />
        {article.tags.length > 0 && (
          <ul class="tags" aria-label={t.tags}>
            {article.tags.map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        )}
        {page.related.length > 0 && (
          <section class="related" aria-labelledby="related-title">
            <h2 id="related-title">{t.related}</h2>
            <ArticleList articles={page.related} />
          </section>
        )}
        <Pager previous={page.previous} next={page.next} />
      </Main>
      <ContentsAside headings={headings} />
      <ArticleParts />
    </div>
  );
}
