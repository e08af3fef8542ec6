import { interfaceLocale, type Locale } from "../../domain/locale";
import type { Strings } from "./en";

/** The interface strings of one language, fetched when first needed. */
export async function loadStrings(locale: Locale): Promise<Strings> {
  return interfaceLocale(locale) === "zh" ? (await import("./zh")).zh : (await import("./en")).en;
}
