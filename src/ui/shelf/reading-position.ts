import type { ReadingPosition } from "../behaviour/device-keys";
import type { DeviceStore } from "../behaviour/device-store";
import type { PageVisit } from "../behaviour/page-visit";

const MOST = 30;
/** Less is no beginning, more is the end. */
const BEGUN = 0.08;
const DONE = 0.92;

/** How far the reader is: the share of the text that has gone by, and the heading above the reading line. */
export function positionIn(prose: Element, now = Date.now()): ReadingPosition {
  const box = prose.getBoundingClientRect();
  const share = Math.max(0, Math.min(1, (innerHeight / 2 - box.top) / box.height));
  const headings = [...prose.querySelectorAll<HTMLElement>(":is(h2, h3)[id]")];
  const heading = headings.findLast((element) => element.getBoundingClientRect().top <= innerHeight / 2);
  return {
    share: Math.round(share * 100) / 100,
    ...(heading && { anchor: heading.id, heading: heading.textContent?.trim() ?? "" }),
    at: now,
  };
}

/** Keeps, moves or forgets the place in one article: read to the end, there is nothing to continue. */
export function rememberPosition(store: DeviceStore, id: string, position: ReadingPosition): void {
  const { [id]: _, ...others } = store.get("positions") ?? {};
  if (position.share < BEGUN || position.share > DONE) {
    store.set("positions", others);
    return;
  }
  const kept = Object.entries(others).sort(([, a], [, b]) => b.at - a.at);
  store.set("positions", Object.fromEntries([[id, position], ...kept.slice(0, MOST - 1)]));
}

/**
 * Offers to go on where the reader left off, and remembers where they are. The page never moves by itself: only the
 * button does that.
 */
export function enableReadingPosition(
  prose: Element,
  id: string,
  store: DeviceStore,
  { address, lifetime }: PageVisit,
): void {
  if (lifetime.aborted) return;
  const place = store.get("positions")?.[id];
  let scrolled = scrollY > innerHeight / 2;
  if (place && !scrolled && address.url.hash === "") offer(prose, place, lifetime, () => forget(store, id));
  addEventListener(
    "scroll",
    () => {
      scrolled = true;
    },
    { passive: true, once: true, signal: lifetime },
  );
  const keep = () => {
    // Whoever only looked in has not left the old place.
    if (scrolled) rememberPosition(store, id, positionIn(prose));
  };
  addEventListener("pagehide", keep, { signal: lifetime });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep(), {
    signal: lifetime,
  });
  lifetime.addEventListener("abort", keep);
}

function forget(store: DeviceStore, id: string): void {
  const { [id]: _, ...others } = store.get("positions") ?? {};
  store.set("positions", others);
}

function offer(prose: Element, place: ReadingPosition, lifetime: AbortSignal, onDismiss: () => void): void {
  const template = document.querySelector<HTMLTemplateElement>("template#article-parts");
  const bar = template?.content.querySelector(".resume")?.cloneNode(true) as HTMLElement | undefined;
  if (!bar) return;
  document.body.append(bar);
  const [go, close] = bar.querySelectorAll("button");
  go?.addEventListener("click", () => {
    bar.remove();
    goTo(prose, place);
  });
  close?.addEventListener("click", () => {
    bar.remove();
    onDismiss();
  });
  // Whoever has read on past it needs it no more.
  const onScroll = () => {
    if (positionIn(prose).share < place.share) return;
    bar.remove();
    removeEventListener("scroll", onScroll);
  };
  addEventListener("scroll", onScroll, { passive: true, signal: lifetime });
}

function goTo(prose: Element, { share, anchor }: ReadingPosition): void {
  const heading = anchor === undefined ? null : document.getElementById(anchor);
  const box = prose.getBoundingClientRect();
  const top = scrollY + box.top + box.height * share - innerHeight / 2;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollTo({ top, behavior: calm ? "instant" : "smooth" });
  // The keyboard goes on from there too.
  const target = heading ?? prose;
  if (!(target instanceof HTMLElement)) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
