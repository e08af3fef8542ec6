/** Says that the code which a page waits for has not arrived: the network is gone, or a gate keeps it back. */
export function showLoadFailure(lifetime: AbortSignal): void {
  const message = document.querySelector<HTMLElement>("[data-load-failure]");
  if (!message || lifetime.aborted) return;
  const waiting = document.querySelector("main [aria-busy]");
  waiting?.removeAttribute("aria-busy");
  waiting?.replaceChildren();
  message.querySelector("button")?.addEventListener("click", () => location.reload());
  message.hidden = false;
}
