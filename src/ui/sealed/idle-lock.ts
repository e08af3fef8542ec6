/** What counts as use. Scrolling does not bubble, so everything is listened for on its way down. */
const USE = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll", "input"] as const;

/** Moments at which a sleeping device or a tab in the background finds out what time it is. */
const AWAKE = ["visibilitychange", "resume"] as const;

/** How often the clock is read. Milliseconds; a timer for the whole time would stand still while the device sleeps. */
const BEAT = 5_000;

/**
 * Calls back once nobody has used the document for some time, by the clock, so that time asleep counts.
 *
 * @param after milliseconds
 * @returns a function that ends the watch
 */
export function watchIdleness(after: number, onIdle: () => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let used = Date.now();
  const end = () => {
    clearInterval(timer);
    controller.abort();
  };
  const look = () => {
    if (Date.now() - used < after) return false;
    end();
    onIdle();
    return true;
  };
  // The first touch after a long sleep may come before any timer: it is too late, not a use.
  const use = () => {
    if (!look()) used = Date.now();
  };
  const timer = setInterval(look, Math.min(BEAT, after));
  for (const name of USE) addEventListener(name, use, { capture: true, passive: true, signal });
  for (const name of AWAKE) document.addEventListener(name, look, { signal });
  addEventListener("focus", look, { signal });
  return end;
}
