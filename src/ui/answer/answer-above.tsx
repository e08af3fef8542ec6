import type { ComponentType } from "preact";
import { useEffect, useReducer, useRef } from "preact/hooks";
import type { Quoted } from "../../domain/answer";
import type { Locale } from "../../domain/locale";
import type { SearchContext } from "../search/search-context";
import { loadAnswerStrings } from "../strings/load-answer-strings";
import { aboveModel, reduceAbove } from "./above-model";
import { askClient } from "./ask-client";
import { loadAnswerStyles } from "./load-styles";
import { QuotedCard } from "./quoted-card";
import { tellAnswer } from "./tell-answer";
import { useBestWay } from "./use-best-way";
import { useReader } from "./use-reader";
import { AnswerWordsContext, useAnswerWords } from "./words-context";

export interface AnswerAboveProps {
  readonly context: SearchContext;
  readonly text: string;
  /** Only in this section. */
  readonly scope: string | undefined;
  /** The results of this very text are shown. */
  readonly ready: boolean;
  /** The list of results was touched: it may not move. */
  readonly touched: boolean;
  readonly onFollow: () => void;
}

/** The component with its words and looks in it. */
export async function loadAnswerAbove(locale: Locale): Promise<ComponentType<AnswerAboveProps>> {
  const [words] = await Promise.all([loadAnswerStrings(locale), loadAnswerStyles()]);
  return (props) => (
    <AnswerWordsContext.Provider value={words}>
      <AnswerAbove {...props} />
    </AnswerWordsContext.Provider>
  );
}

/** The answer to one question above the results; nothing while there is none, and nothing when it is not covered. */
export function AnswerAbove({ context, text, scope, ready, touched, onFollow }: AnswerAboveProps) {
  const a = useAnswerWords();
  const { reader } = useReader(context);
  const [model, send] = useReducer(reduceAbove, aboveModel);
  const card = useRef<HTMLDivElement>(null);
  const way = useBestWay(context, reader);
  const { locale } = context.page;

  useEffect(() => {
    const controller = new AbortController();
    const query = { text, locale, ...(scope !== undefined && { section: scope }) };
    void askClient(context, query, controller.signal).then((result) => {
      if (result?.ok && !controller.signal.aborted) send({ type: "answered", answer: result.value });
    });
    return () => controller.abort();
  }, [context, text, locale, scope, way]);
  useEffect(() => send({ type: "list", ready, touched }), [ready, touched]);
  useEffect(() => {
    if (model.shown) tellAnswer(model.shown);
  }, [model.shown?.query.text, model.shown?.quotation.article]);

  const touch = () => send({ type: "touched" });
  return (
    <>
      <div class="visually-hidden" role="status">
        {model.shown ? said(model.shown, a.answer) : model.waiting ? a.answerOffered : ""}
      </div>
      {model.waiting && (
        <div class="answer-offer">
          <button
            type="button"
            class="button quiet small"
            onClick={() => {
              send({ type: "wanted" });
              card.current?.focus();
            }}
          >
            {a.answerShow}
          </button>
        </div>
      )}
      <section
        ref={card}
        tabIndex={-1}
        class="answer-above"
        aria-label={model.shown ? a.answer : undefined}
        onPointerDown={touch}
        onFocusIn={touch}
        onPointerMove={touch}
      >
        {model.shown && <QuotedCard answer={model.shown} base={context.page.base} compact onFollow={onFollow} />}
      </section>
    </>
  );
}

function said({ quotation }: Quoted, label: string): string {
  return `${label}: ${quotation.text}`;
}
