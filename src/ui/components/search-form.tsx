import { SearchIcon } from "../icons/interface";
import type { SiteModel } from "../page-model";
import { useWording } from "../strings/context";

interface SearchFormProps {
  readonly site: SiteModel;
  readonly id: string;
  /** The home page's big one. */
  readonly large?: boolean;
}

/** A plain GET form to the search page; the script opens the dialog from it. */
export function SearchForm({ site, id, large }: SearchFormProps) {
  const { t } = useWording();
  return (
    <search>
      <form class={large ? "search-form large" : "search-form"} action={site.search} method="get" data-search-form>
        <label class="visually-hidden" for={id}>
          {t.searchOpen}
        </label>
        <SearchIcon size={large ? 22 : 20} />
        <input
          id={id}
          type="search"
          name="q"
          placeholder={large ? t.homeSearchHint : t.searchPlaceholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
        />
        {!large && (
          <span class="key js-only" aria-hidden="true">
            /
          </span>
        )}
        <button type="submit" class="button">
          {t.searchSubmit}
        </button>
      </form>
    </search>
  );
}
