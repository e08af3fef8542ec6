import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { forgetSearch } from "../behaviour/recent-lists";
import { CloseIcon, HistoryIcon, PageIcon, QuestionIcon } from "../icons/interface";
import { useWording } from "../strings/context";
import { popularLinks } from "./page-links";
import type { SearchContext } from "./search-context";

const SHOWN = 5;

interface SuggestionsProps {
  readonly context: SearchContext;
  /** The search page lists popular articles itself. */
  readonly withPopular: boolean;
  readonly onSearch: (text: string) => void;
  /** The arrow keys lead back up to the field. */
  readonly onLeave: () => void;
}

/** Before the first word: what was searched and read on this device, and what others ask. */
export function Suggestions({ context, withPopular, onSearch, onLeave }: SuggestionsProps) {
  const { page, store } = context;
  const { t } = useWording();
  const [searches, setSearches] = useState(() => (store.get("recentSearches") ?? []).slice(0, SHOWN));
  const [read, setRead] = useState(() =>
    (store.get("recentlyRead") ?? [])
      .filter((article) => article.locale === page.locale && article.id !== page.article)
      .slice(0, SHOWN),
  );
  const popular = withPopular ? popularLinks(page).slice(0, SHOWN) : [];

  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-suggestion]")];
    const next = all.indexOf(document.activeElement as HTMLElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    if (next < 0) onLeave();
    else all[next]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a shortcut; Tab reaches everything
    <div onKeyDown={onKeyDown}>
      {searches.length > 0 && (
        <Group
          title={t.recentSearches}
          onForget={() => {
            store.remove("recentSearches");
            setSearches([]);
            onLeave();
          }}
        >
          {searches.map((text) => (
            <li key={text}>
              <button type="button" class="suggestion" data-suggestion onClick={() => onSearch(text)}>
                <HistoryIcon />
                {text}
              </button>
              <button
                type="button"
                class="plain-button"
                aria-label={t.forget(text)}
                onClick={() => {
                  forgetSearch(store, text);
                  setSearches(searches.filter((other) => other !== text));
                  onLeave();
                }}
              >
                <CloseIcon size={16} />
              </button>
            </li>
          ))}
        </Group>
      )}
      {read.length > 0 && (
        <Group
          title={t.recentlyRead}
          onForget={() => {
            store.remove("recentlyRead");
            setRead([]);
            onLeave();
          }}
        >
          {read.map((article) => (
            <li key={article.id}>
              <a class="suggestion" data-suggestion href={article.href}>
                <PageIcon />
                {article.title}
              </a>
            </li>
          ))}
        </Group>
      )}
      {popular.length > 0 && (
        <Group title={t.popular}>
          {popular.map((link) => (
            <li key={link.href}>
              <a class="suggestion" data-suggestion href={link.href}>
                <QuestionIcon />
                {link.title}
              </a>
            </li>
          ))}
        </Group>
      )}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly onForget?: () => void;
  readonly children: ComponentChildren;
}

function Group({ title, onForget, children }: GroupProps) {
  const { t } = useWording();
  return (
    <section class="suggestions" aria-label={title}>
      <div class="suggestions-head">
        <h2>{title}</h2>
        {onForget && (
          <button type="button" class="plain-button" aria-label={`${t.forgetAll}: ${title}`} onClick={onForget}>
            {t.forgetAll}
          </button>
        )}
      </div>
      <ul class="suggestion-list">{children}</ul>
    </section>
  );
}
