import { fragmentId } from "./fragment";

/** Marks the heading being read in the contents list. */
export function enableScrollSpy(lifetime: AbortSignal): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-contents] a")];
  const headings = links.map((link) => document.getElementById(fragmentId(link.hash)));
  if (links.length === 0) return;
  let current: HTMLAnchorElement | undefined;

  function mark(): void {
    const line = window.innerHeight / 4;
    const atEnd = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
    let index = headings.findLastIndex((heading) => heading !== null && heading.getBoundingClientRect().top <= line);
    if (atEnd && window.scrollY > 0) {
      // The last headings of a page may never reach the line.
      const visible = headings.findLastIndex(
        (heading) => heading !== null && heading.getBoundingClientRect().top < window.innerHeight,
      );
      index = Math.max(index, visible);
    }
    const link = links[index];
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
    keepInView(link);
  }

  let waiting = false;
  const schedule = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener("scroll", schedule, { passive: true, signal: lifetime });
  addEventListener("resize", schedule, { passive: true, signal: lifetime });
  mark();
}

/** Scrolls the list only, never the page. */
function keepInView(link: HTMLElement | undefined): void {
  const list = link?.closest<HTMLElement>("[data-contents]");
  if (!link || !list || list.scrollHeight <= list.clientHeight) return;
  const top = link.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top > list.scrollTop + list.clientHeight - 80) {
    list.scrollTop = top - list.clientHeight / 2;
  }
}
