import { createConnectivity } from "../../client/offline/connectivity";
import { DEVICE_COPY_META } from "../../domain/device-copy";
import type { DeviceContext } from "./device-context";
import { catchInstallOffer } from "./install-offer";

/**
 * What every page does about the network: shows whether it is there and how old the page is, and starts the rest
 * (service worker, updates, what is left to fetch) once the page has nothing else to do.
 */
export function enableOffline(context: Omit<DeviceContext, "connectivity">): void {
  const taken = document.querySelector<HTMLMetaElement>(`meta[name=${DEVICE_COPY_META}]`)?.content;
  const connectivity = createConnectivity(taken !== undefined);
  const badge = document.querySelector<HTMLElement>("[data-offline-state] > *");
  connectivity.subscribe((online) => {
    document.documentElement.classList.toggle("is-offline", !online);
    if (badge) badge.hidden = online;
  });
  if (taken !== undefined) showAge(taken, document.documentElement.lang);
  catchInstallOffer();
  const whole = { ...context, connectivity };
  whenIdle(() => {
    void import("./background").then(
      ({ startBackground }) => startBackground(whole),
      () => undefined,
    );
  });
  const { kind } = context.page;
  if (kind === "offline" || kind === "yourData" || kind === "notOnDevice") {
    void import("./device-island").then(({ mountDeviceIsland }) => mountDeviceIsland(whole));
  }
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
