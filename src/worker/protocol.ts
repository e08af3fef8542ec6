import type { Answer, AnswerStage } from "../domain/answer";
import type { AppError } from "../domain/errors";
import type { Locale } from "../domain/locale";
import type { Result } from "../domain/result";
import type { SearchQuery, SearchResults } from "../domain/search";
import type { OpenVault } from "../vault/open-vault";

/** Where search stands in one language. */
export type SearchState =
  /** Bytes of text packs, read from the network or the device, and in all; `total` is 0 until the manifest is there. */
  | { readonly status: "loading"; readonly loaded: number; readonly total: number }
  /** `missing` sections could not be had; the others are searched. */
  | { readonly status: "ready"; readonly articles: number; readonly missing: number }
  | { readonly status: "failed"; readonly error: AppError };

/** Where search by meaning stands. Until it is ready, and for good where it is not to be had, words are compared. */
export type MeaningState =
  /** The site has no encoder, or nobody has searched yet. */
  | { readonly status: "off" }
  /** It is not fetched by itself; `bytes` in all. */
  | { readonly status: "offered"; readonly bytes: number }
  /** Bytes of the encoder. With all of them there, passages are being encoded. */
  | { readonly status: "loading"; readonly loaded: number; readonly total: number }
  /** Languages whose passages can be compared. */
  | { readonly status: "ready"; readonly locales: readonly Locale[] }
  | { readonly status: "unavailable"; readonly error: AppError };

/** Where the reader stands. Until it is ready, and for good where it is not to be had, sentences are scored without it. */
export type ReaderState =
  /** The site has none, or nobody has asked a question yet. */
  | { readonly status: "off" }
  /** It is fetched when the person says so; `bytes` in all. */
  | { readonly status: "offered"; readonly bytes: number }
  | { readonly status: "loading"; readonly loaded: number; readonly total: number }
  | { readonly status: "ready" }
  | { readonly status: "unavailable"; readonly error: AppError };

/** What the page asks of the worker. */
export type WorkerRequest =
  /** Sealed articles are unlocked: they are searched too. The first request, if ever. */
  | { readonly type: "use-vault"; readonly vault: OpenVault }
  /** Begins to load a language, or tries again after a failure. */
  | { readonly type: "open"; readonly locale: Locale }
  /** A question. Stages are told on the way; answered once the language is loaded. */
  | { readonly type: "ask"; readonly id: number; readonly query: SearchQuery }
  /** Answered once the language is loaded. */
  | { readonly type: "search"; readonly id: number; readonly query: SearchQuery }
  /** The answer is no longer wanted; none follows. */
  | { readonly type: "cancel"; readonly id: number }
  /** The encoder is not to be fetched by itself: the device saves data. */
  | { readonly type: "hold-encoder" }
  /** The reader wants it now, or wants it tried again. */
  | { readonly type: "load-encoder" }
  /** The reader is not to be fetched by itself, whatever the site says: the device saves data. */
  | { readonly type: "hold-reader" }
  /** The person wants it now, or wants it tried again. */
  | { readonly type: "load-reader" }
  /** The person does not want it any more: its transfer ends, and it is offered again. */
  | { readonly type: "stop-reader" };

/** What the worker says to the page. */
export type WorkerResponse =
  | { readonly type: "state"; readonly locale: Locale; readonly state: SearchState }
  | { readonly type: "meaning"; readonly state: MeaningState }
  | { readonly type: "reader"; readonly state: ReaderState }
  | { readonly type: "stage"; readonly id: number; readonly stage: AnswerStage }
  | { readonly type: "answer"; readonly id: number; readonly result: Result<Answer, AppError> }
  | { readonly type: "results"; readonly id: number; readonly result: Result<SearchResults, AppError> };

/** Starts search for a site, given its base path. @returns what takes requests */
export type StartSearch = (base: string, say: (response: WorkerResponse) => void) => (request: WorkerRequest) => void;

/**
 * Where the worker's file leaves {@link StartSearch} in a page that loads it as a module: a worker's bundle has no
 * exports.
 */
export const SEARCH_CODE = "pocketHelpSearch";
