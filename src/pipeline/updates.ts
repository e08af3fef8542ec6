import type { Fault } from "../domain/fault";
import type { Locale } from "../domain/locale";
import { type NoticesFile, type RevisionsFile, UPDATES_VERSION, type UpdatesFile } from "../domain/notice";
import { type ManifestFile, revisionOf } from "../domain/pack";
import type { BodyFiller } from "./bodies";
import type { LoadedContent } from "./load";
import { makeNotices } from "./notices/make-notices";
import { hashedJson, type OutputFile, packArticle } from "./packs";

/** Beyond this many articles the list of revisions would weigh more than what it is good for. */
const MOST_REVISIONS = 5_000;

/** What pages ask for after they have been shown, by language. */
export interface LocaleUpdates {
  readonly notices?: ManifestFile;
  readonly articles?: ManifestFile;
}

/** Notices and article revisions of every language, and `updates.json`, which names them. */
export async function updateFiles(
  { catalog, notices: loaded, trees }: Pick<LoadedContent, "catalog" | "notices" | "trees">,
  filler: BodyFiller,
): Promise<{ files: OutputFile[]; byLocale: ReadonlyMap<Locale, LocaleUpdates>; faults: readonly Fault[] }> {
  const { notices, faults } = await makeNotices(loaded, trees, filler);
  const files: OutputFile[] = [];
  const byLocale = new Map<Locale, LocaleUpdates>();
  const add = (value: NoticesFile | RevisionsFile): ManifestFile => {
    const { output, file } = hashedJson("packs", value);
    files.push(output);
    return file;
  };
  for (const locale of catalog.locales) {
    const mine = notices.get(locale) ?? [];
    const articles = catalog.articles.filter((article) => article.locale === locale && !article.hidden);
    byLocale.set(locale, {
      ...(mine.length > 0 && { notices: add({ version: UPDATES_VERSION, locale, notices: mine }) }),
      ...(articles.length <= MOST_REVISIONS && {
        articles: add({
          version: UPDATES_VERSION,
          locale,
          articles: Object.fromEntries(articles.map((article) => [article.key, revisionOf(packArticle(article))])),
        }),
      }),
    });
  }
  const updates: UpdatesFile = {
    version: UPDATES_VERSION,
    locales: Object.fromEntries(
      [...byLocale].map(([locale, { notices, articles }]) => [
        locale,
        { ...(notices && { notices: notices.path }), ...(articles && { articles: articles.path }) },
      ]),
    ),
  };
  files.push({ path: "updates.json", bytes: Buffer.from(JSON.stringify(updates)) });
  return { files, byLocale, faults };
}
