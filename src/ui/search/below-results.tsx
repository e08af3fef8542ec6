import type { SearchResults } from "../../domain/search";
import { useWording } from "../strings/context";
import { MeaningNotice } from "./meaning-notice";
import { OtherLanguage } from "./other-language";
import type { MeaningState } from "./search-client";

interface BelowResultsProps {
  readonly results: SearchResults;
  readonly base: string;
  readonly meaning: MeaningState;
  readonly onChoose: () => void;
  /** The reader wants the encoder. */
  readonly onLoad: () => void;
}

/** What comes and goes below the list, where it moves no row: another language, what a label means, what is missing. */
export function BelowResults({ results, base, meaning, onChoose, onLoad }: BelowResultsProps) {
  const { t } = useWording();
  return (
    <>
      {results.otherLanguage && <OtherLanguage base={base} found={results.otherLanguage} onChoose={onChoose} />}
      {results.articles.some(({ because }) => because === "meaning") && (
        <p class="search-note">{t.resultSimilarHint}</p>
      )}
      <MeaningNotice base={base} meaning={meaning} onLoad={onLoad} />
    </>
  );
}
