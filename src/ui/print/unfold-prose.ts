import { plainAddress } from "../actions/fill-action";
import type { PrintStrings } from "../strings/print-en";

/** What paper has no use for. */
const DROPPED = "script, style, template, form, button, input, .copy-button, .heading-link, [role=tablist]";

/** Makes all of an article visible that a screen would fold away, play or fill in. Changes what it is given. */
export function unfoldProse(prose: Element, p: PrintStrings): void {
  for (const card of prose.querySelectorAll(".action-card")) card.replaceWith(actionLines(card, p));
  for (const media of prose.querySelectorAll("video, audio")) media.replaceWith(mediaLines(media, p));
  for (const element of prose.querySelectorAll(DROPPED)) element.remove();
  for (const details of prose.querySelectorAll("details")) details.open = true;
  for (const tabs of prose.querySelectorAll(".tabs")) tabs.classList.replace("tabs", "book-tabs");
  for (const tab of prose.querySelectorAll<HTMLElement>(".tab[hidden]")) tab.hidden = false;
  for (const image of prose.querySelectorAll("img")) {
    // A picture that is not there yet would be missing on paper.
    image.setAttribute("loading", "eager");
    image.setAttribute("decoding", "sync");
  }
}

/** An action's title, its note, and where it leads. */
function actionLines(card: Element, p: PrintStrings): Element {
  const box = document.createElement("div");
  box.className = "book-action";
  box.id = card.id;
  for (const part of card.querySelectorAll(".action-title, .action-note")) {
    box.append(line(part.textContent ?? "", part.className));
  }
  const address = plainAddress(card.getAttribute("data-action") ?? "");
  if (address !== "") box.append(line(`${p.opensAt} ${readable(address)}`, "book-address"));
  return box;
}

/** A film's first picture, and its address. */
function mediaLines(media: Element, p: PrintStrings): Element {
  const box = document.createElement("div");
  box.className = "book-media";
  const poster = media.getAttribute("poster");
  if (poster) {
    const image = document.createElement("img");
    image.src = poster;
    image.alt = media.getAttribute("aria-label") ?? "";
    box.append(image);
  }
  const source = media.getAttribute("src") ?? media.querySelector("source")?.getAttribute("src");
  if (source) box.append(line(`${p.video}: ${new URL(source, location.href).href}`, "book-address"));
  return box;
}

function line(text: string, name: string): Element {
  const paragraph = document.createElement("p");
  paragraph.className = name;
  paragraph.textContent = text;
  return paragraph;
}

/** `mailto:` and `tel:` say nothing on paper. */
function readable(address: string): string {
  return address.replace(/^(mailto|tel):/i, "").replace(/\?.*$/, (query) => (/^https?:/i.test(address) ? query : ""));
}
