import MiniSearch from "minisearch";
import type { SectionPack } from "../../../src/domain/pack";
import { createSearchIndex } from "../../../src/search/search-index";
import { MINISEARCH_OPTIONS, miniSearchDocuments } from "./minisearch-options";

/** What to index, and with what. */
export interface IndexRequest {
  readonly engine: "pocket-help" | "minisearch";
  readonly packs: readonly SectionPack[];
}

// One request a worker: every measurement starts with code that has never run, as on a reader's first visit.
self.addEventListener("message", ({ data: { engine, packs } }: MessageEvent<IndexRequest>) => {
  const start = performance.now();
  if (engine === "pocket-help") {
    const index = createSearchIndex();
    for (const pack of packs) index.add(pack);
    // What is left for the first question belongs to the building.
    index.search({ text: "a", locale: packs[0]?.locale ?? "en" });
  } else {
    new MiniSearch(MINISEARCH_OPTIONS).addAll(miniSearchDocuments(packs));
  }
  self.postMessage(performance.now() - start);
});
