import { useEffect, useId, useRef, useState } from "preact/hooks";
import { contactHrefWith } from "../search/page-links";
import { useWording } from "../strings/context";
import { useAnswerWords } from "./words-context";

/** "Did this answer your question?": nothing is kept or sent; a no leads to a person, with the question. */
export function Feedback({ question }: { readonly question: string }) {
  const { t } = useWording();
  const a = useAnswerWords();
  const id = useId();
  const [helped, setHelped] = useState<boolean>();
  const person = useRef<HTMLAnchorElement>(null);
  const thanks = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: the keyboard goes on from what came in its place.
  useEffect(() => {
    if (helped !== undefined) (person.current ?? thanks.current)?.focus();
  }, [helped]);
  return (
    <div class="answer-feedback">
      {helped === undefined ? (
        // biome-ignore lint/a11y/useSemanticElements: two buttons make no form
        <div class="answer-actions" role="group" aria-label={a.answerHelped}>
          <span aria-hidden="true">{a.answerHelped}</span>
          <button type="button" class="button quiet small" onClick={() => setHelped(true)}>
            {a.answerYes}
          </button>
          <button type="button" class="button quiet small" onClick={() => setHelped(false)}>
            {a.answerNo}
          </button>
        </div>
      ) : helped ? (
        <p ref={thanks} tabIndex={-1}>
          {a.answerHelpedYes}
        </p>
      ) : (
        <>
          <p id={id}>{a.answerHelpedNo}</p>
          <a ref={person} class="button" href={contactHrefWith(question)} aria-describedby={id}>
            {t.searchAskPerson}
          </a>
        </>
      )}
    </div>
  );
}
