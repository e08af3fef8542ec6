import type { AppError } from "../../domain/errors";
import { unreachable } from "../../domain/result";
import type { SearchResults } from "../../domain/search";
import { settle } from "./settle";

export type Outcome =
  | { readonly status: "answered"; readonly results: SearchResults }
  | { readonly status: "failed"; readonly error: AppError };

/** The state of a search box. */
export interface SearchModel {
  readonly text: string;
  /** An input method is still at work on the text (pinyin being typed): it is not asked yet. */
  readonly composing: boolean;
  /** The text stands: it came so, or typing has paused. Before that its last word may be half a word. */
  readonly whole: boolean;
  /** Only in the page's section. */
  readonly scoped: boolean;
  /** Most articles to show. */
  readonly limit: number;
  /** The text has been asked and not answered yet. */
  readonly pending: boolean;
  /** The last answer; it stays in sight while the next one is on its way. */
  readonly outcome?: Outcome;
  /** It answers the text and scope as they are now: what comes next settles it. */
  readonly current: boolean;
  /** Counts the questions that were answered. Settling does not count. */
  readonly round: number;
  /** The list was pointed at, moved in or scrolled since its question was asked. */
  readonly touched: boolean;
  /** Index of the active option; -1: none. */
  readonly active: number;
  /** The arrow keys were used since the last change of text, so Home and End belong to the list. */
  readonly navigating: boolean;
  /** Counts up to ask the same question again. */
  readonly attempt: number;
}

export type SearchEvent =
  | { readonly type: "typed"; readonly text: string; readonly composing?: boolean }
  /** Typing has paused, or the reader says that it has ended. */
  | { readonly type: "finished" }
  | { readonly type: "scoped"; readonly scoped: boolean }
  | { readonly type: "more" }
  | { readonly type: "retried" }
  | { readonly type: "answered"; readonly results: SearchResults }
  | { readonly type: "failed"; readonly error: AppError }
  /** With the keyboard. */
  | { readonly type: "moved"; readonly to: number }
  /** With the pointer, which leaves Home and End to the text. */
  | { readonly type: "pointed"; readonly to: number }
  /** The list, in whatever way. */
  | { readonly type: "touched" };

export const PAGE_OF_RESULTS = 10;

export function searchModel(text: string, limit = PAGE_OF_RESULTS): SearchModel {
  return {
    text,
    composing: false,
    whole: !isBlank(text),
    scoped: false,
    limit,
    pending: !isBlank(text),
    current: false,
    round: 0,
    touched: false,
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
      const { outcome, ...rest } = { ...model, ...NEW_QUESTION };
      const next = { ...rest, text: event.text, composing, whole: false, limit: PAGE_OF_RESULTS };
      if (isBlank(event.text)) return { ...next, pending: false };
      return { ...next, pending: true, ...(outcome?.status === "answered" && { outcome }) };
    }
    case "finished":
      // After a failure it is for the reader to try again.
      return isBlank(model.text) || model.outcome?.status === "failed" ? model : { ...model, whole: true };
    case "scoped":
      return { ...model, ...NEW_QUESTION, scoped: event.scoped, pending: !isBlank(model.text) };
    case "more":
      return { ...model, limit: model.limit + PAGE_OF_RESULTS, pending: true, touched: true };
    case "retried": {
      const { outcome: _, ...rest } = { ...model, ...NEW_QUESTION };
      return { ...rest, pending: !isBlank(model.text), attempt: model.attempt + 1 };
    }
    case "answered": {
      if (!model.pending && !model.current) return model;
      const shown = model.current && model.outcome?.status === "answered" ? model.outcome.results : undefined;
      const results = shown ? settle(shown, event.results, model.touched) : event.results;
      const keeps = model.touched && shown !== undefined && shown.articles.length > 0;
      return {
        ...model,
        pending: false,
        outcome: { status: "answered", results },
        current: true,
        round: shown ? model.round : model.round + 1,
        // The best hit is ready for Enter; whoever has chosen another one keeps it.
        active: keeps ? model.active : results.articles.length > 0 ? 0 : -1,
      };
    }
    case "failed":
      // Results that were only to be settled stay.
      if (!model.pending && hasResults(model)) return model;
      if (!model.pending && !model.current) return model;
      return {
        ...model,
        pending: false,
        outcome: { status: "failed", error: event.error },
        current: false,
        active: -1,
      };
    case "moved":
      return { ...model, active: event.to, navigating: true, touched: true };
    case "pointed":
      return { ...model, active: event.to };
    case "touched":
      return model.touched || !hasResults(model) ? model : { ...model, touched: true };
    default:
      return unreachable(event);
  }
}

/** Something else is asked than what the list shows. */
const NEW_QUESTION = { current: false, touched: false, active: -1, navigating: false } as const;

function hasResults({ outcome }: SearchModel): boolean {
  return outcome?.status === "answered" && outcome.results.articles.length > 0;
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
