import { htmlLang, type Locale } from "../../domain/locale";
import { UNLOCK } from "../../domain/own-pages";
import type { PageData } from "../page-model";
import { loadStrings } from "../strings/load-strings";

/** What only the browser knows of a page that is not there: its address, and with it the reader's language. */
export function fitMissingPage(page: PageData, { pathname }: URL): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-contact-link]")) {
    link.search = `?page=${encodeURIComponent(pathname)}`;
  }
  // The page that unlocks comes back to what the fragment names.
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".sealed-note a")) link.hash = pathname;
  const language = page.locales.find(({ home }) => pathname.startsWith(home));
  if (language && language.locale !== page.locale) void speak(language.locale, language.home);
}

/** Hosts have one page for every address that is missing: it says so in the language that the address names. */
async function speak(locale: Locale, home: string): Promise<void> {
  const heading = document.querySelector("main h1");
  const lead = document.querySelector("main .lead");
  if (!heading || !lead) return;
  const t = await loadStrings(locale);
  const link = document.createElement("a");
  link.href = home;
  link.textContent = t.home;
  heading.textContent = t.notFoundTitle;
  lead.replaceChildren(t.notFoundBody, " ", link);
  for (const element of [heading, lead]) element.setAttribute("lang", htmlLang(locale));
  await speakOfSealed(locale, home);
}

/** The way to sealed articles is that of the address's language, too. */
async function speakOfSealed(locale: Locale, home: string): Promise<void> {
  const note = document.querySelector<HTMLElement>(".sealed-note");
  const link = note?.querySelector("a");
  if (!note || !link) return;
  const { loadSealedStrings } = await import("../strings/load-sealed-strings");
  const s = await loadSealedStrings(locale);
  link.pathname = `${home}${UNLOCK}/`;
  link.textContent = s.homeLink;
  note.querySelector("span")?.replaceChildren("all" in note.dataset ? s.homeAll : s.homeBody, " ", link);
  note.lang = htmlLang(locale);
}
