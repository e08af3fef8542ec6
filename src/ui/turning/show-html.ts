import { DEVICE_COPY_META } from "../../domain/device-copy";
import { hasPassed } from "../behaviour/valid-until";

/** What the document keeps whatever page it shows: notes about the app, and whatever says so of itself. */
const KEPT = ".notes, [data-of-document]";
const PAGE_METAS = ["valid-until", DEVICE_COPY_META];

/** Puts a page in the place of the one that is shown; looks, and what the document itself has added, stay. */
export function showHtml(page: Document, url: URL, title: string): void {
  const [root, { documentElement: next }] = [document.documentElement, page];
  root.lang = next.lang;
  root.dir = next.dir;
  document.title = title;
  for (const name of PAGE_METAS) {
    const selector = `meta[name="${name}"]`;
    document.head.querySelector(selector)?.remove();
    const meta = page.head.querySelector(selector);
    if (meta) document.head.append(meta);
  }
  replaceData(page);
  // As the bootstrap script does for a page that the browser opens.
  const validUntil = page.head.querySelector<HTMLMetaElement>(`meta[name="valid-until"]`)?.content;
  root.classList.toggle("is-expired", validUntil !== undefined && hasPassed(validUntil, new Date()));
  root.classList.toggle("has-query", Boolean(url.searchParams.get("q")));
  root.classList.remove("has-dialogue");
  for (const script of page.body.querySelectorAll("script")) script.remove();
  for (const node of [...document.body.childNodes]) {
    // What is kept stays where it is: a live region that is moved would be read again.
    if (!(node instanceof Element && node.matches(KEPT))) node.remove();
  }
  document.body.prepend(...page.body.childNodes);
}

/** The element itself moves over: a copy of its text would be one that only trusted code may make. */
function replaceData(page: Document): void {
  const data = page.getElementById("page-data");
  if (data) document.getElementById("page-data")?.replaceWith(data);
}
