import { render } from "preact";
import { WordingContext } from "../strings/context";
import { loadStrings } from "../strings/load-strings";
import { loadSearchStyles } from "./load-styles";
import { SearchBox } from "./search-box";
import type { SearchContext } from "./search-context";

export interface SearchDialog {
  /** Opens it, or changes the text of the open one; without a text it shows what it last showed. */
  open(text?: string): void;
}

/**
 * The search over every page: a modal dialog, full screen on phones.
 *
 * @throws AbortError when the page was turned away meanwhile
 */
export async function createSearchDialog(context: SearchContext, lifetime: AbortSignal): Promise<SearchDialog> {
  const { locale } = context.page;
  const [t] = await Promise.all([loadStrings(locale), loadSearchStyles()]);
  lifetime.throwIfAborted();
  const dialog = document.createElement("dialog");
  dialog.className = "search-dialog";
  dialog.setAttribute("aria-label", t.search);
  document.body.append(dialog);
  // A click on the dialog itself is one on the backdrop: its inside is covered by children.
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  lifetime.addEventListener("abort", () => {
    render(null, dialog);
    dialog.remove();
  });

  let setText: ((text: string) => void) | undefined;
  let opened = 0;
  return {
    open(text) {
      if (dialog.open) {
        if (text !== undefined) setText?.(text);
        return;
      }
      dialog.showModal();
      opened += 1;
      render(
        <WordingContext.Provider value={{ t, locale }}>
          <SearchBox
            key={opened}
            context={context}
            variant="dialog"
            initialText={text ?? ""}
            autoFocus
            onReady={(set) => {
              setText = set;
            }}
            onChoose={() => dialog.close()}
            onClose={() => dialog.close()}
          />
        </WordingContext.Provider>,
        dialog,
      );
    },
  };
}
