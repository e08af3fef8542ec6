import type { Result } from "../../domain/result";
import type { SearchQuery, SearchResults } from "../../domain/search";
import type { Locale } from "../../domain/locale";

/** How far the data that search needs has come. */
export type SearchPhase = "idle" | "loading" | "ready" | "failed";

/** The part of a signal the interface uses; `@preact/signals` fits, so does a ten-line observable. */
export interface Watchable<T> {
  readonly value: T;
  /** Calls back on every change, and may do so at once. Returns the way to stop. */
  subscribe(callback: (value: T) => void): () => void;
}

export interface SearchFailure {
  /** From the catalogue of error codes. */
  readonly code: string;
}

/** What the search interface asks of the page's bridge to the worker. `src/client` implements it. */
export interface SearchClient {
  /**
   * Waits for the data when it is still loading. A failed load is an error, and the next call tries again.
   * After an abort the outcome is never looked at.
   */
  search(query: SearchQuery, signal: AbortSignal): Promise<Result<SearchResults, SearchFailure>>;
  readonly state: Watchable<SearchPhase>;
  /** Begins to load before the first word is typed. */
  prepare?(): void;
}

/** How `src/client/search-client.ts` is to export it. */
export type CreateSearchClient = (options: { readonly base: string; readonly locale: Locale }) => SearchClient;
