import { useEffect, useReducer, useState } from "preact/hooks";
import type { AppError } from "../../domain/errors";
import type { SearchPhase } from "./search-client";
import type { SearchContext } from "./search-context";
import { isBlank, reduceSearch, type SearchEvent, type SearchModel, searchModel } from "./search-model";

export interface Search {
  readonly model: SearchModel;
  readonly send: (event: SearchEvent) => void;
  /** Where loading stands. */
  readonly state: SearchPhase;
  readonly retry: () => void;
}

/** Asks the client for every change of text; earlier questions are aborted, so a late answer is never shown. */
export function useSearch(context: SearchContext, initialText: string): Search {
  const [model, send] = useReducer(reduceSearch, searchModel(initialText));
  const [state, setState] = useState<SearchPhase>("idle");
  const { text, composing, scoped, limit, attempt } = model;

  useEffect(() => watchState(context, setState), [context, attempt]);

  useEffect(() => {
    if (isBlank(text) || composing) return;
    const controller = new AbortController();
    const { locale, section } = context.page;
    const query = {
      text,
      locale,
      limit,
      // The text of a link is complete; what is being typed may end in half a word.
      partial: text !== initialText,
      ...(scoped && section !== undefined && { section }),
    };
    const fail = (error: AppError) => send({ type: "failed", error });
    context
      .loadClient()
      .then((client) => client.search(query, controller.signal))
      .then(
        (result) => {
          if (controller.signal.aborted) return;
          if (result.ok) send({ type: "answered", results: result.value });
          else fail(result.error);
        },
        (reason: unknown) => {
          if (!controller.signal.aborted) fail({ code: "content-unreachable", detail: String(reason) });
        },
      );
    return () => controller.abort();
  }, [context, text, composing, scoped, limit, attempt, initialText]);

  // A new question makes the client load again.
  const retry = () => send({ type: "retried" });
  return { model, send, state, retry };
}

function watchState(context: SearchContext, setState: (state: SearchPhase) => void): () => void {
  let stop: (() => void) | undefined;
  let stopped = false;
  context.loadClient().then(
    (client) => {
      if (stopped) return;
      client.prepare();
      setState(client.state.value);
      stop = client.state.subscribe(setState);
    },
    () => undefined,
  );
  return () => {
    stopped = true;
    stop?.();
  };
}
