import { useState } from "preact/hooks";
import type { Quoted } from "../../domain/answer";
import { htmlLang } from "../../domain/locale";
import { ActionIcon, ArrowRightIcon } from "../icons/interface";
import { sectionHref } from "../search/result-options";
import { ReadAloud } from "../speech/read-aloud";
import { CopySource } from "./copy-source";
import { Feedback } from "./feedback";
import { NearArticles } from "./near-articles";
import { QuotationText } from "./quotation-text";
import { quoteHref } from "./quote-link";
import { SourceLine } from "./source-line";
import { useAnswerWords } from "./words-context";

/** Below this probability the card says so, in words. */
const SURE = 0.75;

interface QuotedCardProps {
  readonly answer: Quoted;
  readonly base: string;
  /** Above search results: without what the results below show anyway. */
  readonly compact?: boolean;
  /** Reading aloud may use the browser's own service, after asking. */
  readonly speechService?: boolean | undefined;
  /** The quoted article, or one of its cards, was followed. */
  readonly onFollow?: () => void;
}

/** An answer: an article's own words, where they stand, and what to do next. */
export function QuotedCard({ answer, base, compact = false, speechService = false, onFollow }: QuotedCardProps) {
  const a = useAnswerWords();
  const { quotation, actions, others, confidence, by, query } = answer;
  const href = quoteHref(base, quotation);
  const [spoken, setSpoken] = useState<readonly [start: number, end: number]>();
  return (
    <div class={compact ? "answer compact" : "answer"} data-by={by}>
      <blockquote class="answer-quote" cite={href}>
        <QuotationText quotation={quotation} spoken={spoken} />
      </blockquote>
      <SourceLine quotation={quotation} />
      {confidence < SURE && <p class="answer-unsure">{a.answerUnsure}</p>}
      <div class="answer-actions">
        <a class="button" href={href} onClick={onFollow}>
          {a.answerRead}
          <ArrowRightIcon size={18} class="flip" />
        </a>
        <CopySource quotation={quotation} base={base} />
        {!compact && (
          <ReadAloud
            text={quotation.text}
            lang={htmlLang(quotation.article.split("/", 1)[0] ?? query.locale)}
            allowService={speechService}
            onSentence={setSpoken}
          />
        )}
      </div>
      {actions.length > 0 && (
        <ul class="answer-cards" aria-label={a.answerActions}>
          {actions.map(({ anchor, title }) => (
            <li key={anchor}>
              <a class="result-action" href={sectionHref(base, quotation.article, anchor)} onClick={onFollow}>
                <ActionIcon size={18} />
                {title}
                <ArrowRightIcon size={16} class="flip" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {!compact && (
        <>
          <NearArticles title={a.answerOthers} articles={others} base={base} />
          <Feedback question={query.text} />
        </>
      )}
    </div>
  );
}
