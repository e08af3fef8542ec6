/** Shows which words are being spoken. */
export interface SpokenMark {
  /** Moves the mark. @param element the block around the words, marked where browsers cannot mark words */
  show(range: Range, element: Element): void;
  hide(): void;
}

const NAME = "ph-spoken";

/** Marks without a change to the document, by a highlight of the browser's; a class on the block where it has none. */
export function createSpokenMark(): SpokenMark {
  if (typeof Highlight !== "undefined" && CSS.highlights) {
    return {
      show: (range) => void CSS.highlights.set(NAME, new Highlight(range)),
      hide: () => void CSS.highlights.delete(NAME),
    };
  }
  let marked: Element | undefined;
  const hide = () => {
    marked?.classList.remove("is-spoken");
    marked = undefined;
  };
  return {
    show(_range, element) {
      hide();
      marked = element;
      element.classList.add("is-spoken");
    },
    hide,
  };
}
