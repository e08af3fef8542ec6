import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { htmlLang, interfaceLocale, type Locale } from "../../domain/locale";
import { en, type Strings } from "./en";

/** The words around the content, and the language they go with. */
export interface Wording {
  readonly t: Strings;
  readonly locale: Locale;
}

export const WordingContext = createContext<Wording>({ t: en, locale: "en" });

export function useWording(): Wording {
  return useContext(WordingContext);
}

/** The `lang` of interface text, where it differs from the page's (an English frame around French articles). */
export function interfaceLang(locale: Locale): { readonly lang?: string; readonly dir?: "ltr" } {
  const ui = interfaceLocale(locale);
  if (locale.toLowerCase().split("-")[0] === ui) return {};
  return { lang: htmlLang(ui), dir: "ltr" };
}
