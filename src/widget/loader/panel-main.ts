import { createHelp } from "./help";
import type { PanelScript } from "./panel-script";

(document.currentScript as PanelScript).pocketHelp?.(createHelp);
