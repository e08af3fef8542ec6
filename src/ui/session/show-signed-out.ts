import type { SiteContent } from "../../client/offline/site-content";
import type { DeviceContext } from "../offline/device-context";
import { showNote } from "../offline/note";
import { loadDeviceStrings } from "../strings/load-device-strings";
import { onReturn } from "./on-return";
import { signInAgain } from "./sign-in-again";

/**
 * Says that the sign-in has expired and what to do about it, until the site lets the reader in again.
 *
 * @param onOpen called then
 * @param lifetime of what the reader waits for; with it the note goes
 */
export async function showSignedOut(
  { page }: Pick<DeviceContext, "page">,
  content: SiteContent,
  onOpen: () => void,
  lifetime?: AbortSignal,
): Promise<void> {
  const d = await loadDeviceStrings(page.locale);
  if (lifetime?.aborted) return;
  const lead = page.kind === "notOnDevice" ? document.querySelector("main .lead") : null;
  if (lead) lead.textContent = d.notOnDeviceSignedOut;
  const note = showNote({
    name: "signed-out",
    locale: page.locale,
    text: window.parent === window ? d.signedOut : d.signedOutFramed,
    action: { label: d.signInAgain, run: () => signInAgain(page.base) },
    closeLabel: d.dismiss,
  });
  const end = onReturn(async () => {
    if ((await content.access()) !== "open") return;
    leave();
    onOpen();
  });
  const leave = () => {
    end();
    note.close();
  };
  lifetime?.addEventListener("abort", leave);
}
