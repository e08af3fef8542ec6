import { useAnswerWords } from "../answer/words-context";
import { PrintIcon } from "../icons/interface";
import type { PageData } from "../page-model";
import type { AnsweredQuestion } from "./answer-sheet";

interface PrintAnswersButtonProps {
  readonly answered: readonly AnsweredQuestion[];
  readonly page: PageData;
}

/** Takes answers with their sources to paper; what that needs comes with the click. */
export function PrintAnswersButton({ answered, page }: PrintAnswersButtonProps) {
  const a = useAnswerWords();
  const start = () =>
    void import("./print-answers").then(
      ({ printAnswers }) => printAnswers(answered, page),
      // Its code did not arrive: the page as it stands has the answers, too.
      () => print(),
    );
  return (
    <button type="button" class="link-button print-answers" onClick={start}>
      <PrintIcon size={16} /> {answered.length > 1 ? a.answersPrint : a.answerPrint}
    </button>
  );
}
