import { type RootManifest, revisionOf, type SectionEntry } from "../../domain/pack";
import { cacheName, keptAddress } from "../../storage/caches";
import type { ChangedArticle, KeptSection } from "../../storage/database";
import type { KeptStore } from "../../storage/kept-store";
import { filesOf, type SiteContent, sectionsByKey } from "./site-content";

/** An article as it was when the reader read it. */
export interface ReadArticle {
  readonly id: string;
  /** See `revisionOf`; without one nobody can tell whether it has changed. */
  readonly revision?: string;
}

/** What the site has that this device does not. */
export interface ContentUpdate {
  readonly manifest: RootManifest;
  /** Bytes that keeping up takes; 0 when nothing is kept or only other sections have changed. */
  readonly bytes: number;
  /** Whether kept sections differ from the site's. */
  readonly concernsKept: boolean;
  /** Articles that differ from what was read. */
  readonly changed: readonly ChangedArticle[];
}

export type Check =
  | { readonly status: "unreachable" }
  /** Nothing that concerns this reader. */
  | { readonly status: "current" }
  | { readonly status: "offered"; readonly update: ContentUpdate };

/** How long a copy counts as just checked. */
const FRESH = 60 * 60 * 1000;

/** Compares the device with the site. Fetches the manifest, and of what has changed only what it takes to tell. */
export async function checkContent(
  base: string,
  store: KeptStore,
  content: SiteContent,
  read: readonly ReadArticle[],
): Promise<Check> {
  const manifest = await content.root();
  if (!manifest) return { status: "unreachable" };
  const [known, kept] = await Promise.all([store.release(), store.all()]);
  await markCurrent(store, kept, manifest);
  const stale = staleSections(kept, manifest);
  const changed = await changedSinceRead(known?.manifest, manifest, content, read);
  if (known?.manifest.content === manifest.content && stale.length === 0) {
    if (Date.now() - known.at > FRESH) await store.putRelease({ ...known, at: Date.now() });
    return { status: "current" };
  }
  if (stale.length === 0 && changed.length === 0) {
    await store.putRelease({ key: "release", manifest, at: Date.now(), changed: known?.changed ?? [] });
    return { status: "current" };
  }
  const bytes = await missingBytes(base, stale, content);
  return { status: "offered", update: { manifest, bytes, concernsKept: stale.length > 0, changed } };
}

/** Kept sections that the site has in another state; those it no longer has count too. */
function staleSections(kept: readonly KeptSection[], manifest: RootManifest): { entry?: SectionEntry }[] {
  const known = sectionsByKey(manifest);
  return kept.flatMap(({ key, copy }) => {
    const entry = known.get(key);
    if (!copy || entry?.manifest.sha256 === copy.file.sha256) return [];
    return [entry ? { entry } : {}];
  });
}

/** Copies that equal the site's are as old as this moment. */
async function markCurrent(store: KeptStore, kept: readonly KeptSection[], manifest: RootManifest): Promise<void> {
  const known = sectionsByKey(manifest);
  const now = Date.now();
  const current = kept.flatMap((section) => {
    const { copy } = section;
    if (!copy || known.get(section.key)?.manifest.sha256 !== copy.file.sha256 || now - copy.at < FRESH) return [];
    return [{ ...section, copy: { ...copy, content: manifest.content, at: now } }];
  });
  if (current.length > 0) await store.activate(current);
}

async function missingBytes(
  base: string,
  stale: readonly { entry?: SectionEntry }[],
  content: SiteContent,
): Promise<number> {
  if (stale.length === 0) return 0;
  const cache = await caches.open(cacheName(base, "files"));
  let bytes = 0;
  for (const { entry } of stale) {
    const section = entry && (await content.section(entry.manifest));
    for (const file of section ? filesOf(section) : []) {
      if (!(await cache.match(keptAddress(base, file)))) bytes += file.size;
    }
  }
  return bytes;
}

/** Only sections whose texts have changed since the last look are read again. */
async function changedSinceRead(
  known: RootManifest | undefined,
  manifest: RootManifest,
  content: SiteContent,
  read: readonly ReadArticle[],
): Promise<ChangedArticle[]> {
  if (!known || known.content === manifest.content) return [];
  const before = sectionsByKey(known);
  const changed: ChangedArticle[] = [];
  for (const [key, entry] of sectionsByKey(manifest)) {
    const ours = read.filter(({ id, revision }) => revision !== undefined && sectionKeyOf(id) === key);
    if (ours.length === 0 || before.get(key)?.pack.sha256 === entry.pack.sha256) continue;
    const pack = await content.pack(entry.pack);
    for (const { id, revision } of ours) {
      const article = pack?.articles.find((article) => article.id === id);
      if (article && revisionOf(article) !== revision) changed.push({ id: article.id, title: article.title });
    }
  }
  return changed;
}

/** `en/orders/track` -> `en/orders` */
function sectionKeyOf(id: string): string {
  const parts = id.split("/");
  return `${parts[0]}/${parts.slice(1, -1).join("/")}`;
}
