import { loadEmbedStyles } from "../../ui/embed/load-styles";
import { loadEmbedStrings } from "../../ui/strings/load-embed-strings";
import type { SiteDocument } from "../../ui/turning/site-document";
import { FRAME_NAME } from "../protocol";
import { createBridge } from "./bridge";
import { createFrame } from "./frame";
import { greet } from "./greet";
import { showRefusal } from "./refusal";
import { standingOf } from "./standing";
import { surroundingsOf } from "./surroundings";

/** What a page does inside another one, or where it is to look as if: see {@link standingOf}. */
export function startFrame(site: SiteDocument): void {
  const { hosts = [], locale } = site.page.value;
  const standing = standingOf(surroundingsOf(hosts));
  const root = document.documentElement;
  root.classList.toggle("embedded", standing.kind !== "page");
  if (standing.kind === "page") return;
  const ready = Promise.all([loadEmbedStrings(locale), loadEmbedStyles()]).then(([words]) => words);
  if (standing.kind === "refused") {
    void ready.then((words) => showRefusal(words, locale, standing.host));
    return;
  }
  // What the address asks for holds for later pages of the same frame; a loader's name already says it.
  if (!window.name.startsWith(FRAME_NAME)) window.name = FRAME_NAME;
  const frame = createFrame(site, ready);
  if (standing.kind !== "bridge") return;
  greet(window, standing.host, (port, shape) => {
    frame.belongTo(shape, createBridge(port, site, frame));
  });
}
