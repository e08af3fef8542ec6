import type { PageData } from "../page-model";

/** What the build left in a page for the script; `undefined` in a page that is not the centre's own. */
export function readPageData(page: Document): PageData | undefined {
  const text = page.getElementById("page-data")?.textContent;
  try {
    return text ? (JSON.parse(text) as PageData) : undefined;
  } catch {
    return undefined;
  }
}
