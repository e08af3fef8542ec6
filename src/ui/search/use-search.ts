import { useEffect, useReducer, useState } from "preact/hooks";
import type { AppError } from "../../domain/errors";
import type { MeaningState, SearchClient, SearchPhase } from "./search-client";
import type { SearchContext } from "./search-context";
import { isBlank, reduceSearch, type SearchEvent, type SearchModel, searchModel } from "./search-model";

/** Typing that rests for so long has come to an end, or to a pause. Milliseconds. */
const PAUSE = 250;

export interface Search {
  readonly model: SearchModel;
  readonly send: (event: SearchEvent) => void;
  /** Where loading stands. */
  readonly state: SearchPhase;
  readonly meaning: MeaningState;
  /** Nothing that is under way will change what is shown. */
  readonly settled: boolean;
  readonly retry: () => void;
  /** The reader wants search by meaning now. */
  readonly loadEncoder: () => void;
}

/**
 * Asks the client for every change of text, and again once it stands and once search by meaning is ready; earlier
 * questions are aborted, so a late answer is never shown.
 */
export function useSearch(context: SearchContext, initialText: string): Search {
  const [model, send] = useReducer(reduceSearch, searchModel(initialText));
  const [state, setState] = useState<SearchPhase>("idle");
  const [meaning, setMeaning] = useState<MeaningState>({ status: "off" });
  /** The question that was answered last. */
  const [answered, setAnswered] = useState("");
  const { text, composing, whole, scoped, limit, attempt } = model;
  // While it is being typed only words are compared, whatever is ready.
  const comparable = whole && meaning.status === "ready" ? meaning.locales.join() : "";
  const question = [whole, scoped, limit, attempt, comparable, text].join();

  useEffect(() => watchClient(context, setState, setMeaning), [context, attempt]);

  const isAnswered = answered === question;
  useEffect(() => {
    // While the content is still loading, what is half a word would pass for a whole one that nothing holds.
    if (whole || composing || isBlank(text) || !isAnswered) return;
    const timer = setTimeout(() => send({ type: "finished" }), PAUSE);
    return () => clearTimeout(timer);
  }, [text, composing, whole, isAnswered]);

  useEffect(() => {
    if (isBlank(text) || composing) return;
    const controller = new AbortController();
    const { locale, section } = context.page;
    const query = { text, locale, limit, partial: !whole, ...(scoped && section !== undefined && { section }) };
    const fail = (error: AppError) => {
      setAnswered(question);
      send({ type: "failed", error });
    };
    context
      .loadClient()
      .then((client) => client.search(query, controller.signal))
      .then(
        (result) => {
          if (controller.signal.aborted) return;
          if (!result.ok) return fail(result.error);
          setAnswered(question);
          send({ type: "answered", results: result.value });
        },
        (reason: unknown) => {
          if (!controller.signal.aborted) fail({ code: "content-unreachable", detail: String(reason) });
        },
      );
    return () => controller.abort();
  }, [context, composing, question]);

  useEffect(() => {
    if (meaning.status !== "unavailable" || meaning.error.code !== "encoder-unreachable") return;
    const again = () => withClient(context, (client) => client.loadEncoder());
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [context, meaning]);

  return {
    model,
    send,
    state,
    meaning,
    settled:
      isBlank(text) ||
      composing ||
      (isAnswered && (model.outcome?.status === "failed" || (whole && meaning.status !== "loading"))),
    // A new question makes the client load again.
    retry: () => send({ type: "retried" }),
    loadEncoder() {
      if (meaning.status === "offered") context.store.set("searchModel", true);
      withClient(context, (client) => client.loadEncoder());
    },
  };
}

function watchClient(
  context: SearchContext,
  setState: (state: SearchPhase) => void,
  setMeaning: (state: MeaningState) => void,
): () => void {
  const stops: (() => void)[] = [];
  let stopped = false;
  withClient(context, (client) => {
    if (stopped) return;
    // Asked for at an earlier visit: it need not be offered again.
    if (context.store.get("searchModel")) client.loadEncoder();
    client.prepare(context.page.locale);
    setState(client.state.value);
    stops.push(client.state.subscribe(setState), client.meaning.subscribe(setMeaning));
  });
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}

/** A client that cannot be had is told by the next question. */
function withClient(context: SearchContext, use: (client: SearchClient) => void): void {
  context.loadClient().then(use, () => undefined);
}
