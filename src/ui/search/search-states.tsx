import type { AppError } from "../../domain/errors";
import type { SearchResults } from "../../domain/search";
import { EmptyPocket } from "../components/empty-pocket";
import { SignInButton } from "../session/sign-in-button";
import { useWording } from "../strings/context";
import { languageIn } from "../strings/dates";
import { formatMoment } from "../strings/sizes";
import { contactHrefWith, searchHrefWith } from "./page-links";
import { sectionHref } from "./result-options";
import type { SearchPhase } from "./search-client";
import type { SearchContext } from "./search-context";
import { isBlank, type SearchModel } from "./search-model";

/** Counts and corrections, said aloud as they change. Always in the page, or nothing would be announced. */
export function SearchStatus({ model }: { readonly model: SearchModel }) {
  const { t, locale } = useWording();
  // Left there by the page once it knows; a `0` of the clock is no date.
  const contentAt = Number(document.documentElement.dataset.contentAt ?? 0);
  const answer = model.outcome?.status === "answered" && !isBlank(model.text) ? model.outcome.results : undefined;
  // That half a word finds nothing is no news.
  const results = answer?.total === 0 && answer.query.partial ? undefined : answer;
  const other = results?.otherLanguage && languageIn(results.otherLanguage.locale, locale);
  return (
    <div role="status" class={results?.total === 0 ? "visually-hidden" : "search-status"}>
      {results && results.corrections.length > 0 && (
        <>
          {t.searchCorrected} <strong>{results.corrections.map(({ to }) => to).join(" ")}</strong>
          {" · "}
        </>
      )}
      {results && (results.total > 0 ? t.searchCount(results.total) : t.searchNoneTitle(results.query.text.trim()))}
      {other !== undefined && <span class="visually-hidden"> · {t.searchInLanguage(other)}</span>}
      {results && (
        <span class="when-offline">{t.searchFromDevice(contentAt > 0 ? formatMoment(contentAt, locale) : "")}</span>
      )}
    </div>
  );
}

/** The question waits for the content. */
export function SearchLoading({ phase }: { readonly phase: SearchPhase }) {
  const { t } = useWording();
  return (
    <div class="search-loading" role="status" aria-busy="true">
      {phase === "ready" ? t.searchWorking : t.searchLoading}
    </div>
  );
}

interface SearchFailureProps {
  readonly base: string;
  readonly error: AppError;
  readonly question: string;
  readonly onRetry: () => void;
}

/** Nothing could be searched: never to be taken for "nothing found". */
export function SearchFailure({ base, error, question, onRetry }: SearchFailureProps) {
  const { t } = useWording();
  const signedOut = error.code === "signed-out";
  const reload = error.code === "content-version" || error.code === "content-invalid";
  return (
    <div class="search-message" role="alert">
      <h2>{t.errorTitle}</h2>
      <p>{t.errors[error.code]}</p>
      <div class="search-actions">
        {signedOut && (
          <SignInButton base={base} address={searchHrefWith(question) || asked(question)} onBack={onRetry} />
        )}
        {reload && (
          <button type="button" class="button" onClick={() => location.reload()}>
            {t.reload}
          </button>
        )}
        <button type="button" class={reload || signedOut ? "button quiet" : "button"} onClick={onRetry}>
          {t.searchRetry}
        </button>
        <a class="button quiet" href={contactHrefWith("")}>
          {t.searchAskPerson}
        </a>
      </div>
    </div>
  );
}

/** The search page itself with a question: its address follows the typing a little later. */
function asked(question: string): string {
  const url = new URL(location.href);
  url.searchParams.set("q", question);
  return url.href;
}

interface NoResultsProps {
  readonly context: SearchContext;
  readonly results: SearchResults;
  readonly scoped: boolean;
  readonly onWiden: () => void;
}

/** Nothing found: the nearest titles, a wider search, a person. */
export function NoResults({ context, results, scoped, onWiden }: NoResultsProps) {
  const { t } = useWording();
  const text = results.query.text.trim();
  return (
    <div class="search-message">
      <EmptyPocket />
      <h2>{t.searchNoneTitle(text)}</h2>
      <p>{t.searchNoneBody}</p>
      <div class="search-actions">
        <a class="button" href={contactHrefWith(text)}>
          {t.searchAskPerson}
        </a>
        {scoped && (
          <button type="button" class="button quiet" onClick={onWiden}>
            {t.searchEverywhere}
          </button>
        )}
      </div>
      {results.nearest.length > 0 && (
        <section class="suggestions">
          <h2>{t.searchNearest}</h2>
          <ul class="suggestion-list">
            {results.nearest.map(({ article, title }) => (
              <li key={article}>
                <a class="suggestion" href={sectionHref(context.page.base, article)}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface SeeMoreProps {
  readonly variant: "dialog" | "page";
  readonly results: SearchResults;
  readonly text: string;
  readonly onMore: () => void;
}

/** More than the list shows: the dialog leads to the search page, the page grows. */
export function SeeMore({ variant, results, text, onMore }: SeeMoreProps) {
  const { t } = useWording();
  if (results.total <= results.articles.length) return null;
  if (variant === "page") {
    return (
      <button type="button" class="button quiet see-more" onClick={onMore}>
        {t.searchMore}
      </button>
    );
  }
  const search = searchHrefWith(text);
  if (!search) return null;
  return (
    <a class="button quiet see-more" href={search}>
      {t.searchSeeAll(results.total)}
    </a>
  );
}
