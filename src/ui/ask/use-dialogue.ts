import { useEffect, useReducer, useRef } from "preact/hooks";
import type { AnsweredBy } from "../../domain/answer";
import { askClient } from "../answer/ask-client";
import { tellAnswer } from "../answer/tell-answer";
import { isPoorer } from "../answer/use-best-way";
import type { SearchContext } from "../search/search-context";
import { type Dialogue, reduceDialogue } from "./dialogue-model";

export interface Conversation {
  readonly dialogue: Dialogue;
  readonly ask: (question: string) => void;
  readonly retry: (id: number) => void;
  readonly stop: () => void;
  readonly touch: () => void;
  readonly showBetter: (id: number) => void;
}

/**
 * Asks one question after the other. When a model becomes ready, the last question is asked again, unseen, if it was
 * answered without it.
 */
export function useDialogue(context: SearchContext, way: AnsweredBy): Conversation {
  const [dialogue, send] = useReducer(reduceDialogue, []);
  const running = useRef<AbortController>(undefined);
  const asked = useRef(0);
  const { locale } = context.page;

  /** Whatever is under way ends; the signal is the new question's. */
  const begin = (): AbortSignal => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  };
  const run = async (id: number, text: string) => {
    const signal = begin();
    const result = await askClient(context, { text, locale }, signal, (stage) => send({ type: "stage", id, stage }));
    if (!result) return;
    if (result.ok) {
      send({ type: "answered", id, answer: result.value });
      tellAnswer(result.value);
    } else send({ type: "failed", id, error: result.error });
  };

  const last = dialogue.at(-1);
  const by = last?.state.status === "answered" ? last.state.answer.by : way;
  useEffect(() => {
    if (!last || !isPoorer(by, way)) return;
    const { id, question: text } = last;
    void askClient(context, { text, locale }, begin()).then((result) => {
      if (result?.ok && isPoorer(by, result.value.by)) send({ type: "improved", id, answer: result.value });
    });
  }, [way, by]);
  useEffect(() => () => running.current?.abort(), []);

  return {
    dialogue,
    ask(question) {
      asked.current += 1;
      send({ type: "asked", id: asked.current, question });
      void run(asked.current, question);
    },
    retry(id) {
      const question = dialogue.find((turn) => turn.id === id)?.question;
      if (question === undefined) return;
      send({ type: "retried", id });
      void run(id, question);
    },
    stop() {
      running.current?.abort();
      send({ type: "stopped" });
    },
    touch: () => send({ type: "touched" }),
    showBetter: (id) => send({ type: "better-shown", id }),
  };
}
