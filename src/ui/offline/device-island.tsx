import { render } from "preact";
import { loadStyles } from "../behaviour/load-styles";
import type { PageVisit } from "../behaviour/page-visit";
import { YourData } from "../data/your-data";
import { loadSearchStyles } from "../search/load-styles";
import { isAskedBySelf, SIGN_OUT } from "../session/sign-out-address";
import { WordingContext } from "../strings/context";
import { loadDeviceStrings } from "../strings/load-device-strings";
import { loadStrings } from "../strings/load-strings";
import styles from "../styles/device-pages.css?url";
import type { DeviceContext } from "./device-context";
import { DeviceWordsContext } from "./device-words-context";
import { KeepPanel } from "./keep-panel";
import { fillNotOnDevice } from "./not-on-device";

/** Fills the pages about what this device holds. */
export async function mountDeviceIsland(context: DeviceContext, visit: PageVisit): Promise<void> {
  const { page } = context;
  const island = document.getElementById("ph-device-island");
  if (!island) return;
  const d = await loadDeviceStrings(page.locale);
  if (page.kind === "notOnDevice") {
    void loadSearchStyles();
    return fillNotOnDevice(context, island, d, visit);
  }
  const signsOut = page.kind === "yourData" && visit.address.url.hash === SIGN_OUT && isAskedBySelf();
  if (signsOut) await (await import("../session/sign-out-page")).signOutHere(page.base);
  const [t] = await Promise.all([loadStrings(page.locale), loadStyles(styles)]);
  if (visit.lifetime.aborted) return;
  island.replaceChildren();
  island.removeAttribute("aria-busy");
  render(
    <WordingContext.Provider value={{ t, locale: page.locale }}>
      <DeviceWordsContext.Provider value={d}>
        {page.kind === "offline" ? (
          <KeepPanel context={context} chosenAtFirst={visit.address.url.searchParams.get("section")} />
        ) : (
          <YourData context={context} signedOut={signsOut} />
        )}
      </DeviceWordsContext.Provider>
    </WordingContext.Provider>,
    island,
  );
  visit.lifetime.addEventListener("abort", () => render(null, island));
}
