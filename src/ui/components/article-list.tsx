import type { ArticleLink } from "../page-model";
import { useWording } from "../strings/context";
import { formatDate } from "../strings/dates";
import { KindIcon } from "./kind-icon";

interface ArticleListProps {
  readonly articles: readonly ArticleLink[];
  /** `full`: with description; `titles`: one line each; `dated`: title and date. */
  readonly detail?: "full" | "titles" | "dated";
}

/** Articles as rows; the whole row is the link's target. */
export function ArticleList({ articles, detail = "full" }: ArticleListProps) {
  const { t, locale } = useWording();
  return (
    <ul class={`article-list ${detail}`}>
      {articles.map((article) => (
        <li key={article.id}>
          {detail !== "dated" && <KindIcon kind={article.kind} />}
          <div>
            <a href={article.href}>{article.title}</a>
            {detail === "full" && article.description && <p>{article.description}</p>}
            {detail === "dated" && article.updated && (
              <p>
                <span class="visually-hidden">{t.updated} </span>
                <time dateTime={article.updated}>{formatDate(article.updated, locale)}</time>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
