import type { Locale } from "../../domain/locale";
import { interfaceLang } from "../../ui/strings/context";
import type { EmbedStrings } from "../../ui/strings/embed-en";
import { ownAddress } from "./own-address";

/** In the place of the page: that it may not be shown there, and the way to it. */
export function showRefusal(words: EmbedStrings, locale: Locale, host: string): void {
  const main = document.createElement("main");
  main.id = "ph-refused";
  main.className = "frame-refused";
  const { lang } = interfaceLang(locale);
  if (lang) main.lang = lang;
  const title = document.createElement("h1");
  title.textContent = words.refusedTitle;
  const reason = document.createElement("p");
  reason.textContent = words.refusedBody(host);
  const link = document.createElement("a");
  link.className = "button";
  link.target = "_blank";
  link.rel = "noopener";
  link.href = ownAddress(new URL(location.href));
  link.textContent = words.refusedOpen;
  main.append(title, reason, link);
  document.body.replaceChildren(main);
  // What the page still had under way may add to it.
  document.documentElement.classList.add("is-refused");
}
