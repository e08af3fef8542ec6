import { sectionsByKey } from "../../client/offline/site-content";
import type { KeptSection } from "../../client/offline/stores";
import type { Locale } from "../../domain/locale";
import type { RootManifest } from "../../domain/pack";

/** A top-level section with all that lies below it: what a reader chooses to keep. */
export interface SectionGroup {
  readonly locale: Locale;
  /** Slugged path of the top-level section; `""` for articles outside any. */
  readonly top: string;
  readonly title: string;
  readonly keys: readonly string[];
  readonly bytes: number;
  readonly state: GroupState;
}

export type GroupState =
  | { readonly status: "absent" }
  /** Asked for, and not whole yet. */
  | { readonly status: "unfinished" }
  /** `at`: since when; milliseconds since 1970. */
  | { readonly status: "kept" | "outdated"; readonly at: number };

/** What the site offers to keep, in its own order, with what is on the device of it. */
export function sectionGroups(manifest: RootManifest, kept: readonly KeptSection[]): SectionGroup[] {
  const groups: SectionGroup[] = [];
  for (const { locale, sections } of manifest.locales) {
    const tops = new Set(sections.map(({ section }) => section.split("/")[0]!));
    for (const top of tops) {
      const mine = sections.filter(({ section }) => section.split("/")[0] === top);
      const keys = mine.map(({ section }) => `${locale}/${section}`);
      groups.push({
        locale,
        top,
        title: mine.find(({ section }) => section === top)?.title ?? mine[0]?.group ?? top,
        keys,
        bytes: mine.reduce((sum, { bytes }) => sum + bytes, 0),
        state: stateOf(keys, manifest, kept),
      });
    }
  }
  return groups;
}

function stateOf(keys: readonly string[], manifest: RootManifest, kept: readonly KeptSection[]): GroupState {
  const mine = kept.filter(({ key }) => keys.includes(key));
  if (mine.length === 0) return { status: "absent" };
  const known = sectionsByKey(manifest);
  const copies = mine.flatMap(({ copy }) => (copy ? [copy] : []));
  if (copies.length < mine.length || mine.length < keys.length) return { status: "unfinished" };
  const current = mine.every(({ key, copy }) => known.get(key)?.manifest.sha256 === copy?.file.sha256);
  return { status: current ? "kept" : "outdated", at: Math.min(...copies.map(({ at }) => at)) };
}
