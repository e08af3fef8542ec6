import { onForgotten } from "../storage/forgotten";
import { forgetWhenTold, type SignOutMessage, signOutChannel } from "../storage/sign-out-channel";
import { serviceWorkers } from "./offline/service-worker";

/** A browser that clears a site's data is through with all of it by then, milliseconds. */
const CLEARED = 700;

/**
 * Has this page forget when another one signs out, or when the server has the browser clear the site's data. Call it when
 * the page has the service worker that it will have.
 */
export function forgetWithOthers(base: string): void {
  forgetWhenTold(base, () => location.reload());
  void hasServiceWorker(base).then((had) => {
    onForgotten((cause) => {
      // Whoever signs out says when everything is erased: a page that is loaded before would break that off, or fill the
      // places again.
      if (cause !== "cleared") return;
      signOutChannel(base)?.postMessage("cleared" satisfies SignOutMessage);
      // The database was closed by the browser. If the service worker has gone with it, the site's data was cleared.
      if (had) setTimeout(async () => (await hasServiceWorker(base)) || location.reload(), CLEARED);
    });
  });
}

async function hasServiceWorker(base: string): Promise<boolean> {
  return (
    (await serviceWorkers()
      ?.getRegistration(base)
      .catch(() => undefined)) !== undefined
  );
}
