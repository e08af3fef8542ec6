import type { ManifestFile, RootManifest, SectionEntry, SectionManifest, SectionPack } from "../../domain/pack";
import { isGate, UNFOLLOWED } from "../../domain/sign-in";
import { TAKEN_HEADER } from "../../storage/caches";
import { readManifest, readPack, readSectionManifest } from "../../storage/manifest";

/** The site's content as the page fetches it; `undefined` when it cannot be had now. */
export interface SiteContent {
  /** The site's own manifest, never the device's copy of it. */
  root(): Promise<RootManifest | undefined>;
  /** Whether the site answers, and whether it lets the reader in. */
  access(): Promise<Access>;
  /** The manifest that was last seen, from the device if need be. */
  lastRoot(): Promise<RootManifest | undefined>;
  section(file: ManifestFile): Promise<SectionManifest | undefined>;
  pack(file: ManifestFile): Promise<SectionPack | undefined>;
}

/** `signed-out`: a gate in front of the site answers, and wants a sign-in. */
export type Access = "open" | "signed-out" | "unreachable";

/** @param fetchFile replaced in tests */
export function siteContent(base: string, fetchFile: typeof fetch = (...args) => fetch(...args)): SiteContent {
  const json = async (
    path: string,
    cache: RequestCache,
  ): Promise<{ value: unknown; fromDevice: boolean } | undefined> => {
    try {
      const response = await fetchFile(base + path, { cache, ...UNFOLLOWED });
      if (!response.ok) return undefined;
      return { value: await response.json(), fromDevice: response.headers.has(TAKEN_HEADER) };
    } catch {
      return undefined;
    }
  };
  const root = async (alsoFromDevice: boolean) => {
    const answer = await json("packs/manifest.json", "no-cache");
    if (!answer || (answer.fromDevice && !alsoFromDevice)) return undefined;
    const manifest = readManifest(answer.value);
    return manifest.ok ? manifest.value : undefined;
  };
  return {
    root: () => root(false),
    access: async () => {
      try {
        const response = await fetchFile(`${base}packs/manifest.json`, { cache: "no-cache", ...UNFOLLOWED });
        if (response.status >= 500 || response.headers.has(TAKEN_HEADER)) return "unreachable";
        return (await isGate(response)) ? "signed-out" : "open";
      } catch {
        return "unreachable";
      }
    },
    lastRoot: () => root(true),
    section: async ({ path }) => {
      const manifest = readSectionManifest((await json(path, "default"))?.value);
      return manifest.ok ? manifest.value : undefined;
    },
    pack: async ({ path }) => {
      const pack = readPack((await json(path, "default"))?.value);
      return pack.ok ? pack.value : undefined;
    },
  };
}

/** Every section of a release by its key, `<locale>/<section>`. */
export function sectionsByKey(manifest: RootManifest): ReadonlyMap<string, SectionEntry> {
  return new Map(
    manifest.locales.flatMap(({ locale, sections }) =>
      sections.map((entry) => [`${locale}/${entry.section}`, entry] as const),
    ),
  );
}

/** All files that belong to a section. */
export function filesOf({ pack, pages, media, vectors }: SectionManifest): readonly ManifestFile[] {
  return [pack, ...pages, ...media, ...(vectors ? [vectors] : [])];
}
