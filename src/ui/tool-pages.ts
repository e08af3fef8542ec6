import type { PageData } from "./page-model";

/** Whether a page does something rather than say it, and so needs more of the script. */
export function isToolPage(kind: PageData["kind"]): boolean {
  return kind !== "home" && kind !== "section" && kind !== "article";
}
