import { useRef } from "preact/hooks";

/** Steps back and forth through earlier questions, as a terminal does. */
export interface Recall {
  /** The question to show for an arrow key in a field that holds `text`; `undefined`: the key is the field's own. */
  recall(key: string, text: string): string | undefined;
}

/** @param questions oldest first */
export function useRecall(questions: readonly string[]): Recall {
  /** Counted from the last one; 0: none. */
  const back = useRef(0);
  return {
    recall(key, text) {
      const shown = questions.at(-back.current) ?? "";
      // Whoever is writing keeps what is written.
      if (text !== "" && (back.current === 0 || text !== shown)) return undefined;
      if (text === "") back.current = 0;
      const to = back.current + (key === "ArrowUp" ? 1 : key === "ArrowDown" ? -1 : 0);
      if (to === back.current || to < 0 || to > questions.length) return undefined;
      back.current = to;
      return to === 0 ? "" : questions.at(-to);
    },
  };
}
