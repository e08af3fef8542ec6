import { ArticleList } from "../components/article-list";
import { Breadcrumb } from "../components/breadcrumb";
import { EmptyPocket } from "../components/empty-pocket";
import { Main } from "../components/main";
import { PrintLink } from "../components/print-link";
import { SectionCards } from "../components/section-cards";
import { SideNav } from "../components/side-nav";
import { DownloadIcon } from "../icons/interface";
import { SectionIcon } from "../icons/section-icon";
import type { SectionPage } from "../page-model";
import { useWording } from "../strings/context";
import { deviceStringsFor } from "../strings/device-words";

/** A section: what it is about, its topics, its articles. */
export function SectionView({ page }: { readonly page: SectionPage }) {
  const { t, locale } = useWording();
  const { section } = page;
  const top = page.site.sections.find(
    (candidate) => section.section === candidate.section || section.section.startsWith(`${candidate.section}/`),
  );
  return (
    <div class="columns">
      <SideNav title={t.sections} links={page.site.sections} current={top?.href ?? ""} />
      <Main page={page} class="column" sectionTitle={section.title}>
        <Breadcrumb links={page.breadcrumb} />
        <header class="section-head">
          <span class="icon-tile large">
            <SectionIcon name={section.icon ?? top?.icon} size={28} />
          </span>
          <div>
            <h1>{page.title}</h1>
            {section.description && <p class="lead">{section.description}</p>}
          </div>
          <a
            class="button quiet keep-link js-only"
            href={`${page.site.offline}?section=${encodeURIComponent(section.section.split("/")[0] ?? "")}`}
          >
            <DownloadIcon size={18} />
            {deviceStringsFor(locale).keepSection}
          </a>
          {section.count > 0 && <PrintLink site={page.site} section={section.section} />}
        </header>
        {page.subsections.length > 0 && (
          <section class="subsections" aria-labelledby="subsections-title">
            <h2 id="subsections-title">{t.subsections}</h2>
            <SectionCards sections={page.subsections} />
          </section>
        )}
        {page.articles.length > 0 ? (
          <section aria-label={t.articleCount(page.articles.length)}>
            <p class="list-count">{t.articleCount(page.articles.length)}</p>
            <ArticleList articles={page.articles} />
          </section>
        ) : (
          page.subsections.length === 0 && (
            <div class="empty">
              <EmptyPocket />
              <p>{t.emptySection}</p>
            </div>
          )
        )}
      </Main>
    </div>
  );
}
