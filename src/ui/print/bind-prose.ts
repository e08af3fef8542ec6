import { fragmentId } from "../behaviour/fragment";

/** Attributes whose value is one id, or several. */
const REFERENCES = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];
/** By so much headings go down: above them stand the book's title, the chapter's and the article's. */
const LOWER = 2;
const LOWEST = 6;

/** Where the articles of a book stand in it. */
export interface BookPlaces {
  /** Id of an article in the book, by its path below the origin; `undefined`: it is not in it. */
  placeOf(pathname: string): string | undefined;
}

/**
 * Fits an article between others: ids become unique by a prefix, links to articles of the same book lead there, and
 * headings go below the article's title. Changes what it is given.
 *
 * @param address the article's own
 */
export function bindProse(prose: Element, prefix: string, address: URL, places: BookPlaces): void {
  const rename = (id: string) => `${prefix}-${id}`;
  const own = new Set<string>();
  for (const element of prose.querySelectorAll("[id]")) {
    own.add(element.id);
    element.id = rename(element.id);
  }
  for (const name of REFERENCES) {
    for (const element of prose.querySelectorAll(`[${name}]`)) {
      const ids = (element.getAttribute(name) ?? "").split(/\s+/);
      element.setAttribute(name, ids.map((id) => (own.has(id) ? rename(id) : id)).join(" "));
    }
  }
  for (const link of prose.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const url = URL.parse(link.getAttribute("href") ?? "", address);
    if (!url || !/^https?:$/.test(url.protocol)) continue;
    const isOwn = url.origin === address.origin;
    const place = isOwn ? places.placeOf(url.pathname) : undefined;
    const anchor = fragmentId(url.hash);
    // Written out on paper are only the addresses of other sites.
    if (place === undefined) link.setAttribute("href", isOwn ? url.pathname + url.search + url.hash : url.href);
    else if (anchor === "") link.setAttribute("href", `#${place}`);
    else link.setAttribute("href", `#${place}-${encodeURIComponent(anchor)}`);
  }
  for (const heading of prose.querySelectorAll("h1, h2, h3, h4, h5, h6")) lower(heading);
}

function lower(heading: Element): void {
  const level = Math.min(LOWEST, Number(heading.localName.slice(1)) + LOWER);
  const lowered = document.createElement(`h${level}`);
  for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
  lowered.append(...heading.childNodes);
  heading.replaceWith(lowered);
}
