import { render } from "preact";
import type { PageAddress, PageVisit } from "../behaviour/page-visit";
import { onSearchKey } from "../behaviour/search-launcher";
import { WordingContext } from "../strings/context";
import { loadStrings } from "../strings/load-strings";
import { loadSearchStyles } from "./load-styles";
import { SearchBox } from "./search-box";
import type { SearchContext } from "./search-context";
import { isBlank } from "./search-model";

const SETTLED = 300;

/** Makes the search page's form the live search; the address keeps the question, so that Back finds it again. */
export async function mountSearchIsland(context: SearchContext, { address, lifetime }: PageVisit): Promise<void> {
  const { locale } = context.page;
  const [t] = await Promise.all([loadStrings(locale), loadSearchStyles()]);
  const island = document.getElementById("search-island");
  if (!island || lifetime.aborted) return;
  // Whoever typed before the script arrived keeps words and place.
  const field = island.querySelector("input");
  const typed = field?.value ?? "";
  const text = typed || askedFor(address.url.searchParams);
  const focused = document.activeElement === field || (isBlank(text) && matchMedia("(hover: hover)").matches);
  island.replaceChildren();

  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = text;
  const onText = (current: string) => {
    latest = current;
    document.documentElement.classList.toggle("has-query", !isBlank(current));
    clearTimeout(timer);
    timer = setTimeout(() => keepInAddress(address, current), SETTLED);
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
          keepInAddress(address, latest);
        }}
      />
    </WordingContext.Provider>,
    island,
  );
  // The keys that open search elsewhere lead to the field here.
  onSearchKey(() => island.querySelector("input")?.focus(), lifetime);
  lifetime.addEventListener("abort", () => {
    clearTimeout(timer);
    render(null, island);
  });
}

/** The question in the address; of a page that another app shares without a text, its title. */
function askedFor(query: URLSearchParams): string {
  return (query.get("q") || query.get("title") || query.get("url") || "").trim().slice(0, 300);
}

function keepInAddress(address: PageAddress, text: string): void {
  const { url } = address;
  const before = url.href;
  if (isBlank(text)) url.searchParams.delete("q");
  else url.searchParams.set("q", text.trim());
  if (url.href !== before) address.replace(url);
}
