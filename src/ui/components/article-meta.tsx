import { AlertIcon, ClockIcon, StaffIcon } from "../icons/interface";
import type { ArticlePage } from "../page-model";
import { useWording } from "../strings/context";
import { formatDate } from "../strings/dates";
import { KindIcon } from "./kind-icon";

type Article = ArticlePage["article"];

/** What kind of text it is and how fresh. */
export function ArticleMeta({ article }: { readonly article: Article }) {
  const { t, locale } = useWording();
  const kind = { faq: t.kindFaq, tutorial: t.kindTutorial, article: t.kindArticle }[article.kind];
  return (
    <ul class="article-meta">
      {article.staff && (
        <li class="badge">
          <StaffIcon size={16} />
          {t.staffOnly}
        </li>
      )}
      <li>
        <KindIcon kind={article.kind} />
        {kind}
      </li>
      {article.updated && (
        <li>
          <ClockIcon />
          <span>
            {t.updated} <time dateTime={article.updated}>{formatDate(article.updated, locale, "long")}</time>
          </span>
        </li>
      )}
      {article.validUntil && (
        <li>
          <span>
            {t.validUntil} <time dateTime={article.validUntil}>{formatDate(article.validUntil, locale, "long")}</time>
          </span>
        </li>
      )}
    </ul>
  );
}

/** Shown by the script once the date has passed: a page built before it cannot know. */
export function ExpiredNotice({ article }: { readonly article: Article }) {
  const { t, locale } = useWording();
  if (!article.validUntil) return null;
  return (
    <div class="expired" role="note" data-valid-until={article.validUntil}>
      <AlertIcon size={22} />
      <p>
        <strong>{t.expiredTitle}</strong> {t.expiredBody(formatDate(article.validUntil, locale, "long"))}
      </p>
    </div>
  );
}
