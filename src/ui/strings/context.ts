import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { htmlLang, interfaceLocale, type Locale } from "../../domain/locale";
import type { Strings } from "./en";

/** The words around the content, and the language they go with. */
export interface Wording {
  readonly t: Strings;
  readonly locale: Locale;
}

/** Without a default: it would bring one language's words into every reader's download. */
export const WordingContext = createContext<Wording | undefined>(undefined);

export function useWording(): Wording {
  const wording = useContext(WordingContext);
  if (!wording) throw new Error("A component that shows words stands outside WordingContext.");
  return wording;
}

/** The `lang` of interface text, where it differs from the page's (an English frame around French articles). */
export function interfaceLang(locale: Locale): { readonly lang?: string; readonly dir?: "ltr" } {
  const ui = interfaceLocale(locale);
  if (locale.toLowerCase().split("-")[0] === ui) return {};
  return { lang: htmlLang(ui), dir: "ltr" };
}
