import { CheckIcon, CloseIcon, CopyIcon, HistoryIcon, LinkIcon } from "../icons/interface";
import { ListenPart } from "../speech/listen-part";
import { answerStringsFor } from "../strings/answer-words";
import { interfaceLang, useWording } from "../strings/context";

/** Buttons the script copies into the article: kept here so that it needs neither icons nor words of its own. */
export function ArticleParts() {
  const { t, locale } = useWording();
  const a = answerStringsFor(locale);
  return (
    <template id="article-parts">
      <button type="button" class="copy-button" data-done={t.copied} data-failed={t.copyFailed}>
        <CopyIcon size={16} class="idle" />
        <CheckIcon size={16} class="done" />
        <span>{t.copyCode}</span>
      </button>
      <a class="heading-link" href="#main" aria-label={t.copyLink} title={t.copyLink} data-done={t.linkCopied}>
        <LinkIcon size={18} class="idle" />
        <CheckIcon size={18} class="done" />
      </a>
      <p class="visually-hidden" role="status" data-status></p>
      <div class="resume">
        <button type="button" class="button">
          <HistoryIcon size={18} />
          {t.resume}
        </button>
        <button type="button" class="plain-button" aria-label={t.resumeDismiss}>
          <CloseIcon size={18} />
        </button>
      </div>
      <section class="resume" aria-label={a.quotation} data-quotation {...interfaceLang(locale)}>
        <span data-marked>{a.quotationMarked}</span>
        <span data-gone>{a.quotationGone}</span>
        <button type="button" class="plain-button" aria-label={a.quotationUnmark} title={a.quotationUnmark}>
          <CloseIcon size={18} />
        </button>
      </section>
      <ListenPart />
    </template>
  );
}
