/** An opened panel begins at the field for searching or asking, or else with what the page is about. */
export function takeFocus(): void {
  const main = document.querySelector<HTMLElement>("main");
  // What asked for the focus itself has it, an open dialog above all.
  if (document.querySelector("dialog:modal")?.contains(document.activeElement)) return;
  const field = main?.querySelector<HTMLElement>("#home-search, #ph-ask, #search-island input, [role=combobox]");
  const target = field?.checkVisibility() ? field : (main?.querySelector<HTMLElement>("h1") ?? main);
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
