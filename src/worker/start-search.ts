import type { AnswerStage } from "../domain/answer";
import type { AppError } from "../domain/errors";
import { err, type Result, unreachable } from "../domain/result";
import { createSearchIndex } from "../search/search-index";
import { createMeaningStore } from "../storage/meaning-store";
import { createModelStore } from "../storage/model-store";
import { createSectionStore } from "../storage/section-store";
import { createAnswerService } from "./answers/answer-service";
import { readerLoader } from "./answers/load-reader";
import { createReaderService } from "./answers/reader-service";
import { fetchedContent } from "./content-source";
import { encoderLoader } from "./encoders/load-encoder";
import { createMeaningService } from "./meaning-service";
import { createModelFiles } from "./model-files";
import type { WorkerRequest, WorkerResponse } from "./protocol";
import { createSearchService } from "./search-service";
import { createVaultOverlay } from "./vault-overlay";

/** Search and answers, given where the site is and whom to answer. @returns what takes the page's requests */
export function startSearch(base: string, say: (response: WorkerResponse) => void): (request: WorkerRequest) => void {
  /** Searches and questions under way whose answer is still wanted. */
  const wanted = new Map<number, AbortController>();
  const index = createSearchIndex();
  const overlay = createVaultOverlay(base);
  const files = createModelFiles(base, createModelStore(base));
  const meanings = createMeaningService({
    index,
    store: overlay.meanings(createMeaningStore(base)),
    files,
    loadEncoder: encoderLoader(base, files, overlay.fetch),
    onState: (state) => say({ type: "meaning", state }),
  });
  const reader = createReaderService({
    files,
    loadReader: readerLoader(base, files),
    onState: (state) => say({ type: "reader", state }),
  });
  const search = createSearchService({
    source: overlay.watched(fetchedContent(base, overlay.fetch)),
    store: overlay.sections(createSectionStore(base)),
    index,
    meanings,
    onManifest: (manifest) => answers.add(manifest.answers),
    onState: (locale, state) => say({ type: "state", locale, state }),
  });

  const answers = createAnswerService({ search, index, meanings, reader });

  /** Answers a request unless it is cancelled before. @param work resolves with nothing where nobody wants it any more */
  async function answer<T>(
    id: number,
    work: (signal: AbortSignal) => Promise<Result<T, AppError> | undefined>,
    respond: (result: Result<T, AppError>) => WorkerResponse,
  ): Promise<void> {
    const controller = new AbortController();
    wanted.set(id, controller);
    // A defect of ours must not leave the reader waiting for ever.
    const result = await work(controller.signal).catch((error: unknown) =>
      err<AppError>({ code: "worker-failed", detail: String(error) }),
    );
    if (result && wanted.delete(id)) say(respond(result));
  }

  return (request) => {
    switch (request.type) {
      case "use-vault":
        overlay.use(request.vault);
        return;
      case "open":
        void search.open(request.locale);
        return;
      case "search": {
        const { id, query } = request;
        void answer(
          id,
          (signal) => search.search(query, () => !signal.aborted),
          (result) => ({ type: "results", id, result }),
        );
        return;
      }
      case "ask": {
        const { id, query } = request;
        const onStage = (stage: AnswerStage) => {
          if (wanted.has(id)) say({ type: "stage", id, stage });
        };
        void answer(
          id,
          (signal) => answers.ask(query, signal, onStage),
          (result) => ({ type: "answer", id, result }),
        );
        return;
      }
      case "cancel":
        wanted.get(request.id)?.abort(new DOMException("The answer is no longer wanted.", "AbortError"));
        wanted.delete(request.id);
        return;
      case "hold-encoder":
        meanings.hold();
        return;
      case "load-encoder":
        meanings.load();
        return;
      case "hold-reader":
        reader.hold();
        return;
      case "load-reader":
        reader.load();
        return;
      case "stop-reader":
        reader.stop();
        return;
      default:
        unreachable(request);
    }
  };
}
