import type { PageData } from "../page-model";
import { sectionHref } from "../search/result-options";

/**
 * The whole address of an article, or of a section of it. Made from the article's id: the address bar may hold what the
 * reader searched for, or nothing of the page at all where one document shows many.
 *
 * @param anchor id of a heading; empty: the article from its beginning
 */
export function articleAddress({ base, article = "" }: PageData, anchor: string, origin = location.origin): string {
  return origin + sectionHref(base, article, anchor);
}
