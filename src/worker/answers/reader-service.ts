import type { AppError } from "../../domain/errors";
import type { SiteAnswers, SiteReader } from "../../domain/pack";
import type { Reader } from "../../domain/reader";
import type { ModelFiles } from "../model-files";
import type { ReaderState } from "../protocol";
import type { LoadReader } from "./load-reader";

/** The model that reads for answers, beside the scoring of sentences and never in its way. */
export interface ReaderService {
  /** What the site's manifest says. Told of another reader than before, the old one is let go. */
  add(answers: SiteAnswers | undefined): void;
  /** A question has been asked: the first one begins to load the reader, or offers it. @returns it where it is ready */
  ask(): Reader | undefined;
  /** The reader is not fetched by itself from now on. */
  hold(): void;
  /** Fetches the reader, or tries again. */
  load(): void;
  /** Ends the transfer and offers the reader again. One that is ready stays. */
  stop(): void;
}

interface ReaderServiceParts {
  readonly files: ModelFiles;
  readonly loadReader: LoadReader;
  readonly onState: (state: ReaderState) => void;
}

/** The reader's coming and going; what is said of it is always the last that happened. */
export function createReaderService({ files, loadReader, onState }: ReaderServiceParts): ReaderService {
  let site: { readonly key: string; readonly answers: SiteAnswers; readonly reader: SiteReader } | undefined;
  let state: ReaderState = { status: "off" };
  let running: Reader | undefined;
  /** The start that is under way; every other one has been given up. */
  let starting: AbortController | undefined;
  let held = false;
  let wanted = false;
  let asked = false;

  const tell = (next: ReaderState): void => {
    state = next;
    onState(next);
  };

  const start = (): void => {
    if (!site || running || starting) return;
    const mine = new AbortController();
    starting = mine;
    run(site.answers.fetch, site.reader, mine)
      .catch((error: unknown): AppError => ({ code: "reader-invalid", detail: String(error) }))
      .then((error) => {
        if (starting !== mine) return;
        starting = undefined;
        if (error) tell({ status: "unavailable", error });
      });
  };

  /** @returns why there is no reader; nothing where there is one, or where it waits to be asked for */
  const run = async (
    fetch: SiteAnswers["fetch"],
    reader: SiteReader,
    mine: AbortController,
  ): Promise<AppError | undefined> => {
    const total = bytesOf(reader);
    // Asked again at the end: the person may have wanted it meanwhile.
    const waits = !isWanted(fetch) && !(await files.areKept(reader.files)) && !isWanted(fetch);
    if (starting !== mine) return undefined;
    if (waits) {
      tell({ status: "offered", bytes: total });
      return undefined;
    }
    const tellLoading = (loaded: number): void => {
      if (starting === mine) tell({ status: "loading", loaded: Math.min(loaded, total), total });
    };
    tellLoading(0);
    const loaded = await loadReader(reader, tellLoading, mine.signal);
    if (starting !== mine) {
      if (loaded.ok) void loaded.value.dispose();
      return undefined;
    }
    if (!loaded.ok) return loaded.error;
    running = loaded.value;
    tell({ status: "ready" });
    return undefined;
  };

  const isWanted = (fetch: SiteAnswers["fetch"]): boolean => wanted || (fetch === "automatic" && !held);

  /** Whatever is under way or there is no more. */
  const drop = (): void => {
    starting?.abort(new DOMException("The reader is no longer wanted.", "AbortError"));
    starting = undefined;
    void running?.dispose();
    running = undefined;
  };

  return {
    add(answers) {
      const reader = answers?.reader;
      files.claim("reader", reader?.files ?? []);
      const key = JSON.stringify(reader);
      if (site?.key === key && answers && reader) {
        site = { key, answers, reader };
        return;
      }
      drop();
      site = answers && reader ? { key, answers, reader } : undefined;
      if (state.status !== "off") tell({ status: "off" });
      if (asked || wanted) start();
    },
    ask() {
      asked = true;
      if (state.status === "off") start();
      return running;
    },
    hold() {
      held = true;
    },
    load() {
      wanted = true;
      start();
    },
    stop() {
      wanted = false;
      held = true;
      if (!starting || !site) return;
      drop();
      tell({ status: "offered", bytes: bytesOf(site.reader) });
    },
  };
}

function bytesOf({ files }: SiteReader): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
