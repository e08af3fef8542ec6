/** Time for which a reader who has scrolled is left alone, milliseconds. */
const LEFT_ALONE = 6_000;
/** Scroll events this long after the page was moved are of that movement, milliseconds. */
const OWN_SCROLL = 1_000;

export interface Follower {
  /** Brings the words into view, if they are out of it and the reader has not just scrolled. */
  follow(range: Range): void;
  /** Follows no more. */
  end(): void;
}

/** Watches the reader's scrolling from now on. */
export function createFollower(now: () => number = Date.now): Follower {
  let moved = Number.NEGATIVE_INFINITY;
  let touched = Number.NEGATIVE_INFINITY;
  const onScroll = () => {
    if (now() - moved > OWN_SCROLL) touched = now();
  };
  addEventListener("scroll", onScroll, { passive: true });
  return {
    follow(range) {
      if (now() - touched < LEFT_ALONE) return;
      const { top, bottom } = range.getBoundingClientRect();
      const header = document.querySelector(".site-header")?.getBoundingClientRect().bottom ?? 0;
      // The controls float over the foot.
      const foot = innerHeight - 80;
      if (top >= Math.max(0, header) && bottom <= foot) return;
      moved = now();
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      scrollBy({ top: top - innerHeight / 3, behavior: calm ? "instant" : "smooth" });
    },
    end: () => removeEventListener("scroll", onScroll),
  };
}
