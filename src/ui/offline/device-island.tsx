import { render } from "preact";
import { loadStyles } from "../behaviour/load-styles";
import { YourData } from "../data/your-data";
import { loadSearchStyles } from "../search/load-styles";
import { WordingContext } from "../strings/context";
import { loadDeviceStrings } from "../strings/load-device-strings";
import { loadStrings } from "../strings/load-strings";
import styles from "../styles/device-pages.css?url";
import type { DeviceContext } from "./device-context";
import { DeviceWordsContext } from "./device-words-context";
import { KeepPanel } from "./keep-panel";
import { fillNotOnDevice } from "./not-on-device";

/** Fills the pages about what this device holds. */
export async function mountDeviceIsland(context: DeviceContext): Promise<void> {
  const { page } = context;
  const island = document.getElementById("ph-device-island");
  if (!island) return;
  const d = await loadDeviceStrings(page.locale);
  if (page.kind === "notOnDevice") {
    void loadSearchStyles();
    return fillNotOnDevice(context, island, d);
  }
  const [t] = await Promise.all([loadStrings(page.locale), loadStyles(styles)]);
  island.replaceChildren();
  island.removeAttribute("aria-busy");
  render(
    <WordingContext.Provider value={{ t, locale: page.locale }}>
      <DeviceWordsContext.Provider value={d}>
        {page.kind === "offline" ? <KeepPanel context={context} /> : <YourData context={context} />}
      </DeviceWordsContext.Provider>
    </WordingContext.Provider>,
    island,
  );
}
