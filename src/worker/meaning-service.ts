import type { QueryEncoder, QueryMeaning, SectionMeanings, StaticEncoder } from "../domain/encoder";
import type { AppError } from "../domain/errors";
import type { Locale } from "../domain/locale";
import type { SiteEncoder } from "../domain/pack";
import { err, ok, type Result } from "../domain/result";
import type { SearchQuery } from "../domain/search";
import { readMeanings } from "../search/read-meanings";
import type { SearchIndex } from "../search/search-index";
import type { MeaningStore } from "../storage/meaning-store";
import type { LoadEncoder } from "./encoders/load-encoder";
import type { SectionEncoder, WordedSection } from "./encoders/section-encoder";
import type { ModelFiles } from "./model-files";
import type { MeaningState } from "./protocol";

/** What the index takes for a query beside its words. */
export type Meant = QueryMeaning | QueryEncoder;

/** Search by meaning, beside search by words and never in its way. */
export interface MeaningService {
  /**
   * Begins to encode the passages of a language whose words can be compared.
   *
   * @param encoder what the site's manifest names; nothing where it names none
   */
  add(locale: Locale, encoder: SiteEncoder | undefined, sections: readonly WordedSection[]): void;
  /** A language is loaded anew: until it is added again, words must do. */
  forget(locale: Locale): void;
  /** What a query means; nothing while words must do. */
  query(query: SearchQuery): Promise<Meant | undefined>;
  /** Whether the passages of a language can be compared. */
  isReady(locale: Locale): boolean;
  /** Waits while a language's passages are being made comparable: until they are, or nothing is under way any more. */
  settled(locale: Locale): Promise<void>;
  /** What compares texts of a language that are in no index, once its passages can be compared; not every encoder can. */
  table(locale: Locale): StaticEncoder | undefined;
  /** The encoder is not fetched by itself from now on. */
  hold(): void;
  /** Fetches the encoder that was held back, or tries again. */
  load(): void;
}

interface MeaningServiceParts {
  readonly index: SearchIndex;
  readonly store: MeaningStore;
  readonly files: ModelFiles;
  readonly loadEncoder: LoadEncoder;
  readonly onState: (state: MeaningState) => void;
}

/** A language that is to be encoded. */
interface Task {
  readonly encoder: SiteEncoder;
  readonly sections: readonly WordedSection[];
}

