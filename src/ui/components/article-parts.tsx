import { CheckIcon, CloseIcon, CopyIcon, HistoryIcon, LinkIcon } from "../icons/interface";
import { useWording } from "../strings/context";

/** Buttons the script copies into the article: kept here so that it needs neither icons nor words of its own. */
export function ArticleParts() {
  const { t } = useWording();
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
    </template>
  );
}
