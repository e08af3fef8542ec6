import type { Locale } from "../domain/locale";
import { type Notice, type NoticesFile, type RevisionsFile, UPDATES_VERSION, type UpdatesFile } from "../domain/notice";
import { UNFOLLOWED } from "../domain/sign-in";

/** What has come since the page was built, fetched when first asked for. */
export interface SiteUpdates {
  /** Notices of a language; none when they cannot be had. */
  notices(locale: Locale): Promise<readonly Notice[]>;
  /** Revisions of its articles by id without the language; `undefined` when they cannot be had. */
  revisions(locale: Locale): Promise<Readonly<Record<string, string>> | undefined>;
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Never fails: what does not arrive, or is of another version, is not there this time. */
export function createSiteUpdates(base: string, fetchFile: Fetch = (url, init) => fetch(url, init)): SiteUpdates {
  let index: Promise<UpdatesFile | undefined> | undefined;

  async function read<T>(path: string, cache: RequestCache): Promise<T | undefined> {
    try {
      const response = await fetchFile(base + path, { cache, ...UNFOLLOWED });
      if (!response.ok) return undefined;
      const file = (await response.json()) as { version?: unknown } | null;
      return file?.version === UPDATES_VERSION ? (file as T) : undefined;
    } catch {
      return undefined;
    }
  }

  async function part<T>(locale: Locale, name: "notices" | "articles"): Promise<T | undefined> {
    index ??= read<UpdatesFile>("updates.json", "no-cache");
    const path = (await index)?.locales[locale]?.[name];
    return path === undefined ? undefined : read<T>(path, "default");
  }

  return {
    notices: async (locale) => (await part<NoticesFile>(locale, "notices"))?.notices ?? [],
    revisions: async (locale) => (await part<RevisionsFile>(locale, "articles"))?.articles,
  };
}
