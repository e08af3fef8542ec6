/**
 * Before a page goes to paper, it gets the date and the address at which it is read. Once per document.
 *
 * @param shared the address of a page as it may be passed on
 */
export function enablePrintLine(shared: (url: URL) => string): void {
  addEventListener("beforeprint", () => {
    const { dataset, children } = document.querySelector<HTMLElement>("[data-print]") ?? {};
    if (!dataset || !children) return;
    const [name, address, printed] = children;
    const { lang, style } = document.documentElement;
    const date = new Date().toLocaleString(lang, { dateStyle: "long", timeStyle: "short" });
    address!.textContent = shared(new URL(dataset.print ?? "", location.href));
    printed!.lastElementChild!.textContent = date;
    // The margins of a page hold no elements, only what the style sheet writes. A JSON string is one of CSS, too.
    style.setProperty("--print-head", JSON.stringify(`${name!.textContent} · ${address!.textContent}`));
    style.setProperty("--print-foot", JSON.stringify(printed!.textContent));
  });
}
