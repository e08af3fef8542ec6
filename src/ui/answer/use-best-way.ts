import { useEffect, useState } from "preact/hooks";
import type { AnsweredBy } from "../../domain/answer";
import type { ReaderState } from "../search/search-client";
import type { SearchContext } from "../search/search-context";

/** Ways to answer, the poorest first. */
const WAYS: readonly AnsweredBy[] = ["words", "sentences", "reader"];

/** Whether what is there now would answer better. */
export function isPoorer(by: AnsweredBy, now: AnsweredBy): boolean {
  return WAYS.indexOf(by) < WAYS.indexOf(now);
}

/** The best way that a question asked now is answered in: models may still be on their way. */
export function useBestWay(context: SearchContext, reader: ReaderState): AnsweredBy {
  const [meaning, setMeaning] = useState(false);
  const { locale } = context.page;
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    context.loadClient().then(
      (client) => {
        if (gone) return;
        const look = (state = client.meaning.value) =>
          setMeaning(state.status === "ready" && state.locales.includes(locale));
        look();
        stop = client.meaning.subscribe(look);
      },
      // A client that cannot be had is told by the next question.
      () => undefined,
    );
    return () => {
      gone = true;
      stop?.();
    };
  }, [context, locale]);
  if (reader.status === "ready") return "reader";
  return meaning ? "sentences" : "words";
}
