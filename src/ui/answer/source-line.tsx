import type { Quotation } from "../../domain/answer";
import { hasPassed } from "../behaviour/valid-until";
import { KindIcon } from "../components/kind-icon";
import { useWording } from "../strings/context";
import { formatDate } from "../strings/dates";
import { useAnswerWords } from "./words-context";

/** Where a quotation comes from and how fresh that is. */
export function SourceLine({ quotation }: { readonly quotation: Quotation }) {
  const { t, locale } = useWording();
  const a = useAnswerWords();
  const { title, kind, sectionTitle, headings, updated, validUntil } = quotation;
  const expired = validUntil !== undefined && hasPassed(validUntil, new Date());
  const place = [sectionTitle, ...headings].filter((part) => part !== "");
  return (
    <div class="answer-source">
      <KindIcon kind={kind} />
      <div>
        <p class="answer-title">{a.answerFrom(title)}</p>
        <ul class="answer-meta">
          {place.length > 0 && <li>{place.join(" › ")}</li>}
          {updated !== undefined && (
            <li>
              {t.updated} <time dateTime={updated}>{formatDate(updated, locale)}</time>
            </li>
          )}
          {validUntil !== undefined && (
            <li class={expired ? "expired-tag" : undefined}>
              {t.validUntil} <time dateTime={validUntil}>{formatDate(validUntil, locale)}</time>
              {expired && ` · ${t.resultExpired}`}
            </li>
          )}
        </ul>
      </div>
    </div>
  );
}
