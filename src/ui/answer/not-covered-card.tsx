import type { NotCovered } from "../../domain/answer";
import { contactHrefWith, searchHrefWith } from "../search/page-links";
import { useWording } from "../strings/context";
import { NearArticles } from "./near-articles";
import { useAnswerWords } from "./words-context";

/** The articles do not say: what is nearest, and a person who gets the question. */
export function NotCoveredCard({ answer, base }: { readonly answer: NotCovered; readonly base: string }) {
  const { t } = useWording();
  const a = useAnswerWords();
  const { query, nearest, by } = answer;
  return (
    <div class="answer not-covered" data-by={by}>
      <p class="answer-none">{a.notCoveredTitle}</p>
      <p class="answer-unsure">{a.notCoveredBody}</p>
      <div class="answer-actions">
        <a class="button" href={contactHrefWith(query.text)}>
          {t.searchAskPerson}
        </a>
        <a class="button quiet" href={searchHrefWith(query.text)}>
          {a.searchForIt}
        </a>
      </div>
      <NearArticles title={a.notCoveredNearest} articles={nearest} base={base} />
    </div>
  );
}
