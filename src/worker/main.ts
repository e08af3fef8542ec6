import { unreachable } from "../domain/result";
import { createSectionStore } from "../storage/section-store";
import { fetchedContent } from "./content-source";
import type { WorkerRequest, WorkerResponse } from "./protocol";
import { createSearchService } from "./search-service";

declare const self: DedicatedWorkerGlobalScope;

/** The page names the worker after the site's base, so that it is known before the first message. */
const base = self.name;
const say = (response: WorkerResponse) => self.postMessage(response);
const cancelled = new Set<number>();
const service = createSearchService(fetchedContent(base), createSectionStore(base), (locale, state) =>
  say({ type: "state", locale, state }),
);

self.addEventListener("message", ({ data: request }: MessageEvent<WorkerRequest>) => {
  switch (request.type) {
    case "open":
      void service.open(request.locale);
      return;
    case "search": {
      const { id, query } = request;
      void service
        .search(query, () => !cancelled.has(id))
        .then((result) => {
          if (result && !cancelled.has(id)) say({ type: "results", id, result });
          cancelled.delete(id);
        });
      return;
    }
    case "cancel":
      cancelled.add(request.id);
      return;
    default:
      unreachable(request);
  }
});
