import { fragmentId } from "../behaviour/fragment";

/** How long content that comes late may still be waited for, milliseconds. */
const PATIENCE = 3000;
const HANDS = ["wheel", "touchmove", "keydown", "pointerdown"];

/**
 * The keyboard and screen readers begin with the new page, or where its address points to.
 *
 * @param inBar whether the address bar shows that address: the browser then marks its target
 */
export function arriveAt(url: URL, inBar: boolean): void {
  const target = url.hash ? document.getElementById(fragmentId(url.hash)) : null;
  if (target) {
    if (inBar) location.replace(url.hash);
    target.scrollIntoView({ behavior: "instant" });
    if (target.tabIndex < 0) target.tabIndex = -1;
  }
  (target ?? document.querySelector<HTMLElement>("main"))?.focus({ preventScroll: true });
}

/** Back where the page was left; what fills it late is waited for, unless the reader moves on their own. */
export function returnTo(top: number, lifetime: AbortSignal): void {
  document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
  const moved = new AbortController();
  const signal = AbortSignal.any([lifetime, moved.signal, AbortSignal.timeout(PATIENCE)]);
  const observer = new ResizeObserver(() => {
    if (signal.aborted) return;
    scrollTo({ top, behavior: "instant" });
    if (scrollY >= top - 1) moved.abort();
  });
  for (const hand of HANDS) addEventListener(hand, () => moved.abort(), { signal, passive: true });
  signal.addEventListener("abort", () => observer.disconnect());
  scrollTo({ top, behavior: "instant" });
  if (scrollY < top - 1) observer.observe(document.body);
  else moved.abort();
}

/** Says a page's title, politely, as the browser does for a page that it opens. */
export function announcePage(title: string): void {
  const region = document.getElementById("ph-turned") ?? createRegion();
  // Screen readers announce only what changes in a region that was there before.
  setTimeout(() => {
    region.textContent = title;
  }, 50);
}

function createRegion(): HTMLElement {
  const region = document.createElement("div");
  region.id = "ph-turned";
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  region.dataset.ofDocument = "";
  document.body.append(region);
  return region;
}
