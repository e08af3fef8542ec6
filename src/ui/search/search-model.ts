import type { AppError } from "../../domain/errors";
import { unreachable } from "../../domain/result";
import type { SearchResults } from "../../domain/search";

export type Outcome =
  | { readonly status: "answered"; readonly results: SearchResults }
  | { readonly status: "failed"; readonly error: AppError };

/** The state of a search box. */
export interface SearchModel {
  readonly text: string;
  /** An input method is still at work on the text (pinyin being typed): it is not asked yet. */
  readonly composing: boolean;
  /** Only in the page's section. */
  readonly scoped: boolean;
  /** Most articles to show. */
  readonly limit: number;
  /** The text has been asked and not answered yet. */
  readonly pending: boolean;
  /** The last answer; it stays in sight while the next one is on its way. */
  readonly outcome?: Outcome;
  /** Index of the active option; -1: none. */
  readonly active: number;
  /** The arrow keys were used since the last change of text, so Home and End belong to the list. */
  readonly navigating: boolean;
  /** Counts up to ask the same question again. */
  readonly attempt: number;
}

export type SearchEvent =
  | { readonly type: "typed"; readonly text: string; readonly composing?: boolean }
  | { readonly type: "scoped"; readonly scoped: boolean }
  | { readonly type: "more" }
  | { readonly type: "retried" }
  | { readonly type: "answered"; readonly results: SearchResults }
  | { readonly type: "failed"; readonly error: AppError }
  /** With the keyboard. */
  | { readonly type: "moved"; readonly to: number }
  /** With the pointer, which leaves Home and End to the text. */
  | { readonly type: "pointed"; readonly to: number };

export const PAGE_OF_RESULTS = 10;

export function searchModel(text: string, limit = PAGE_OF_RESULTS): SearchModel {
  return {
    text,
    composing: false,
    scoped: false,
    limit,
    pending: !isBlank(text),
    active: -1,
    navigating: false,
    attempt: 0,
  };
}

export function isBlank(text: string): boolean {
  return text.trim() === "";
}

/** Pure: what an event makes of the state. */
export function reduceSearch(model: SearchModel, event: SearchEvent): SearchModel {
  switch (event.type) {
    case "typed": {
      const composing = event.composing ?? false;
      if (event.text === model.text && composing === model.composing) return model;
      if (composing) return { ...model, text: event.text, composing };
      const { outcome, ...rest } = model;
      const next = { ...rest, text: event.text, composing, limit: PAGE_OF_RESULTS, active: -1, navigating: false };
      if (isBlank(event.text)) return { ...next, pending: false };
      return { ...next, pending: true, ...(outcome?.status === "answered" && { outcome }) };
    }
    case "scoped":
      return { ...model, scoped: event.scoped, pending: !isBlank(model.text), active: -1, navigating: false };
    case "more":
      return { ...model, limit: model.limit + PAGE_OF_RESULTS, pending: true };
    case "retried": {
      const { outcome: _, ...rest } = model;
      return { ...rest, pending: !isBlank(model.text), attempt: model.attempt + 1 };
    }
    case "answered": {
      if (!model.pending) return model;
      // The best hit is ready for Enter; a longer list keeps the reader's place.
      const active = model.navigating ? model.active : event.results.articles.length > 0 ? 0 : -1;
      return { ...model, pending: false, outcome: { status: "answered", results: event.results }, active };
    }
    case "failed":
      if (!model.pending) return model;
      return { ...model, pending: false, outcome: { status: "failed", error: event.error }, active: -1 };
    case "moved":
      return { ...model, active: event.to, navigating: true };
    case "pointed":
      return { ...model, active: event.to };
    default:
      return unreachable(event);
  }
}

/** Where a key leads in a list of options; `undefined`: the key is the text field's. */
export function optionAfter(key: string, model: SearchModel, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return (model.active + 1) % count;
    case "ArrowUp":
      return model.active <= 0 ? count - 1 : model.active - 1;
    case "Home":
      return model.navigating ? 0 : undefined;
    case "End":
      return model.navigating ? count - 1 : undefined;
    default:
      return undefined;
  }
}