/** Gives the index the meanings of its sections: from the device where they are kept and fit, else newly made. */
export function createMeaningService({
  index,
  store,
  files,
  loadEncoder,
  onState,
}: MeaningServiceParts): MeaningService {
  const ready = new Set<Locale>();
  /**
   * Known languages, ready ones too: another encoder encodes them anew. Each object stands for one loading of its
   * language, and all name the same encoder, the newest.
   */
  const tasks = new Map<Locale, Task>();
  /** Tasks under way or done; another start would do the same work twice. */
  const taken = new WeakSet<Task>();
  /** What was started last for each language. */
  const runs = new Map<Locale, Promise<void>>();
  let loading: { readonly key: string; readonly encoder: Promise<Result<SectionEncoder, AppError>> } | undefined;
  /** The one that made the meanings of all that is ready. */
  let running: SectionEncoder | undefined;
  let held = false;

  const fail = (error: AppError): void => {
    // Another language's trouble is none of the reader's.
    if (ready.size === 0) onState({ status: "unavailable", error });
  };

  /** Says nothing while something can be compared, or while no task would ever end this state. */
  const tellLoading = (encoder: SiteEncoder, loaded: number): void => {
    if (ready.size > 0 || ![...tasks.values()].some((task) => taken.has(task))) return;
    const total = bytesOf(encoder);
    onState({ status: "loading", loaded: Math.min(loaded, total), total });
  };

  const encoderOf = (wanted: SiteEncoder): Promise<Result<SectionEncoder, AppError>> => {
    const key = keyOf(wanted);
    if (loading?.key === key) return loading.encoder;
    tellLoading(wanted, 0);
    const mine = {
      key,
      encoder: loadEncoder(wanted, (loaded) => {
        if (loading?.key === key) tellLoading(wanted, loaded);
      })
        .catch((error: unknown) => err<AppError>({ code: "encoder-invalid", detail: String(error) }))
        .then((result) => {
          if (loading !== mine) return result;
          // Failures are forgotten, so that a retry loads anew.
          if (!result.ok) loading = undefined;
          else take(result.value);
          return result;
        }),
    };
    loading = mine;
    return mine.encoder;
  };

  /** What another encoder said does not compare; until this one was there, it was better than nothing. */
  const take = (encoder: SectionEncoder): void => {
    ready.clear();
    running = encoder;
  };

  const meaningsOf = async (
    encoder: SectionEncoder,
    section: WordedSection,
  ): Promise<Result<SectionMeanings, AppError>> => {
    const { key, sha256, pack } = section;
    const kept = await store.get(key);
    if (kept?.sha256 === sha256) {
      const read = readMeanings(kept.meanings, pack, encoder.encoder);
      if (read.ok) return read;
    }
    const made = await encoder.section(section);
    if (!made.ok) return made;
    const whole = readMeanings(made.value, pack, encoder.encoder);
    if (!whole.ok) return err({ code: "encoder-invalid", detail: `${key}: ${whole.error.expected}` });
    void store.put({ key, sha256, meanings: whole.value });
    return ok(whole.value);
  };

  /** @returns whether it is done; else it may be started again */
  const run = async (locale: Locale, task: Task): Promise<boolean> => {
    const isCurrent = () => tasks.get(locale) === task;
    const { encoder: wanted, sections } = task;
    // Asked again at the end: the reader may have wanted it meanwhile, and a task that is taken is not started anew.
    const waits = held && !(await files.areKept(wanted.files)) && held;
    if (!isCurrent()) return false;
    if (waits) {
      if (ready.size === 0) onState({ status: "offered", bytes: bytesOf(wanted) });
      return false;
    }
    const encoder = await encoderOf(wanted);
    if (!isCurrent()) return false;
    if (!encoder.ok) {
      fail(encoder.error);
      return false;
    }
    // Where the encoder was there already, nothing else says that more is to come.
    tellLoading(wanted, bytesOf(wanted));
    for (const section of sections) {
      const meanings = await meaningsOf(encoder.value, section);
      if (!isCurrent()) return false;
      if (!meanings.ok) {
        fail(meanings.error);
        return false;
      }
      index.addMeanings(locale, section.pack.section, meanings.value);
    }
    ready.add(locale);
    onState({ status: "ready", locales: [...ready] });
    void store.retain(locale, new Set(sections.map(({ key }) => key)));
    files.claim("encoder", wanted.files);
    void files.tidy();
    return true;
  };

  const start = (locale: Locale, task: Task): void => {
    if (taken.has(task)) return;
    taken.add(task);
    let done = false;
    const running = run(locale, task)
      .then((isDone) => {
        done = isDone;
      })
      .catch((error: unknown) => {
        if (tasks.get(locale) === task) fail({ code: "encoder-invalid", detail: String(error) });
      })
      .finally(() => {
        if (!done) taken.delete(task);
      });
    runs.set(locale, running);
  };

  /** Where a new release brought another encoder, the other languages are to be encoded with it too. */
  const renew = (encoder: SiteEncoder): void => {
    for (const [locale, task] of tasks) {
      if (keyOf(task.encoder) === keyOf(encoder)) continue;
      // The vectors that are known are the old model's; those of the new one come when the language is loaded anew.
      if (encoder.kind === "hub") tasks.delete(locale);
      else {
        const renewed = { ...task, encoder };
        tasks.set(locale, renewed);
        start(locale, renewed);
      }
    }
  };

  /** Nothing is known of any language any more. */
  const stop = (): void => {
    tasks.clear();
    ready.clear();
    loading = undefined;
    running = undefined;
  };

  return {
    add(locale, encoder, sections) {
      if (!encoder) {
        stop();
        onState({ status: "off" });
        void store.retain(locale, new Set());
        files.claim("encoder", []);
        void files.tidy();
        return;
      }
      const task = { encoder, sections };
      tasks.set(locale, task);
      start(locale, task);
      renew(encoder);
    },
    forget(locale) {
      const wasKnown = tasks.delete(locale);
      const wasReady = ready.delete(locale);
      // The page asks again only when what is ready changes, so it has to know. Whether anything follows is open:
      // the site may be out of reach. So it is "off", which may last, and not "loading", which must end.
      if (ready.size > 0) {
        if (wasReady) onState({ status: "ready", locales: [...ready] });
      } else if (wasReady || wasKnown) onState({ status: "off" });
    },
    async query({ text, locale, partial }) {
      if (partial || !ready.has(locale)) return undefined;
      // An encoder that fails on a text leaves it to the words.
      return running?.query(text).catch(() => undefined);
    },
    isReady: (locale) => ready.has(locale),
    settled: async (locale) => runs.get(locale),
    table: (locale) => (ready.has(locale) ? running?.table : undefined),
    hold() {
      held = true;
    },
    load() {
      held = false;
      for (const [locale, task] of tasks) start(locale, task);
    },
  };
}

function keyOf(encoder: SiteEncoder): string {
  return JSON.stringify(encoder);
}

function bytesOf({ files }: SiteEncoder): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
