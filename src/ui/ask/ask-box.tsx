import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { htmlLang } from "../../domain/locale";
import { ReaderNotice } from "../answer/reader-notice";
import { useBestWay } from "../answer/use-best-way";
import { useReader } from "../answer/use-reader";
import { useAnswerWords } from "../answer/words-context";
import { QuestionIcon } from "../icons/interface";
import { PrintAnswersButton } from "../print/print-answers-button";
import type { SearchContext } from "../search/search-context";
import { Dictation } from "../speech/dictation";
import { useWording } from "../strings/context";
import { announcement } from "./announcement";
import { TurnView } from "./turn-view";
import { useDialogue } from "./use-dialogue";
import { useRecall } from "./use-recall";
import { useTurnTouch } from "./use-turn-touch";

/** Longer ones are stories; a contact form takes those. UTF-16 units. */
export const LONGEST_QUESTION = 300;

/** Height that the field and its shadow take at the bottom of the window. CSS pixels. */
const FIELD = 96;

export interface AskBoxProps {
  readonly context: SearchContext;
  readonly examples: readonly string[];
  /** Asked at once, unless empty. */
  readonly initialQuestion: string;
  readonly initialText: string;
  readonly autoFocus: boolean;
  readonly onAsk: (question: string) => void;
}

/** The dialogue of this visit with the field below it. It lives in memory only. */
export function AskBox({ context, examples, initialQuestion, initialText, autoFocus, onAsk }: AskBoxProps) {
  const { t } = useWording();
  const a = useAnswerWords();
  const choice = useReader(context);
  const { dialogue, ask, retry, stop, touch, showBetter } = useDialogue(context, useBestWay(context, choice.reader));
  const [text, setText] = useState(initialText);
  const field = useRef<HTMLInputElement>(null);
  const turns = useRef<HTMLOListElement>(null);
  const recall = useRecall(dialogue.map(({ question }) => question));
  useTurnTouch(turns, touch);

  const last = dialogue.at(-1);
  const asking = last?.state.status === "asking";
  const begun = last !== undefined;
  const answered = dialogue.flatMap(({ question, state }) =>
    state.status === "answered" ? [{ question, answer: state.answer }] : [],
  );

  const submit = (question: string) => {
    const asked = question.trim().slice(0, LONGEST_QUESTION);
    if (asked === "") return;
    setText("");
    ask(asked);
    onAsk(asked);
  };
  useLayoutEffect(() => {
    if (initialQuestion) submit(initialQuestion);
    if (autoFocus) field.current?.focus();
    void context.loadClient().then(
      (client) => client.prepare(context.page.locale),
      () => undefined,
    );
  }, []);
  useLayoutEffect(() => {
    document.documentElement.classList.toggle("has-dialogue", begun);
  }, [begun]);
  useEffect(() => {
    if (!last || last.touched) return;
    const turn = turns.current?.lastElementChild;
    const heading = turn?.querySelector<HTMLElement>(".turn-question");
    // A first answer that is in sight as a whole need not push the page's title away.
    const isInSight = turns.current?.childElementCount === 1 && isAboveField(turn);
    if (!isInSight) heading?.scrollIntoView({ block: "start" });
    // Where a keyboard would cover the answer, it goes away.
    if (asking && matchMedia("(hover: none)").matches) heading?.focus({ preventScroll: true });
  }, [last?.id, last?.state.status]);

  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
    if (event.isComposing) return;
    const recalled = recall.recall(event.key, text);
    if (recalled === undefined) return;
    event.preventDefault();
    setText(recalled);
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing || !asking) return;
    event.preventDefault();
    stop();
    field.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a shortcut for the button that stops
    <div class="ask" onKeyDown={onEscape}>
      <div class="visually-hidden" role="status">
        {announcement(last, t, a)}
      </div>
      {begun && (
        <ol class="turns" aria-label={a.dialogue} ref={turns}>
          {dialogue.map((turn) => (
            <li key={turn.id} class="turn" data-status={turn.state.status} aria-busy={turn.state.status === "asking"}>
              <TurnView
                turn={turn}
                page={context.page}
                onRetry={() => retry(turn.id)}
                onShowBetter={() => showBetter(turn.id)}
              />
            </li>
          ))}
        </ol>
      )}
      {answered.length > 1 && <PrintAnswersButton answered={answered} page={context.page} />}
      <ReaderNotice {...choice} base={context.page.base} />
      <div class="ask-dock">
        <form
          class="search-form large ask-form"
          onSubmit={(event) => {
            event.preventDefault();
            submit(text);
          }}
        >
          <label class="visually-hidden" for="ph-ask">
            {a.askLabel}
          </label>
          <QuestionIcon size={22} />
          <input
            ref={field}
            id="ph-ask"
            type="text"
            value={text}
            maxLength={LONGEST_QUESTION}
            placeholder={begun ? a.askAnother : a.askHint}
            aria-describedby="ph-ask-keys"
            autocomplete="off"
            enterkeyhint="send"
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          {asking ? (
            // The second click of a double click on "Ask" is not meant for what has taken its place.
            <button type="button" class="button quiet" onClick={({ detail }) => detail < 2 && stop()}>
              {a.stop}
            </button>
          ) : (
            <button type="submit" class="button">
              {a.askSubmit}
            </button>
          )}
        </form>
      </div>
      <Dictation
        lang={htmlLang(context.page.locale)}
        allowService={context.page.speechService === true}
        onText={(heard, final) => {
          setText(heard.slice(0, LONGEST_QUESTION));
          // It may have been misheard: the person looks at it and asks.
          if (final) field.current?.focus();
        }}
      />
      <p id="ph-ask-keys" class="visually-hidden">
        {a.askKeys}
      </p>
      {!begun && examples.length > 0 && (
        <section class="ask-examples" aria-labelledby="ph-ask-examples">
          <h2 id="ph-ask-examples">{a.askExamples}</h2>
          <ul class="example-list">
            {examples.map((example) => (
              <li key={example}>
                <button type="button" class="example" onClick={() => submit(example)}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Whether an element ends above the field, wherever that stands now. */
function isAboveField(element: Element | null | undefined): boolean {
  return element !== null && element !== undefined && element.getBoundingClientRect().bottom < innerHeight - FIELD;
}
