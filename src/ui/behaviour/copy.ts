const SHOWN_FOR = 2000;

/** Puts text on the clipboard; `false` where the browser refuses (plain http, denied permission). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The old way, which also works on plain-http intranets. */
function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

/** Shows on the button, and says aloud, that it worked or what to do instead; then restores it. */
export function showCopied(button: HTMLElement, done: boolean): void {
  const label = button.querySelector("span");
  const words = (done ? button.dataset.done : button.dataset.failed) ?? "";
  const before = label?.textContent ?? "";
  if (button.classList.contains("is-done") || words === before) return;
  button.classList.toggle("is-done", done);
  if (label) label.textContent = words;
  const status = document.querySelector("[data-status]");
  if (status) status.textContent = words;
  setTimeout(() => {
    button.classList.remove("is-done");
    if (label) label.textContent = before;
    if (status) status.textContent = "";
  }, SHOWN_FOR);
}
