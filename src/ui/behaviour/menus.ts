/**
 * Folding menus close on Escape, after a choice, and on a click elsewhere; the contents list stays open then, for
 * the text would jump under the reader's finger.
 */
export function enableMenus(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");
  document.addEventListener("click", ({ target }) => {
    for (const menu of open()) {
      const inside = target instanceof Element && menu.contains(target);
      if (inside ? target.closest("a") : menu.dataset.menu !== "contents") menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
    }
  });
}
