import type { PageVisit } from "../behaviour/page-visit";
import type { PageData } from "../page-model";

/**
 * Connects the share button, and offers a link to words that the reader selects. All else comes when asked for; where it
 * does not arrive, the page stays as it is.
 */
export function enableSharing(page: PageData, prose: HTMLElement, { address, lifetime }: PageVisit): void {
  const load = () => import("./sharing").catch(() => undefined);
  document
    .querySelector("[data-share]")
    ?.addEventListener("click", async () => (await load())?.share(page, address, lifetime));
  // An address that says nothing of the article has no place for words of it.
  if (address.shared(address.url) !== address.url.href) return;
  const onSelect = async () => {
    const selection = getSelection();
    if (selection?.isCollapsed !== false || !prose.contains(selection.anchorNode)) return;
    document.removeEventListener("selectionchange", onSelect);
    await (await load())?.offerPassageLink(page, prose, lifetime);
  };
  document.addEventListener("selectionchange", onSelect, { signal: lifetime });
}
