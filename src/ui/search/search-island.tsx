import { render } from "preact";
import { opensSearch } from "../behaviour/search-launcher";
import { WordingContext } from "../strings/context";
import { loadStrings } from "../strings/load-strings";
import { loadSearchStyles } from "./load-styles";
import { SearchBox } from "./search-box";
import type { SearchContext } from "./search-context";
import { isBlank } from "./search-model";

const SETTLED = 300;

/** Makes the search page's form the live search; the address keeps the question, so that Back finds it again. */
export async function mountSearchIsland(context: SearchContext): Promise<void> {
  const { locale } = context.page;
  const [t] = await Promise.all([loadStrings(locale), loadSearchStyles()]);
  const island = document.getElementById("search-island");
  if (!island) return;
  // Whoever typed before the script arrived keeps words and place.
  const field = island.querySelector("input");
  const typed = field?.value ?? "";
  const text = typed || askedFor(new URLSearchParams(location.search));
  const focused = document.activeElement === field || (isBlank(text) && matchMedia("(hover: hover)").matches);
  island.replaceChildren();

  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = text;
  const onText = (current: string) => {
    latest = current;
    document.documentElement.classList.toggle("has-query", !isBlank(current));
    clearTimeout(timer);
    timer = setTimeout(() => keepInAddress(current), SETTLED);
  };
  render(
    <WordingContext.Provider value={{ t, locale }}>
      <SearchBox
        context={context}
        variant="page"
        initialText={text}
        autoFocus={focused}
        onText={onText}
        onChoose={() => {
          clearTimeout(timer);
          // Back from the article must find this question, not the one before.
          keepInAddress(latest);
        }}
      />
    </WordingContext.Provider>,
    island,
  );
  focusOnShortcut(island);
}

/** The question in the address; of a page that another app shares without a text, its title. */
function askedFor(query: URLSearchParams): string {
  return (query.get("q") || query.get("title") || query.get("url") || "").trim().slice(0, 300);
}

/** The keys that open search elsewhere lead to the field here. */
function focusOnShortcut(island: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    if (!opensSearch(event)) return;
    event.preventDefault();
    island.querySelector("input")?.focus();
  });
}

function keepInAddress(text: string): void {
  const url = new URL(location.href);
  if (isBlank(text)) url.searchParams.delete("q");
  else url.searchParams.set("q", text.trim());
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}
