import type { FrameMessage } from "../protocol";

const TABBABLE =
  "a[href], area[href], button, input, select, textarea, summary, audio[controls], video[controls], [contenteditable], [tabindex]";
/** Whatever closes by Escape itself. */
const OPEN = "dialog[open], [popover]:popover-open, .menu[open]";

/** Escape closes the panel, Tab leaves it at either end: the loader decides where the focus goes from there. */
export function enableKeys(send: (message: FrameMessage) => void): void {
  let wasOpen = false;
  // Asked before anything has closed, in answer to the same key.
  addEventListener(
    "keydown",
    () => {
      wasOpen = document.querySelector(OPEN) !== null;
    },
    { capture: true },
  );
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Escape" && !wasOpen) send({ type: "close" });
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    const places = tabbable();
    const end = event.shiftKey ? places[0] : places.at(-1);
    const active = document.activeElement;
    const atEnd = end === undefined || active === end || (event.shiftKey && isBefore(active, end));
    if (!atEnd) return;
    event.preventDefault();
    send({ type: "leave", towards: event.shiftKey ? "start" : "end" });
  });
}

/** The focus comes in from the host. */
export function focusEnd(at: "start" | "end"): void {
  const places = tabbable();
  (at === "start" ? places[0] : places.at(-1))?.focus();
}

/** What Tab stops at, in order: of an open dialog, or else of the page. */
function tabbable(): HTMLElement[] {
  const scope = document.querySelector("dialog:modal") ?? document.body;
  return [...scope.querySelectorAll<HTMLElement>(TABBABLE)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(":disabled, [inert] *") &&
      element.checkVisibility({ visibilityProperty: true }),
  );
}

/** Main and headings take the focus without being stops. */
function isBefore(active: Element | null, first: Element): boolean {
  if (!active || active === document.body) return true;
  return (active.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !active.contains(first);
}
