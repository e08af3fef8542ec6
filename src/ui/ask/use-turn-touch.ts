import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/**
 * Tells when the person points at the dialogue, presses on it, gets into it, or scrolls by their own hand. The page
 * scrolls to a new question by itself, so scrolling alone says nothing.
 */
export function useTurnTouch(turns: RefObject<HTMLElement | null>, onTouch: () => void): void {
  const touch = () => onTouch();
  useEffect(() => {
    const isInTurns = ({ target }: Event) => target instanceof Node && turns.current?.contains(target) === true;
    const entered = (event: Event) => {
      // The question gets the focus by itself where a keyboard would cover the answer.
      if (isInTurns(event) && !(event.target as Element).matches(".turn-question")) touch();
    };
    const moved = (event: PointerEvent) => {
      if ((event.movementX !== 0 || event.movementY !== 0) && isInTurns(event)) touch();
    };
    const hand = ["wheel", "touchmove"] as const;
    addEventListener("pointermove", moved, { passive: true });
    addEventListener("pointerdown", entered, { passive: true });
    addEventListener("focusin", entered);
    for (const type of hand) addEventListener(type, touch, { passive: true });
    return () => {
      removeEventListener("pointermove", moved);
      removeEventListener("pointerdown", entered);
      removeEventListener("focusin", entered);
      for (const type of hand) removeEventListener(type, touch);
    };
  }, [turns]);
}
