import { BookmarkIcon } from "../icons/interface";
import { useWording } from "../strings/context";

/** Puts the article on the reader's own shelf, on this device. */
export function SaveButton() {
  const { t } = useWording();
  return (
    <button type="button" class="save-button js-only" aria-pressed="false" title={t.saveHint} data-save>
      <BookmarkIcon size={18} />
      {t.save}
    </button>
  );
}
