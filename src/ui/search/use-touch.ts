import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/**
 * Tells when the reader points at the list of results, presses on it, gets into it or scrolls. A pointer that merely
 * rests where the list appears does not count.
 *
 * @param body what holds the list; it may scroll, or the page
 */
export function useTouch(body: RefObject<HTMLElement | null>, onTouch: () => void): void {
  useEffect(() => {
    const element = body.current;
    const isInList = ({ target }: Event) => target instanceof Element && target.closest("[role=listbox]") !== null;
    const moved = (event: PointerEvent) => {
      if ((event.movementX !== 0 || event.movementY !== 0) && isInList(event)) onTouch();
    };
    const entered = (event: Event) => {
      if (isInList(event)) onTouch();
    };
    // Back at the top is where every list begins.
    const scrolledList = () => {
      if (element && element.scrollTop > 0) onTouch();
    };
    const scrolledPage = () => {
      if (scrollY > 0) onTouch();
    };
    element?.addEventListener("pointermove", moved);
    element?.addEventListener("pointerdown", entered);
    element?.addEventListener("focusin", entered);
    element?.addEventListener("scroll", scrolledList, { passive: true });
    addEventListener("scroll", scrolledPage, { passive: true });
    return () => {
      element?.removeEventListener("pointermove", moved);
      element?.removeEventListener("pointerdown", entered);
      element?.removeEventListener("focusin", entered);
      element?.removeEventListener("scroll", scrolledList);
      removeEventListener("scroll", scrolledPage);
    };
  }, [body, onTouch]);
}
