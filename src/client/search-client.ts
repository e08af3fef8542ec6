import type { AppError } from "../domain/errors";
import type { Locale } from "../domain/locale";
import { err, type Result, unreachable } from "../domain/result";
import type { SearchQuery, SearchResults } from "../domain/search";
// The worker's file, as an address: starting it needs a trusted one.
import workerUrl from "../worker/main?worker&url";
import type { MeaningState, SearchState, WorkerRequest, WorkerResponse } from "../worker/protocol";
import { scriptUrl } from "./trusted-types";
import { type Watchable, watchable } from "./watchable";

/** How far the content that search needs has come. */
export type SearchPhase = "idle" | SearchState["status"];

export type { MeaningState };

/** Search as the page sees it. One for the lifetime of the page. */
export interface SearchClient {
  /**
   * Answered as soon as the content is loaded; after a failed load, tries again. An aborted search rejects with
   * the signal's reason and its late answer is dropped; the worker goes on.
   */
  search(query: SearchQuery, signal: AbortSignal): Promise<Result<SearchResults, AppError>>;
  readonly state: Watchable<SearchPhase>;
  /** Search by meaning comes after search by words; when it has come, what was asked may be asked again. */
  readonly meaning: Watchable<MeaningState>;
  /** Fetches the encoder although the device saves data, or tries again after a failure. */
  loadEncoder(): void;
  /** Begins to load before the first word is typed. */
  prepare(): void;
}

interface SearchClientOptions {
  /** The site's base path. */
  readonly base: string;
  readonly locale: Locale;
  /** The encoder, several megabytes, waits until it is asked for; absent: as the device says. */
  readonly saveData?: boolean;
  /** Replaced in tests. */
  readonly startWorker?: (base: string) => Worker;
}

type Settle = (result: Result<SearchResults, AppError>) => void;

/** Search in a worker that starts with the first call of `prepare` or `search`. */
export function createSearchClient({
  base,
  locale,
  saveData = savesData(),
  startWorker = startSearchWorker,
}: SearchClientOptions): SearchClient {
  const pending = new Map<number, Settle>();
  const state = watchable<SearchPhase>("idle");
  const meaning = watchable<MeaningState>({ status: "off" });
  let held = saveData;
  let worker: Worker | undefined;
  let lastId = 0;

  const fail = (detail: string) => {
    const error: AppError = { code: "worker-failed", detail };
    worker?.terminate();
    worker = undefined;
    for (const settle of pending.values()) settle(err(error));
    pending.clear();
    state.set("failed");
    meaning.set({ status: "off" });
  };

  const receive = ({ data: response }: MessageEvent<WorkerResponse>) => {
    switch (response.type) {
      case "state":
        if (response.locale === locale) state.set(response.state.status);
        return;
      case "meaning":
        meaning.set(response.state);
        return;
      case "results":
        pending.get(response.id)?.(response.result);
        pending.delete(response.id);
        return;
      default:
        unreachable(response);
    }
  };

  /** Starts the worker when there is none: at first, and after it died. */
  const send = (request: WorkerRequest) => {
    if (!worker) {
      try {
        worker = startWorker(base);
      } catch (error) {
        fail(String(error));
        return;
      }
      worker.addEventListener("message", receive);
      worker.addEventListener("error", (event) => fail(event.message));
      if (held) worker.postMessage({ type: "hold-encoder" } satisfies WorkerRequest);
    }
    worker.postMessage(request);
  };

  return {
    state,
    meaning,
    loadEncoder() {
      held = false;
      send({ type: "load-encoder" });
    },
    prepare: () => send({ type: "open", locale }),
    search(query, signal) {
      return new Promise((settle, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const id = ++lastId;
        const abort = () => {
          pending.delete(id);
          send({ type: "cancel", id });
          reject(signal.reason);
        };
        pending.set(id, (result) => {
          signal.removeEventListener("abort", abort);
          settle(result);
        });
        signal.addEventListener("abort", abort, { once: true });
        send({ type: "search", id, query });
      });
    },
  };
}

/** Only some browsers tell. */
function savesData(): boolean {
  const device = globalThis.navigator as { readonly connection?: { readonly saveData?: boolean } } | undefined;
  return device?.connection?.saveData === true;
}

/** The worker learns the site's base from its name. */
function startSearchWorker(base: string): Worker {
  return new Worker(scriptUrl(workerUrl), { type: "module", name: base });
}
