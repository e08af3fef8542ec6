import type { Answer, AnswerStage } from "../domain/answer";
import type { AppError } from "../domain/errors";
import type { Locale } from "../domain/locale";
import { err, type Result, unreachable } from "../domain/result";
import type { SearchQuery, SearchResults } from "../domain/search";
import type { OpenVault } from "../vault/open-vault";
import type { MeaningState, ReaderState, SearchState, WorkerRequest, WorkerResponse } from "../worker/protocol";
import { isOpaque, type SearchWorker, startSearchWorker } from "./search-worker";
import { type Watchable, watchable } from "./watchable";

/** How far the content that search needs has come. */
export type SearchPhase = "idle" | SearchState["status"];

export type { MeaningState, ReaderState };

/** Search as the page sees it. One for the lifetime of the page. */
export interface SearchClient {
  /**
   * Answered as soon as the content is loaded; after a failed load, tries again. An aborted search rejects with
   * the signal's reason and its late answer is dropped; the worker goes on.
   */
  search(query: SearchQuery, signal: AbortSignal): Promise<Result<SearchResults, AppError>>;
  /**
   * A question, answered as soon as the content is loaded: by quotation, or by saying that the articles do not cover
   * it. It waits for neither encoder nor reader. Aborted like a search.
   *
   * @param onStage told what is being done meanwhile
   */
  ask(
    query: SearchQuery,
    signal: AbortSignal,
    onStage?: (stage: AnswerStage) => void,
  ): Promise<Result<Answer, AppError>>;
  readonly state: Watchable<SearchPhase>;
  /** Search by meaning comes after search by words; when it has come, what was asked may be asked again. */
  readonly meaning: Watchable<MeaningState>;
  /** Fetches the encoder although the device saves data, or tries again after a failure. */
  loadEncoder(): void;
  /** The model that reads for answers; without it sentences are scored. It is off before the first question. */
  readonly reader: Watchable<ReaderState>;
  /** Fetches the reader: it was offered, or is to be tried again. */
  loadReader(): void;
  /** Ends the reader's transfer; it is offered again. */
  stopReader(): void;
  /**
   * Begins to load before the first word is typed.
   *
   * @param locale whose content {@link state} speaks of from now on; absent: as before
   */
  prepare(locale?: Locale): void;
  /** Ends search for good, with all that it holds in memory. */
  close(): void;
}

interface SearchClientOptions {
  /** The site's base path. */
  readonly base: string;
  readonly locale: Locale;
  /** Encoder and reader, several megabytes each, wait until they are asked for; absent: as the device says. */
  readonly saveData?: boolean;
  /** Sealed articles are unlocked: they are searched too, in memory. */
  readonly vault?: OpenVault;
  /** Replaced in tests. */
  readonly startWorker?: (base: string) => SearchWorker;
}

/** A request whose answer has not come. */
interface Pending {
  settle(result: Result<unknown, AppError>): void;
  readonly onStage?: ((stage: AnswerStage) => void) | undefined;
}

/** Search in a worker that starts with the first call of `prepare` or `search`. */
export function createSearchClient({
  base,
  locale,
  saveData = savesData(),
  vault,
  startWorker = startSearchWorker,
}: SearchClientOptions): SearchClient {
  const pending = new Map<number, Pending>();
  const state = watchable<SearchPhase>("idle");
  const meaning = watchable<MeaningState>({ status: "off" });
  const reader = watchable<ReaderState>({ status: "off" });
  // Reading in the page itself would hold it up: whoever wants that says so.
  const held = new Set<"encoder" | "reader">(saveData ? ["encoder", "reader"] : isOpaque() ? ["reader"] : []);
  let worker: SearchWorker | undefined;
  /** By language; {@link SearchClient.state} is that of the one that is shown. */
  const states = new Map<Locale, SearchPhase>();
  let shown = locale;
  let isClosed = false;
  let lastId = 0;

  const fail = (detail: string) => {
    const error: AppError = { code: "worker-failed", detail };
    worker?.terminate();
    worker = undefined;
    for (const { settle } of pending.values()) settle(err(error));
    pending.clear();
    states.clear();
    state.set("failed");
    meaning.set({ status: "off" });
    reader.set({ status: "off" });
  };

  const receive = ({ data: response }: MessageEvent<WorkerResponse>) => {
    switch (response.type) {
      case "state":
        states.set(response.locale, response.state.status);
        if (response.locale === shown) state.set(response.state.status);
        return;
      case "meaning":
        meaning.set(response.state);
        return;
      case "reader":
        reader.set(response.state);
        return;
      case "stage":
        pending.get(response.id)?.onStage?.(response.stage);
        return;
      case "results":
      case "answer":
        pending.get(response.id)?.settle(response.result);
        pending.delete(response.id);
        return;
      default:
        unreachable(response);
    }
  };

  /** Starts the worker when there is none: at first, and after it died. */
  const send = (request: WorkerRequest) => {
    if (isClosed) return;
    if (!worker) {
      try {
        worker = startWorker(base);
      } catch (error) {
        fail(String(error));
        return;
      }
      worker.addEventListener("message", receive);
      worker.addEventListener("error", (event) => fail(event.message));
      if (vault) worker.postMessage({ type: "use-vault", vault });
      for (const model of held) worker.postMessage({ type: `hold-${model}` } satisfies WorkerRequest);
    }
    worker.postMessage(request);
  };

  /** @param toRequest the request under the number that it gets */
  const request = <T>(
    toRequest: (id: number) => WorkerRequest,
    signal: AbortSignal,
    onStage?: (stage: AnswerStage) => void,
  ): Promise<Result<T, AppError>> =>
    new Promise((settle, reject) => {
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
      pending.set(id, {
        settle(result) {
          signal.removeEventListener("abort", abort);
          // The protocol answers each kind of request with its own kind of result.
          settle(result as Result<T, AppError>);
        },
        onStage,
      });
      signal.addEventListener("abort", abort, { once: true });
      send(toRequest(id));
    });

  return {
    state,
    meaning,
    reader,
    loadEncoder() {
      held.delete("encoder");
      send({ type: "load-encoder" });
    },
    loadReader() {
      held.delete("reader");
      send({ type: "load-reader" });
    },
    stopReader() {
      held.add("reader");
      send({ type: "stop-reader" });
    },
    prepare(next = shown) {
      if (next !== shown) state.set(states.get(next) ?? "idle");
      shown = next;
      send({ type: "open", locale: shown });
    },
    close() {
      isClosed = true;
      fail("closed");
    },
    search: (query, signal) => request((id) => ({ type: "search", id, query }), signal),
    ask: (query, signal, onStage) => request((id) => ({ type: "ask", id, query }), signal, onStage),
  };
}

/** Only some browsers tell. */
function savesData(): boolean {
  const device = globalThis.navigator as { readonly connection?: { readonly saveData?: boolean } } | undefined;
  return device?.connection?.saveData === true;
}
