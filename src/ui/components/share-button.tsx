import { ShareIcon } from "../icons/interface";
import { interfaceLang, useWording } from "../strings/context";
import { shareStringsFor } from "../strings/share-words";

/** Address, QR code and print of the article, which come when asked for. Looks like its neighbour, the save button. */
export function ShareButton() {
  const { locale } = useWording();
  return (
    <button type="button" class="save-button js-only" aria-haspopup="dialog" data-share {...interfaceLang(locale)}>
      <ShareIcon size={18} />
      {shareStringsFor(locale).share}
    </button>
  );
}
