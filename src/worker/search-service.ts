import type { AppError } from "../domain/errors";
import type { Locale } from "../domain/locale";
import type { RootManifest, SectionEntry } from "../domain/pack";
import { err, ok, type Result } from "../domain/result";
import type { OtherLanguage, SearchQuery, SearchResults } from "../domain/search";
import { besideOther, betterThan, hasLittle } from "../search/other-language";
import { readSegment } from "../search/read-segment";
import type { SearchIndex } from "../search/search-index";
import type { StoredSection } from "../storage/database";
import type { SectionStore } from "../storage/section-store";
import type { ContentSource } from "./content-source";
import type { WordedSection } from "./encoders/section-encoder";
import type { MeaningService, Meant } from "./meaning-service";
import type { SearchState } from "./protocol";

/** Sections fetched at once. HTTP/1.1 browsers limit themselves to 6; later protocols need not wait in rounds. */
const PARALLEL = 24;

export interface SearchService {
  /** Loads a language unless it is loaded or loading; after a failure it tries again. */
  open(locale: Locale): Promise<void>;
  /** Waits until the language is loaded. @param isWanted asked again when the turn comes */
  search(query: SearchQuery, isWanted: () => boolean): Promise<Result<SearchResults, AppError> | undefined>;
  /** The same, in parts. */
  find(query: SearchQuery, isWanted: () => boolean): Promise<Result<Found, AppError> | undefined>;
}

export interface Found {
  /** Of the query's own language. */
  readonly results: SearchResults;
  readonly otherLanguage: OtherLanguage | undefined;
  /** Nothing while words must do. */
  readonly meant: Meant | undefined;
}

interface SearchServiceParts {
  readonly source: ContentSource;
  readonly store: SectionStore;
  readonly index: SearchIndex;
  /** Told of every language once words can be compared. */
  readonly meanings: MeaningService;
  /** Told of every manifest, before the meanings are told of its languages. */
  readonly onManifest: (manifest: RootManifest) => void;
  readonly onState: (locale: Locale, state: SearchState) => void;
}

/**
 * Search over the site's content: takes each section from the device when it is kept there and unchanged, else
 * from the site, and keeps it.
 */
