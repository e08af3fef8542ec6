/**
 * Links with `data-pocket-help` open the panel: with the article that the attribute names, else as it is. A click that
 * asks for a new tab or a download stays the browser's.
 */
export function followLinks(open: (article: string | undefined) => void, signal: AbortSignal): void {
  addEventListener(
    "click",
    (event) => {
      const link = (event.target as Partial<Element>).closest?.<HTMLElement>("a[data-pocket-help]");
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(link.dataset.pocketHelp);
    },
    { signal },
  );
}
