/** Opens the search dialog with what is typed so far. */
export type OpenSearch = (text?: string) => void;

/** Keys and clicks that open search. Until the dialog is there, everything stays a plain link or form. */
export function enableSearchLauncher(open: OpenSearch, warm: () => void, lifetime: AbortSignal): void {
  for (const trigger of document.querySelectorAll<HTMLAnchorElement>("a[data-open-search]")) {
    trigger.setAttribute("role", "button");
    trigger.setAttribute("aria-haspopup", "dialog");
    trigger.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
    trigger.addEventListener("pointerenter", warm, { once: true });
    trigger.addEventListener("focus", warm, { once: true });
    trigger.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    trigger.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      open();
    });
  }

  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-search-form]")) {
    const input = form.querySelector("input");
    if (!input) continue;
    input.addEventListener("focus", warm, { once: true });
    // Not on focus: whoever tabs through the page must be able to pass by.
    input.addEventListener("click", () => open(input.value));
    input.addEventListener("input", (event) => {
      if (!(event as InputEvent).isComposing) open(input.value);
    });
    input.addEventListener("compositionend", () => open(input.value));
    form.addEventListener("submit", (event) => {
      if (input.value.trim() !== "") return;
      event.preventDefault();
      open();
    });
  }

  onSearchKey(open, lifetime);
}

/** Calls back on the keys that open search. */
export function onSearchKey(open: () => void, lifetime: AbortSignal): void {
  document.addEventListener(
    "keydown",
    (event) => {
      if (!opensSearch(event)) return;
      event.preventDefault();
      open();
    },
    { signal: lifetime },
  );
}

/** `/` outside fields, Ctrl-K or Command-K anywhere but in fields that may use it themselves. */
export function opensSearch(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) return false;
  if (inField(event.target)) return false;
  if (event.key === "/") return !event.ctrlKey && !event.metaKey;
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k";
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=textbox], dialog[open]") !== null)
  );
}
