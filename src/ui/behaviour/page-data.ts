import type { PageData } from "../page-model";

/** What the build left for the script; `undefined` on a page that is not the centre's own. */
export function readPageData(): PageData | undefined {
  const text = document.getElementById("page-data")?.textContent;
  try {
    return text ? (JSON.parse(text) as PageData) : undefined;
  } catch {
    return undefined;
  }
}
