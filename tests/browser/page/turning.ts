import { startDocument } from "../../../src/page/start-document";
import type { PageTurner, ShownDocument, TurningOptions } from "../../../src/ui/turning/site-document";
import { turnPages } from "../../../src/ui/turning/turn-pages";

// The page's script as it is, and pages turned within the document; `window.name` says how.

const WAYS: Readonly<Record<string, TurningOptions>> = {
  quiet: { withoutHistory: true },
  hidden: { addressOf: () => "/en/?hidden", titleOf: () => "Hidden" },
};

export interface TurningWindow {
  site: ShownDocument;
  turner: PageTurner;
}

const site = startDocument();
if (site) Object.assign(window, { site, turner: turnPages(site, WAYS[window.name]) });
