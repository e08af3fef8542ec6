/** Calls a function once the page has loaded and the browser has nothing to do. */
export function whenIdle(callback: () => void): void {
  // Safari has no requestIdleCallback.
  const soon = () => (window.requestIdleCallback ?? setTimeout)(callback);
  if (document.readyState === "complete") soon();
  else addEventListener("load", soon, { once: true });
}
