import { interfaceLocale, type Locale } from "../../domain/locale";
import type { EmbedStrings } from "./embed-en";

/** The words of the site inside another page, in one language, fetched when first needed. */
export async function loadEmbedStrings(locale: Locale): Promise<EmbedStrings> {
  return interfaceLocale(locale) === "zh" ? (await import("./embed-zh")).embedZh : (await import("./embed-en")).embedEn;
}
