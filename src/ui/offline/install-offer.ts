import { type Watchable, watchable } from "../../client/watchable";

/** The browser's own offer to install, which a page may make at a better moment. Chromium only. */
export interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

const offer = watchable<InstallOffer | undefined>(undefined);

/** The offer, once the browser has made it. */
export const installOffer: Watchable<InstallOffer | undefined> = offer;

/** Keeps the browser's offer for the page's own quiet hint; it comes at any time after loading. */
export function catchInstallOffer(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer.set(event as InstallOffer);
  });
  addEventListener("appinstalled", () => offer.set(undefined));
}
