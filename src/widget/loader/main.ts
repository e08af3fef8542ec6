import type { WidgetSite } from "../site";
import { installWidget } from "./install";

/** The content build writes the settings here; see `WIDGET_SITE_MARK`. */
declare const __POCKET_HELP_SITE__: WidgetSite;

// A bundler may run this script as one of its own; the page then says where the help centre is. Browsers without
// popovers get nothing: links stay links, and inline elements show their content.
const script = document.currentScript ?? document.querySelector("script[data-site]");
if (script && "popover" in script) installWidget(__POCKET_HELP_SITE__, script as HTMLScriptElement);
