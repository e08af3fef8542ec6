import type { Locale } from "../../domain/locale";
import { loadStyles } from "../behaviour/load-styles";
import { interfaceLang } from "../strings/context";
import { loadSealedStrings } from "../strings/load-sealed-strings";
import type { SealedStrings } from "../strings/sealed-en";
import styles from "../styles/sealed.css?url";
import type { SiteDocument } from "../turning/site-document";

/**
 * Says, on every page that is shown meanwhile and in its language, that sealed articles are open and for how long; locks
 * them.
 */
export function keepLockBar(site: SiteDocument, minutes: number, onLock: () => void, lifetime: AbortSignal): void {
  void loadStyles(styles);
  const bar = document.createElement("aside");
  bar.id = "ph-lock-bar";
  bar.className = "lock-bar";
  // It outlives the page that is shown.
  bar.dataset.ofDocument = "";
  const text = document.createElement("p");
  const state = document.createElement("strong");
  const time = document.createElement("span");
  text.append(state, " · ", time);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet";
  button.addEventListener("click", onLock);
  bar.append(text, button);

  const speak = (words: SealedStrings, locale: Locale) => {
    bar.setAttribute("aria-label", words.unlocked);
    for (const name of ["lang", "dir"]) bar.removeAttribute(name);
    Object.assign(bar, interfaceLang(locale));
    state.textContent = words.unlocked;
    time.textContent = words.locksAfter(minutes);
    button.textContent = words.lockNow;
    if (!bar.isConnected) document.body.append(bar);
  };
  const stop = site.page.subscribe(async ({ locale }) => {
    const words = await loadSealedStrings(locale);
    if (!lifetime.aborted) speak(words, locale);
  });
  lifetime.addEventListener("abort", stop);
}
