import type { QueryEncoder, QueryMeaning, SectionMeanings } from "../domain/encoder";
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
  /** Languages that are not ready, or no more. Each object stands for one loading of its language. */
  const tasks = new Map<Locale, Task>();
  let loading: { readonly key: string; readonly encoder: Promise<Result<SectionEncoder, AppError>> } | undefined;
  let running: SectionEncoder | undefined;
  let held = false;

  const fail = (error: AppError): void => {
    // Another language's trouble is none of the reader's.
    if (ready.size === 0) onState({ status: "unavailable", error });
  };

  const encoderOf = (wanted: SiteEncoder): Promise<Result<SectionEncoder, AppError>> => {
    const key = JSON.stringify(wanted);
    if (loading?.key === key) return loading.encoder;
    // A new release brought another encoder: what the last one said does not compare.
    ready.clear();
    running = undefined;
    const total = wanted.files.reduce((sum, { size }) => sum + size, 0);
    const tell = (loaded: number): void => onState({ status: "loading", loaded: Math.min(loaded, total), total });
    tell(0);
    const mine = {
      key,
      encoder: loadEncoder(wanted, tell)
        .catch((error: unknown) => err<AppError>({ code: "encoder-invalid", detail: String(error) }))
        .then((result) => {
          if (loading !== mine) return result;
          // Failures are forgotten, so that a retry loads anew.
          if (!result.ok) loading = undefined;
          else running = result.value;
          return result;
        }),
    };
    loading = mine;
    return mine.encoder;
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

  const run = async (locale: Locale, task: Task): Promise<void> => {
    const isCurrent = () => tasks.get(locale) === task;
    if (held && !(await files.areKept(task.encoder.files))) {
      const bytes = task.encoder.files.reduce((sum, { size }) => sum + size, 0);
      if (isCurrent() && held && ready.size === 0) onState({ status: "offered", bytes });
      return;
    }
    const encoder = await encoderOf(task.encoder);
    if (!isCurrent()) return;
    if (!encoder.ok) return fail(encoder.error);
    for (const section of task.sections) {
      const meanings = await meaningsOf(encoder.value, section);
      if (!isCurrent()) return;
      if (!meanings.ok) return fail(meanings.error);
      index.addMeanings(locale, section.pack.section, meanings.value);
    }
    tasks.delete(locale);
    if (running !== encoder.value) return;
    ready.add(locale);
    onState({ status: "ready", locales: [...ready] });
    void store.retain(locale, new Set(task.sections.map(({ key }) => key)));
    void files.retain(task.encoder.files);
  };

  const start = (locale: Locale, task: Task): void => {
    run(locale, task).catch((error: unknown) => fail({ code: "encoder-invalid", detail: String(error) }));
  };

  return {
    add(locale, encoder, sections) {
      if (!encoder) {
        onState({ status: "off" });
        void store.retain(locale, new Set());
        void files.retain([]);
        return;
      }
      const task = { encoder, sections };
      tasks.set(locale, task);
      start(locale, task);
    },
    forget(locale) {
      tasks.delete(locale);
      ready.delete(locale);
    },
    async query({ text, locale, partial }) {
      if (partial || !ready.has(locale)) return undefined;
      // An encoder that fails on a text leaves it to the words.
      return running?.query(text).catch(() => undefined);
    },
    isReady: (locale) => ready.has(locale),
    hold() {
      held = true;
    },
    load() {
      held = false;
      for (const [locale, task] of tasks) start(locale, task);
    },
  };
}
