import type { AppError } from "../domain/errors";
import type { Locale } from "../domain/locale";
import { err, type Result, unreachable } from "../domain/result";
import type { SearchQuery, SearchResults } from "../domain/search";
// The worker's file, as an address: starting it needs a trusted one.
import workerUrl from "../worker/main?worker&url";
import type { SearchState, WorkerRequest, WorkerResponse } from "../worker/protocol";
import { scriptUrl } from "./trusted-types";

export type { SearchState } from "../worker/protocol";

/** Search as the page sees it. One for the lifetime of the page. */
export interface SearchClient {
  /**
   * Answered as soon as the content is loaded. An aborted search rejects with an `AbortError` and its late
   * answer is dropped; the worker goes on.
   */
  search(query: SearchQuery, signal: AbortSignal): Promise<Result<SearchResults, AppError>>;
  /** Where loading stands; `undefined` until the worker has said anything. */
  readonly state: SearchState | undefined;
  /** @returns a function that ends the subscription */
  onState(listener: (state: SearchState) => void): () => void;
  /** Tries to load again after a failure. */
  retry(): void;
}

interface SearchClientOptions {
  /** The site's base path. */
  readonly base: string;
  readonly locale: Locale;
  /** Replaced in tests. */
  readonly startWorker?: (base: string) => Worker;
}

type Settle = (result: Result<SearchResults, AppError>) => void;

/** Starts the worker and begins to load the language's content. */
export function createSearchClient({
  base,
  locale,
  startWorker = startSearchWorker,
}: SearchClientOptions): SearchClient {
  const pending = new Map<number, Settle>();
  const listeners = new Set<(state: SearchState) => void>();
  let state: SearchState | undefined;
  let worker: Worker | undefined;
  let lastId = 0;

  const setState = (next: SearchState) => {
    state = next;
    for (const listener of listeners) listener(next);
  };

  const fail = (detail: string) => {
    const error: AppError = { code: "worker-failed", detail };
    worker?.terminate();
    worker = undefined;
    for (const settle of pending.values()) settle(err(error));
    pending.clear();
    setState({ status: "failed", error });
  };

  const receive = ({ data: response }: MessageEvent<WorkerResponse>) => {
    switch (response.type) {
      case "state":
        if (response.locale === locale) setState(response.state);
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
    }
    worker.postMessage(request);
  };

  send({ type: "open", locale });

  return {
    get state() {
      return state;
    },
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => send({ type: "open", locale }),
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

/** The worker learns the site's base from its name. */
function startSearchWorker(base: string): Worker {
  return new Worker(scriptUrl(workerUrl), { type: "module", name: base });
}
