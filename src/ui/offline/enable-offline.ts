import { type Connectivity, createConnectivity } from "../../client/offline/connectivity";
import { DEVICE_COPY_META } from "../../domain/device-copy";
import type { DeviceContext } from "./device-context";
import { catchInstallOffer } from "./install-offer";

/**
 * What a document does about the network, once: knows whether it is there, and starts the rest (service worker, updates,
 * what is left to fetch) once the page has nothing else to do.
 *
 * @param context the page that is shown and its parts, whenever they are asked for
 */
export function enableOffline(context: () => Omit<DeviceContext, "connectivity">): Connectivity {
  const connectivity = createConnectivity(copyTaken() !== undefined);
  connectivity.subscribe((online) => document.documentElement.classList.toggle("is-offline", !online));
  catchInstallOffer();
  whenIdle(() => {
    void import("./background").then(
      ({ startBackground }) => startBackground({ ...context(), connectivity }),
      () => undefined,
    );
  });
  return connectivity;
}

/** What each page shows of that: whether the network is there, and how old the page is. */
export function showOffline(connectivity: Connectivity, lifetime: AbortSignal): void {
  const taken = copyTaken();
  if (taken !== undefined) {
    connectivity.report(false);
    showAge(taken, document.documentElement.lang);
  }
  const badge = document.querySelector<HTMLElement>("[data-offline-state] > *");
  const end = connectivity.subscribe((online) => {
    if (badge) badge.hidden = online;
  });
  lifetime.addEventListener("abort", end);
}

/** When the page was taken from the site, if it comes from the device. */
function copyTaken(): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name=${DEVICE_COPY_META}]`)?.content;
}

function showAge(taken: string, lang: string): void {
  const note = document.querySelector<HTMLElement>("[data-copy-age]");
  const time = note?.querySelector("time");
  const at = new Date(taken);
  if (!note || !time || Number.isNaN(at.getTime())) return;
  time.dateTime = taken;
  time.textContent = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" }).format(at);
  note.hidden = false;
}

/** After loading, and when nothing is being done; Safari has no idle callback. */
function whenIdle(run: () => void): void {
  const idle = () =>
    "requestIdleCallback" in window ? requestIdleCallback(run, { timeout: 2000 }) : setTimeout(run, 200);
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}
