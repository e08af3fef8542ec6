import type { AppError } from "../domain/errors";
import { err, unreachable } from "../domain/result";
import { createSearchIndex } from "../search/search-index";
import { createMeaningStore } from "../storage/meaning-store";
import { createModelStore } from "../storage/model-store";
import { createSectionStore } from "../storage/section-store";
import { fetchedContent } from "./content-source";
import { encoderLoader } from "./encoders/load-encoder";
import { createMeaningService } from "./meaning-service";
import { createModelFiles } from "./model-files";
import type { WorkerRequest, WorkerResponse } from "./protocol";
import { createSearchService } from "./search-service";

/** The part of the worker's global scope that is used, with the protocol's types. */
declare const self: {
  readonly name: string;
  postMessage(response: WorkerResponse): void;
  addEventListener(type: "message", listener: (event: MessageEvent<WorkerRequest>) => void): void;
};

/** The page names the worker after the site's base, so that it is known before the first message. */
const base = self.name;
const say = (response: WorkerResponse) => self.postMessage(response);
/** Searches under way whose answer is still wanted. */
const wanted = new Set<number>();
const index = createSearchIndex();
const files = createModelFiles(base, createModelStore(base));
const meanings = createMeaningService({
  index,
  store: createMeaningStore(base),
  files,
  loadEncoder: encoderLoader(base, files),
  onState: (state) => say({ type: "meaning", state }),
});
const service = createSearchService({
  source: fetchedContent(base),
  store: createSectionStore(base),
  index,
  meanings,
  onState: (locale, state) => say({ type: "state", locale, state }),
});

self.addEventListener("message", ({ data: request }) => {
  switch (request.type) {
    case "open":
      void service.open(request.locale);
      return;
    case "search": {
      const { id, query } = request;
      wanted.add(id);
      void service
        .search(query, () => wanted.has(id))
        // A defect of ours must not leave the reader waiting for ever.
        .catch((error: unknown) => err<AppError>({ code: "worker-failed", detail: String(error) }))
        .then((result) => {
          if (result && wanted.delete(id)) say({ type: "results", id, result });
        });
      return;
    }
    case "cancel":
      wanted.delete(request.id);
      return;
    case "hold-encoder":
      meanings.hold();
      return;
    case "load-encoder":
      meanings.load();
      return;
    default:
      unreachable(request);
  }
});
