import type { StaticEncoder } from "../domain/encoder";
import type { Fault } from "../domain/fault";
import { BodyFiller } from "./bodies";
import { configFaults } from "./config-faults";
import { withoutRepeats } from "./faults";
import { type LoadedContent, type LoadOptions, loadContent } from "./load";
import { duplicateFault, nearDuplicates } from "./meaning/near-duplicates";
import { readTable } from "./meaning/read-table";
import { chooseEncoder } from "./models/choose-encoder";
import { type AnswersSummary, answersSummary, siteAnswers } from "./models/site-answers";
import { makeNotices } from "./notices/make-notices";
import { RelatedFinder } from "./related";

export interface CheckOptions extends LoadOptions {
  /** The models folder of the tool; absent: articles are not compared by meaning. */
  readonly models?: string | undefined;
  /** Folder of the WebAssembly runtime; absent: nothing is said of a reader. */
  readonly runtime?: string | undefined;
}

export interface CheckReport {
  readonly articles: number;
  readonly faults: readonly Fault[];
  /** Absent: the site has no answers. */
  readonly answers?: AnswersSummary;
}

/**
 * Finds every fault of a content folder without writing anything.
 *
 * @throws Error when the folder or the configuration file cannot be read
 */
export async function checkContent(options: CheckOptions): Promise<CheckReport> {
  const content = await loadContent(options);
  const { catalog, resolver } = content;
  const filler = new BodyFiller(resolver, content.media, "/");
  const related = new RelatedFinder(catalog, resolver);
  const { table, faults: modelFaults } = await openTable(options, content);
  const { models: shipped, runtime } = options;
  const { answers, faults: readerFaults } = await siteAnswers(content.config, {
    content: options.content,
    shipped,
    runtime,
    configName: content.configName,
  });
  const faults: Fault[] = [
    ...content.faults,
    ...configFaults(content),
    ...withoutRepeats([...modelFaults, ...readerFaults]),
  ];
  for (const article of catalog.articles) {
    faults.push(...(await filler.fill(article)).faults, ...related.find(article).faults);
  }
  faults.push(...(await makeNotices(content.notices, content.trees, filler)).faults);
  for (const redirect of catalog.redirects) {
    const target = resolver.followRedirect(redirect);
    if (target.type === "broken")
      faults.push({ severity: "error", file: redirect.origin.path, line: 1, ...target.fault });
  }
  if (table) faults.push(...nearDuplicates(catalog.articles, resolver, table).map(duplicateFault));
  return { articles: catalog.articles.length, faults, ...(answers && { answers: answersSummary(answers) }) };
}

/** The tool's own table, whatever model the site searches with: it compares whole centres in seconds. */
async function openTable(
  { content: folder, models }: CheckOptions,
  { config, configName }: Pick<LoadedContent, "config" | "configName">,
): Promise<{ table?: StaticEncoder; faults: readonly Fault[] }> {
  const { chosen, faults } = await chooseEncoder(folder, config.models, models, configName);
  if (!chosen) return { faults };
  const own = await readTable(chosen);
  if (own.table || own.faults.length > 0) return { ...own, faults: [...faults, ...own.faults] };
  const shipped = await chooseEncoder(folder, {}, models, configName);
  const read = shipped.chosen ? await readTable(shipped.chosen) : { faults: [] };
  return { ...read, faults: [...faults, ...shipped.faults, ...read.faults] };
}
