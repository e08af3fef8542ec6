import { useId } from "preact/hooks";
import { SignInButton } from "../session/sign-in-button";
import { useWording } from "../strings/context";
import { formatBytes } from "../strings/sizes";
import type { ReaderChoice } from "./use-reader";
import { useAnswerWords } from "./words-context";

/** What there is to say about the model that reads for answers: it is offered, on its way, or not to be had. */
export function ReaderNotice({ base, reader, declined, fetch, decline }: ReaderChoice & { readonly base: string }) {
  const { t, locale } = useWording();
  const a = useAnswerWords();
  const id = useId();
  switch (reader.status) {
    case "offered":
      return declined ? (
        <p class="reader-notice small">
          <button type="button" class="link-button" onClick={fetch}>
            {a.readerLater(formatBytes(reader.bytes, locale))}
          </button>
        </p>
      ) : (
        <div class="reader-notice">
          <p>{a.readerOffer(formatBytes(reader.bytes, locale))}</p>
          <div class="answer-actions">
            <button type="button" class="button small" onClick={fetch}>
              {a.readerFetch}
            </button>
            <button type="button" class="button quiet small" onClick={decline}>
              {a.readerNotNow}
            </button>
          </div>
        </div>
      );
    case "loading": {
      if (declined) return null;
      const words = a.readerProgress(formatBytes(reader.loaded, locale), formatBytes(reader.total, locale));
      return (
        <div class="reader-notice">
          <p id={id}>{a.readerLoading}</p>
          <progress max={reader.total} value={reader.loaded} aria-labelledby={id} aria-valuetext={words} />
          <div class="answer-actions">
            <span>{words}</span>
            <button type="button" class="button quiet small" onClick={decline}>
              {a.readerCancel}
            </button>
          </div>
        </div>
      );
    }
    case "unavailable": {
      const { code } = reader.error;
      return (
        <p class="reader-notice small">
          {t.errors[code]} {code === "signed-out" && <SignInButton base={base} look="link" onBack={fetch} />}
          {code === "reader-unreachable" && (
            <button type="button" class="link-button" onClick={fetch}>
              {t.searchRetry}
            </button>
          )}
        </p>
      );
    }
    default:
      return null;
  }
}
