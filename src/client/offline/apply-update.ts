import { revisionOf, type SectionPack } from "../../domain/pack";
import { err, ok, type Result } from "../../domain/result";
import type { ChangedArticle } from "../../storage/database";
import type { KeptStore } from "../../storage/kept-store";
import type { ContentUpdate } from "./content-updates";
import type { KeepFault } from "./fetch-files";
import type { Keeper } from "./keeper";
import { pruneKept } from "./prune-kept";
import { type SiteContent, sectionsByKey } from "./site-content";

/**
 * Takes an update over: gets the changed files, puts all of it in charge at once, clears away what nobody needs.
 *
 * @returns the articles that differ from what the reader has read or kept
 */
export async function applyUpdate(
  base: string,
  store: KeptStore,
  content: SiteContent,
  keeper: Keeper,
  { manifest, changed: changedReads }: ContentUpdate,
  onBytes?: (bytes: number) => void,
): Promise<Result<readonly ChangedArticle[], KeepFault>> {
  const before = await store.all();
  const copies = await keeper.update(manifest, onBytes);
  if (!copies.ok) return copies;
  const changed = new Map(changedReads.map((article) => [article.id, article]));
  for (const { key, copy } of copies.value) {
    const old = before.find((section) => section.key === key)?.copy;
    if (!old || old.manifest.pack.sha256 === copy.manifest.pack.sha256) continue;
    const [was, is] = await Promise.all([content.pack(old.manifest.pack), content.pack(copy.manifest.pack)]);
    if (was && is) for (const article of differing(was, is)) changed.set(article.id, article);
  }
  const list = [...changed.values()];
  if (!(await store.activate(copies.value, { key: "release", manifest, at: Date.now(), changed: list }))) {
    return err("storage");
  }
  const known = sectionsByKey(manifest);
  await store.drop(before.filter(({ key }) => !known.has(key)).map(({ key }) => key));
  await pruneKept(base, await store.all());
  return ok(list);
}

function differing(was: SectionPack, is: SectionPack): ChangedArticle[] {
  const before = new Map(was.articles.map((article) => [article.id, revisionOf(article)]));
  return is.articles
    .filter((article) => before.get(article.id) !== revisionOf(article))
    .map(({ id, title }) => ({ id, title }));
}
