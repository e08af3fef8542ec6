import { interfaceLang } from "../strings/context";

/** `lang` and `dir` of interface words in a page of another language, as element properties. */
export function deviceLang(locale: string): { lang?: string; dir?: string } {
  return { ...interfaceLang(locale) };
}
