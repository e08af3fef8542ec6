import { render } from "preact";
import type { PageAddress } from "../behaviour/page-visit";
import type { PageData } from "../page-model";
import { loadShareStrings } from "../strings/load-share-strings";
import { loadShareStyles } from "./load-styles";
import { sectionInSight } from "./section-in-sight";
import { ShareBox } from "./share-box";

/** Ways to pass an article on: its address, a QR code, paper. A modal dialog, gone once it is closed or the page is. */
export async function openShareDialog(page: PageData, address: PageAddress, lifetime: AbortSignal): Promise<void> {
  const [s] = await Promise.all([loadShareStrings(page.locale), loadShareStyles()]);
  if (lifetime.aborted || document.querySelector("dialog:modal")) return;
  const dialog = document.createElement("dialog");
  dialog.className = "share-dialog";
  dialog.setAttribute("aria-labelledby", "ph-share-title");
  const remove = () => {
    render(null, dialog);
    dialog.remove();
  };
  // A click on the dialog itself is one on the backdrop: its inside is covered by children.
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener("close", remove);
  lifetime.addEventListener("abort", remove);
  document.body.append(dialog);
  render(
    <ShareBox page={page} shared={address.shared} s={s} section={sectionInSight()} onClose={() => dialog.close()} />,
    dialog,
  );
  dialog.showModal();
}
