/**
 * Puts a range's text into `mark` elements: they are read out, printed and shown in forced colours, which the highlights
 * of CSS are not. Text between blocks stays as it is.
 *
 * @returns the marks, in order, and a function that takes them away again
 */
export function markRange(range: Range): { readonly marks: readonly HTMLElement[]; remove(): void } {
  const marks = textsIn(range).map((text) => {
    const mark = document.createElement("mark");
    mark.className = "quoted";
    text.replaceWith(mark);
    mark.append(text);
    return mark;
  });
  return {
    marks,
    remove() {
      for (const mark of marks) {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent?.normalize();
      }
    },
  };
}

/** The text nodes of a range, cut where it begins and ends. */
function textsIn({ startContainer, startOffset, endContainer, endOffset, commonAncestorContainer }: Range): Text[] {
  const first = startContainer as Text;
  const last = endContainer as Text;
  if (first === last) {
    last.splitText(endOffset);
    return [first.splitText(startOffset)];
  }
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const between: Text[] = [];
  walker.currentNode = first;
  for (let node = walker.nextNode(); node && node !== last; node = walker.nextNode()) {
    const text = node as Text;
    if (text.data.trim() !== "" && !text.parentElement?.closest("button, [role=tablist]")) between.push(text);
  }
  last.splitText(endOffset);
  return [first.splitText(startOffset), ...between, last];
}
