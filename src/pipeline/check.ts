import type { Fault } from "../domain/fault";
import { BodyFiller } from "./bodies";
import { configFaults } from "./config-faults";
import { type LoadOptions, loadContent } from "./load";
import { makeNotices } from "./notices/make-notices";
import { RelatedFinder } from "./related";

export interface CheckReport {
  readonly articles: number;
  readonly faults: readonly Fault[];
}

/**
 * Finds every fault of a content folder without writing anything.
 *
 * @throws Error when the folder or the configuration file cannot be read
 */
export async function checkContent(options: LoadOptions): Promise<CheckReport> {
  const content = await loadContent(options);
  const filler = new BodyFiller(content.resolver, content.media, "/");
  const related = new RelatedFinder(content.catalog, content.resolver);
  const faults: Fault[] = [...content.faults, ...configFaults(content)];
  for (const article of content.catalog.articles) {
    faults.push(...(await filler.fill(article)).faults, ...related.find(article).faults);
  }
  faults.push(...(await makeNotices(content.notices, content.trees, filler)).faults);
  for (const redirect of content.catalog.redirects) {
    const target = content.resolver.followRedirect(redirect);
    if (target.type === "broken")
      faults.push({ severity: "error", file: redirect.origin.path, line: 1, ...target.fault });
  }
  return { articles: content.catalog.articles.length, faults };
}
