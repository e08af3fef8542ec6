import type { RememberedArticle } from "../behaviour/device-keys";
import type { DeviceStore } from "../behaviour/device-store";

/** A shelf, not an archive. */
const MOST = 60;

export function isSaved(store: DeviceStore, id: string): boolean {
  return (store.get("saved") ?? []).some((article) => article.id === id);
}

/** Saves an article, or takes it from the shelf. Returns whether it is there now. */
export function toggleSaved(store: DeviceStore, article: RememberedArticle): boolean {
  const saved = store.get("saved") ?? [];
  const others = saved.filter((other) => other.id !== article.id);
  const added = others.length === saved.length;
  store.set("saved", added ? [article, ...others].slice(0, MOST) : others);
  return added;
}

/** An article on the shelf was opened: its title and revision are now those the reader has seen. */
export function refreshSaved(store: DeviceStore, article: RememberedArticle): void {
  const saved = store.get("saved") ?? [];
  const old = saved.find((other) => other.id === article.id);
  if (!old || (old.title === article.title && old.revision === article.revision)) return;
  store.set(
    "saved",
    saved.map((other) => (other === old ? { ...article, at: old.at } : other)),
  );
}

/** Connects the button beside the article's title. */
export function enableSaveButton(store: DeviceStore, article: RememberedArticle): void {
  const button = document.querySelector<HTMLButtonElement>("[data-save]");
  if (!button) return;
  button.setAttribute("aria-pressed", String(isSaved(store, article.id)));
  button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(toggleSaved(store, { ...article, at: Date.now() })));
  });
}
