import { render } from "preact";
import { loadAnswerStyles } from "../answer/load-styles";
import { AnswerWordsContext } from "../answer/words-context";
import { fragmentId } from "../behaviour/fragment";
import type { PageAddress, PageVisit } from "../behaviour/page-visit";
import { loadSearchStyles } from "../search/load-styles";
import type { SearchContext } from "../search/search-context";
import { keptFragment } from "../session/sign-in-again";
import { WordingContext } from "../strings/context";
import { loadAnswerStrings } from "../strings/load-answer-strings";
import { loadStrings } from "../strings/load-strings";
import { AskBox, LONGEST_QUESTION } from "./ask-box";

/**
 * The last question stands in the fragment, so that Back asks it again: unlike a query it never reaches the server, not
 * even when the page is loaded anew. Links may bring it as `?q=`.
 */
const FRAGMENT = "#ph-q=";

/** Makes the ask page's form the dialogue. */
export async function mountAskIsland(context: SearchContext, { address, lifetime }: PageVisit): Promise<void> {
  const { locale } = context.page;
  const looks = Promise.all([loadSearchStyles(), loadAnswerStyles()]);
  const [t, a] = await Promise.all([loadStrings(locale), loadAnswerStrings(locale), looks]);
  const island = document.getElementById("ph-ask-island");
  if (!island || lifetime.aborted) return;
  // Whoever typed before the script arrived keeps words and place.
  const field = island.querySelector("input");
  const examples = [...island.querySelectorAll("[data-example]")].map((example) => example.textContent ?? "");
  const question = askedFor(address.url, keptFragment(context.page.base)).trim().slice(0, LONGEST_QUESTION);
  const focused = document.activeElement === field || (question === "" && matchMedia("(hover: hover)").matches);
  island.replaceChildren();
  render(
    <WordingContext.Provider value={{ t, locale }}>
      <AnswerWordsContext.Provider value={a}>
        <AskBox
          context={context}
          examples={examples}
          initialQuestion={question}
          initialText={field?.value ?? ""}
          autoFocus={focused}
          onAsk={(question) => keepInAddress(address, question)}
        />
      </AnswerWordsContext.Provider>
    </WordingContext.Provider>,
    island,
  );
  lifetime.addEventListener("abort", () => render(null, island));
}

/** The question that the address brings. @param lost the fragment that it had before a sign-in */
function askedFor({ hash, searchParams }: URL, lost: string): string {
  const fragment = hash || lost;
  const kept = fragment.startsWith(FRAGMENT) ? fragmentId(fragment.slice(FRAGMENT.length)) : "";
  return kept || (searchParams.get("q") ?? "");
}

function keepInAddress(address: PageAddress, question: string): void {
  address.replace(new URL(address.url.pathname + FRAGMENT + encodeURIComponent(question), address.url));
}
