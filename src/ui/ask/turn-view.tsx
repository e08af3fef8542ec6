import { unreachable } from "../../domain/result";
import { NotCoveredCard } from "../answer/not-covered-card";
import { QuotedCard } from "../answer/quoted-card";
import { useAnswerWords } from "../answer/words-context";
import type { PageData } from "../page-model";
import { PrintAnswersButton } from "../print/print-answers-button";
import { contactHrefWith } from "../search/page-links";
import { SignInButton } from "../session/sign-in-button";
import { useWording } from "../strings/context";
import type { Turn } from "./dialogue-model";

interface TurnViewProps {
  readonly turn: Turn;
  readonly page: PageData;
  readonly onRetry: () => void;
  readonly onShowBetter: () => void;
}

/** A question and what has become of it. */
export function TurnView({ turn, page, onRetry, onShowBetter }: TurnViewProps) {
  const a = useAnswerWords();
  return (
    <>
      <h2 class="turn-question" tabIndex={-1}>
        {turn.question}
      </h2>
      {turn.better && (
        <p class="turn-better">
          {a.answerBetter}{" "}
          <button type="button" class="link-button" onClick={onShowBetter}>
            {a.answerBetterShow}
          </button>
        </p>
      )}
      <Outcome turn={turn} page={page} onRetry={onRetry} />
      {turn.state.status === "answered" && (
        <PrintAnswersButton answered={[{ question: turn.question, answer: turn.state.answer }]} page={page} />
      )}
    </>
  );
}

function Outcome({ turn, page, onRetry }: Omit<TurnViewProps, "onShowBetter">) {
  const { t } = useWording();
  const a = useAnswerWords();
  const { state, question } = turn;
  switch (state.status) {
    case "asking":
      return <p class="search-loading">{a.stages[state.stage ?? "searching"]}</p>;
    case "answered":
      return state.answer.kind === "quote" ? (
        <QuotedCard answer={state.answer} base={page.base} speechService={page.speechService} />
      ) : (
        <NotCoveredCard answer={state.answer} base={page.base} />
      );
    case "failed":
      return (
        <div class="answer">
          <p class="answer-none">{a.failed}</p>
          <p>{t.errors[state.error.code]}</p>
          <div class="answer-actions">
            {state.error.code === "signed-out" ? (
              <SignInButton base={page.base} onBack={onRetry} />
            ) : (
              <Again code={state.error.code} onRetry={onRetry} />
            )}
            <a class="button quiet" href={contactHrefWith(question)}>
              {t.searchAskPerson}
            </a>
          </div>
        </div>
      );
    case "stopped":
      return (
        <p class="turn-stopped">
          {a.stopped}{" "}
          <button type="button" class="link-button" onClick={onRetry}>
            {a.askAgain}
          </button>
        </p>
      );
    default:
      return unreachable(state);
  }
}

/** What another version or another page has replaced comes back with a reload only. */
function Again({ code, onRetry }: { readonly code: string; readonly onRetry: () => void }) {
  const { t } = useWording();
  const reload = code === "content-version" || code === "content-invalid";
  return (
    <button type="button" class="button" onClick={reload ? () => location.reload() : onRetry}>
      {reload ? t.reload : t.searchRetry}
    </button>
  );
}
