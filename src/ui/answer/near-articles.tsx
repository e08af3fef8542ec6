import { useId } from "preact/hooks";
import type { ArticleHit } from "../../domain/search";
import { KindIcon } from "../components/kind-icon";
import { sectionHref } from "../search/result-options";

interface NearArticlesProps {
  readonly title: string;
  readonly articles: readonly ArticleHit[];
  readonly base: string;
}

/** A few articles to go on with, each at its best section. */
export function NearArticles({ title, articles, base }: NearArticlesProps) {
  const id = useId();
  if (articles.length === 0) return null;
  return (
    <div class="suggestions answer-near">
      <h3 id={id}>{title}</h3>
      <ul class="suggestion-list" aria-labelledby={id}>
        {articles.map(({ article, kind, title: { text }, hits: [hit] }) => (
          <li key={article}>
            <a class="suggestion" href={sectionHref(base, article, hit?.anchor)}>
              <KindIcon kind={kind} />
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
