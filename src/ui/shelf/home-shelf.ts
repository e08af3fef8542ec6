import type { SiteUpdates } from "../../client/site-updates";
import type { DeviceStore } from "../behaviour/device-store";
import type { PageData } from "../page-model";
import {
  changedSince,
  forgetPosition,
  markSeen,
  removeSaved,
  type ShelfEntry,
  savedArticles,
  toContinue,
} from "./shelf-lists";

/** Fills the reader's own lists on home; each line and each list can be taken away again. */
export async function fillShelf(page: PageData, store: DeviceStore, updates: SiteUpdates): Promise<void> {
  const shelf = document.querySelector<HTMLElement>("[data-shelf]");
  if (!shelf) return;
  const { locale } = page;
  const show = (name: string, entries: () => readonly ShelfEntry[], forget: (id: string) => void) =>
    showList(shelf, name, entries, forget);
  show(
    "continue",
    () => toContinue(store, locale),
    (id) => forgetPosition(store, id),
  );
  show(
    "saved",
    () => savedArticles(store, locale),
    (id) => removeSaved(store, id),
  );
  const revisions = await updates.revisions(locale);
  if (!revisions) return;
  show(
    "changed",
    () => changedSince(store, locale, revisions),
    (id) => markSeen(store, id, revisions[id.slice(locale.length + 1)] ?? ""),
  );
}

function showList(
  shelf: HTMLElement,
  name: string,
  entries: () => readonly ShelfEntry[],
  forget: (id: string) => void,
): void {
  const list = shelf.querySelector<HTMLElement>(`[data-shelf-list="${name}"]`);
  const lines = list?.querySelector("ul");
  const item = shelf.querySelector<HTMLTemplateElement>("template");
  if (!list || !lines || !item) return;
  const draw = (focusAt?: number) => {
    const shown = entries();
    lines.replaceChildren(
      ...shown.map((entry, index) =>
        drawEntry(item, entry, () => {
          forget(entry.article.id);
          draw(index);
        }),
      ),
    );
    list.hidden = shown.length === 0;
    shelf.hidden = [...shelf.querySelectorAll<HTMLElement>("[data-shelf-list]")].every((other) => other.hidden);
    if (focusAt === undefined) return;
    const buttons = lines.querySelectorAll("button");
    const next = buttons[Math.min(focusAt, buttons.length - 1)];
    (next ?? document.querySelector<HTMLElement>("main"))?.focus({ preventScroll: next === undefined });
  };
  list.querySelector<HTMLButtonElement>("[data-forget-all]")?.addEventListener("click", () => {
    for (const { article } of entries()) forget(article.id);
    draw(0);
  });
  draw();
}

function drawEntry(item: HTMLTemplateElement, entry: ShelfEntry, onForget: () => void): Node {
  const line = item.content.cloneNode(true) as DocumentFragment;
  const link = line.querySelector("a");
  if (link) {
    link.href = entry.href;
    link.textContent = entry.article.title;
  }
  const detail = line.querySelector("p");
  if (detail) {
    const read =
      entry.share === undefined ? "" : (detail.dataset.read ?? "").replace("%", `${Math.round(entry.share * 100)}%`);
    detail.textContent = [read, entry.heading ?? ""].filter((text) => text !== "").join(" · ");
    detail.hidden = detail.textContent === "";
  }
  const button = line.querySelector("button");
  button?.setAttribute("aria-label", `${button.getAttribute("aria-label")}: ${entry.article.title}`);
  button?.addEventListener("click", onForget);
  return line;
}
