/** Boxes that scroll sideways can be reached and moved with the keyboard. */
export function enableScrollables(prose: Element, lifetime: AbortSignal): void {
  const boxes = [...prose.querySelectorAll<HTMLElement>("pre, .table-scroll")];
  const mark = () => {
    for (const box of boxes) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  mark();
  addEventListener("resize", mark, { passive: true, signal: lifetime });
}
