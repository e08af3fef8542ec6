import { render } from "preact";
import { loadStyles } from "../behaviour/load-styles";
import type { PageVisit } from "../behaviour/page-visit";
import type { PageData } from "../page-model";
import { loadPrintStrings } from "../strings/load-print-strings";
import styles from "../styles/book.css?url";
import { PrintPanel } from "./print-panel";
import { PrintWordsContext } from "./print-words-context";

/** Fills the page that puts articles together for paper. */
export async function mountPrintIsland(page: PageData, { address, lifetime }: PageVisit): Promise<void> {
  const [p] = await Promise.all([loadPrintStrings(page.locale), loadStyles(styles)]);
  const island = document.getElementById("ph-print-island");
  const place = document.getElementById("ph-book");
  if (!island || !place || lifetime.aborted) return;
  const mount = () => {
    island.replaceChildren();
    island.removeAttribute("aria-busy");
    render(
      <PrintWordsContext.Provider value={p}>
        <PrintPanel key={address.url.hash} page={page} address={address} place={place} lifetime={lifetime} />
      </PrintWordsContext.Provider>,
      island,
    );
  };
  mount();
  // Another choice in the address; an entry of the contents is none.
  addEventListener("hashchange", () => isChoice(address.url.hash) && mount(), { signal: lifetime });
  lifetime.addEventListener("abort", () => render(null, island));
}

function isChoice(hash: string): boolean {
  return hash === "" || hash === "#all" || hash.startsWith("#section=");
}
