import { htmlLang, type Locale } from "../../domain/locale";
import type { PageData } from "../page-model";
import { loadStrings } from "../strings/load-strings";

/** What only the browser knows of a page that is not there: its address, and with it the reader's language. */
export function fitMissingPage(page: PageData): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-contact-link]")) {
    link.search = `?page=${encodeURIComponent(location.pathname)}`;
  }
  const language = page.locales.find(({ home }) => location.pathname.startsWith(home));
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
}
