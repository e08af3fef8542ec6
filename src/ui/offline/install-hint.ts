import type { DeviceStrings } from "../strings/device-en";
import { loadDeviceStrings } from "../strings/load-device-strings";
import type { DeviceContext } from "./device-context";
import { dismiss, today } from "./dismissals";
import { installOffer } from "./install-offer";
import { showNote } from "./note";

/** How a site gets onto the home screen here. `prompt`: the browser has offered it. */
export type InstallWay = "prompt" | "ios" | "mac";

/** Safari makes no offer; its reader has to be told the way. `undefined`: no way, or it is there already. */
export function installWay(
  agent: string,
  touchPoints: number,
  standalone: boolean,
  offered: boolean,
): InstallWay | undefined {
  if (standalone) return undefined;
  if (offered) return "prompt";
  const isIpad = /Macintosh/.test(agent) && touchPoints > 1;
  if (/iPhone|iPad|iPod/.test(agent) || isIpad) return "ios";
  // "Add to Dock" came with version 17.
  const safari = /Macintosh.*Version\/(\d+).*Safari/.exec(agent);
  return safari && Number(safari[1]) >= 17 && !/Chrome|Chromium|Edg/.test(agent) ? "mac" : undefined;
}

/** A quiet hint on the home page and on "read offline", until it is closed or followed. */
export async function showInstallHint({ page, store }: DeviceContext): Promise<void> {
  if ((page.kind !== "home" && page.kind !== "offline") || store.get("dismissed")?.install !== undefined) return;
  const d = await loadDeviceStrings(page.locale);
  const show = () => {
    const offer = installOffer.value;
    const standalone = matchMedia("(display-mode: standalone)").matches;
    const way = installWay(navigator.userAgent, navigator.maxTouchPoints, standalone, offer !== undefined);
    if (!way || document.querySelector(".note[data-note=install]")) return;
    const note = showNote({
      name: "install",
      locale: page.locale,
      text: words(d, way),
      ...(offer && {
        action: {
          label: d.installAction,
          async run() {
            await offer.prompt();
            dismiss(store, "install", today());
            note.close();
          },
        },
      }),
      closeLabel: d.dismiss,
      onClose: () => dismiss(store, "install", today()),
    });
  };
  installOffer.subscribe(show);
}

function words(d: DeviceStrings, way: InstallWay): string {
  switch (way) {
    case "prompt":
      return d.installBody;
    case "ios":
      return d.installIos;
    case "mac":
      return d.installMac;
  }
}