export function createSearchService({
  source,
  store,
  index,
  meanings,
  onManifest,
  onState,
}: SearchServiceParts): SearchService {
  /** Failed loads are taken out again, so that a retry loads anew. */
  const loads = new Map<Locale, Promise<AppError | undefined>>();
  /** Languages of which a section did not arrive, with the reason. */
  const incomplete = new Map<Locale, AppError>();
  /** Languages of the site that have articles. */
  let spoken: readonly Locale[] = [];
  /** Languages that were opened for a query in another one; once is enough. */
  const openedAside = new Set<Locale>();

  const open = (locale: Locale): Promise<AppError | undefined> => {
    const known = loads.get(locale);
    if (known) return known;
    const loading = load(locale)
      .catch(unexpected)
      .then((error) => {
        if (error) {
          loads.delete(locale);
          onState(locale, { status: "failed", error });
        }
        return error;
      });
    loads.set(locale, loading);
    return loading;
  };

  const load = async (locale: Locale): Promise<AppError | undefined> => {
    onState(locale, { status: "loading", loaded: 0, total: 0 });
    meanings.forget(locale);
    const manifest = await source.manifest();
    if (!manifest.ok) return isKeptBack(manifest.error) ? loadKept(locale, manifest.error) : manifest.error;
    onManifest(manifest.value);
    spoken = manifest.value.locales.filter(({ sections }) => sections.length > 0).map((entry) => entry.locale);
    const sections = manifest.value.locales.find((entry) => entry.locale === locale)?.sections ?? [];
    const total = sections.reduce((sum, { pack }) => sum + pack.size, 0);
    const failures: AppError[] = [];
    let loaded = 0;
    let articles = 0;
    const worded: WordedSection[] = [];
    const queue = [...sections];
    const work = async () => {
      for (let section = queue.shift(); section; section = queue.shift()) {
        const added = await addSection(locale, section);
        if (added.ok) {
          articles += section.articles;
          worded.push(added.value);
        } else failures.push(added.error);
        loaded += section.pack.size;
        onState(locale, { status: "loading", loaded, total });
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    const [failure] = failures;
    if (failure && failures.length === sections.length) return failure;
    if (failure) incomplete.set(locale, failure);
    else incomplete.delete(locale);
    onState(locale, { status: "ready", articles, missing: failures.length });
    void store.retain(locale, new Set(sections.map(({ section }) => sectionKey(locale, section))));
    meanings.add(locale, manifest.value.encoder, worded);
    return undefined;
  };

  /** Without the site, everything that the device has of a language is searched. */
  const loadKept = async (locale: Locale, unreachable: AppError): Promise<AppError | undefined> => {
    let articles = 0;
    for (const key of await store.keys(locale)) {
      const kept = await store.get(key);
      if (kept && addKept(kept)) articles += kept.pack.articles.length;
    }
    if (articles === 0) return unreachable;
    incomplete.set(locale, unreachable);
    onState(locale, { status: "ready", articles, missing: 0 });
    return undefined;
  };

  const addSection = async (
    locale: Locale,
    { section, pack: file, vectors }: SectionEntry,
  ): Promise<Result<WordedSection, AppError>> => {
    const key = sectionKey(locale, section);
    const kept = await store.get(key);
    if (kept?.sha256 === file.sha256 && addKept(kept))
      return ok({ key, sha256: file.sha256, pack: kept.pack, vectors });
    const pack = await source.pack(file);
    if (!pack.ok) {
      // An older text that can be read is worth more than a newer one that cannot be had.
      const isOlder = isKeptBack(pack.error) && kept && addKept(kept);
      return isOlder ? ok({ key, sha256: kept.sha256, pack: kept.pack }) : pack;
    }
    try {
      const segment = index.add(pack.value);
      void store.put({ key, sha256: file.sha256, pack: pack.value, index: segment });
      return ok({ key, sha256: file.sha256, pack: pack.value, vectors });
    } catch (error) {
      return err({ code: "content-invalid", detail: `${file.path}: ${String(error)}` });
    }
  };

  /**
   * Takes a section from the device. An index of another version is built anew from the texts beside it, without
   * fetching them again.
   *
   * @returns false for a copy that is damaged: it is worth no more than none
   */
  const addKept = (kept: StoredSection): boolean => {
    try {
      const segment = readSegment(kept.index, kept.pack);
      const built = index.add(kept.pack, segment.ok ? segment.value : undefined);
      if (!segment.ok) void store.put({ ...kept, index: built });
      return true;
    } catch {
      return false;
    }
  };

  /**
   * What another language says where the reader's own has little. One that is not loaded yet is loaded for the next
   * time: the page asks again when it can be compared.
   */
  const searchElsewhere = (
    query: SearchQuery,
    { articles }: SearchResults,
    meant: Meant,
  ): OtherLanguage | undefined => {
    if (query.section !== undefined || !hasLittle(query, articles)) return undefined;
    for (const locale of spoken) {
      if (locale === query.locale) continue;
      if (meanings.isReady(locale)) {
        const better = betterThan(articles, index.search({ text: query.text, locale }, meant).articles);
        if (better.length > 0) return { locale, articles: better };
      } else if (!openedAside.has(locale)) {
        openedAside.add(locale);
        void open(locale);
        // One at a time: each takes memory and time, and the first may do.
        break;
      }
    }
    return undefined;
  };

  const find: SearchService["find"] = async (query, isWanted) => {
    const error = await open(query.locale);
    if (!isWanted()) return undefined;
    if (error) return err(error);
    const meant = await meanings.query(query);
    if (!isWanted()) return undefined;
    const results = index.search(query, meant);
    const otherLanguage = meant && searchElsewhere(query, results, meant);
    const missing = incomplete.get(query.locale);
    if (!missing || results.articles.some(({ because }) => because === "words")) {
      return ok({ results, otherLanguage, meant });
    }
    // That no article holds these words could be untrue; trying again fetches what is missing.
    loads.delete(query.locale);
    return err(missing);
  };

  return {
    open: async (locale) => {
      await open(locale);
    },
    search: async (query, isWanted) => {
      const found = await find(query, isWanted);
      if (!found?.ok) return found;
      const { results, otherLanguage } = found.value;
      return ok(otherLanguage ? { ...besideOther(results, otherLanguage.articles), otherLanguage } : results);
    },
    find,
  };
}

/** A defect of ours must not leave the reader waiting for ever. */
function unexpected(error: unknown): AppError {
  return { code: "worker-failed", detail: String(error) };
}

function sectionKey(locale: Locale, section: string): string {
  return `${locale}/${section}`;
}

/** The site cannot be had now; what the device has is as good as ever. */
function isKeptBack({ code }: AppError): boolean {
  return code === "content-unreachable" || code === "signed-out";
}
