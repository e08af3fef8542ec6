import { unreachable } from "../domain/result";
import { createSectionStore } from "../storage/section-store";
import { fetchedContent } from "./content-source";
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
const service = createSearchService(fetchedContent(base), createSectionStore(base), (locale, state) =>
  say({ type: "state", locale, state }),
);

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
        .then((result) => {
          if (result && wanted.delete(id)) say({ type: "results", id, result });
        });
      return;
    }
    case "cancel":
      wanted.delete(request.id);
      return;
    default:
      unreachable(request);
  }
});
