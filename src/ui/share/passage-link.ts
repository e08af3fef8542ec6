import { quoteHref } from "../answer/quote-link";
import { copyText, showCopied } from "../behaviour/copy";
import type { PageData } from "../page-model";
import { loadShareStrings } from "../strings/load-share-strings";
import type { ShareStrings } from "../strings/share-en";
import { loadShareStyles } from "./load-styles";
import { selectedQuotation } from "./selected-quotation";

/** A selection that has not changed for so long is made. Milliseconds. */
const SETTLED = 300;

/**
 * While words of the article are selected, a button copies a link to them. It stands at the foot of the window, away from
 * the device's own menu, and in the document right behind the words, so that the next press of Tab leads to it.
 *
 * @param lifetime of the page
 */
export async function offerPassageLink(page: PageData, prose: HTMLElement, lifetime: AbortSignal): Promise<void> {
  const [s] = await Promise.all([loadShareStrings(page.locale), loadShareStyles()]);
  if (lifetime.aborted) return;
  let shown: HTMLElement | undefined;
  let told = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    shown?.remove();
    shown = undefined;
  };
  const look = () => {
    // The button has the focus: some browsers then have no selection.
    if (shown?.contains(document.activeElement)) return;
    const selected = rangeIn(prose);
    const quotation = selected && selectedQuotation(prose, selected);
    hide();
    if (!selected || !quotation) return;
    shown = passageBar(s, () => location.origin + quoteHref(page.base, { article: page.article ?? "", ...quotation }));
    blockIn(prose, selected.endContainer).after(shown);
    if (!told) say(s.passageOffered);
    told = true;
  };
  const onSelect = () => {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLED);
  };
  document.addEventListener("selectionchange", onSelect, { signal: lifetime });
  const onKey = (event: KeyboardEvent) => {
    if (!shown || event.defaultPrevented) return;
    if (event.key === "Tab" && !event.shiftKey && document.activeElement?.matches("body, main")) {
      // A click has given the focus to the whole page: the browser would begin at its top.
      event.preventDefault();
      shown.querySelector("button")?.focus();
    } else if (event.key === "Escape") {
      getSelection()?.removeAllRanges();
      hide();
    }
  };
  document.addEventListener("keydown", onKey, { signal: lifetime });
  lifetime.addEventListener("abort", () => clearTimeout(timer));
  look();
}

/** What is selected of the article; `undefined` for anything else. */
function rangeIn(prose: Element): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return prose.contains(range.startContainer) ? range : undefined;
}

/** The part of the article in which a node stands: nothing is put into lists and tables. */
function blockIn(prose: Element, node: Node): Element {
  const block = [...prose.children].find((child) => child.contains(node));
  return block ?? prose.lastElementChild ?? prose;
}

function passageBar(s: ShareStrings, address: () => string): HTMLElement {
  const bar = document.createElement("div");
  bar.className = "resume passage-link";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", s.passage);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.dataset.done = s.passageCopied;
  button.dataset.failed = s.copyFailed;
  const label = document.createElement("span");
  label.textContent = s.passageCopy;
  button.append(label);
  // Otherwise the press would take the selection away before the click.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", async () => showCopied(button, await copyText(address())));
  bar.append(button);
  return bar;
}

function say(words: string): void {
  const status = document.querySelector("[data-status]");
  if (status) status.textContent = words;
}
